import { fixture, html, waitUntil } from '@open-wc/testing';
import type { FiveMicro, Me, Round } from '@five-micro/sdk';
import { LiveController } from '../../shared/controllers/live.ts';
import { type FakeAnswers, fakeClient, fakeList, fakeNow, makeArea, pageOf } from '../../shared/testing/fake-client.ts';
import '../define.ts';
import type { FmProjectVote } from '../project-vote.ts';
import { makeResults, makeRound } from './data.ts';

LiveController.longestDelay = 0;

export const area = makeArea({
  can: ['post-project'],
  settings: { ...makeArea().settings, links: { projects: '/projects.html', me: '/me.html' } },
});

export const me: Me = {
  id: 'me',
  name: '张小满',
  maskedName: '张**',
  area: { slug: 'yikang', name: '怡康社区' },
  reportedInAt: null,
  branch: null,
  waitingReportIn: null,
  roles: [],
  organisations: [],
  consents: { wishAuthor: true, helper: false, photos: false, star: false, ranking: 'off' },
  helped: 0,
  unseenNotices: 0,
};

/** Every element below, into open shadow roots. */
export function* everything(root: ParentNode): Generator<Element> {
  if (root instanceof Element && root.shadowRoot) yield* everything(root.shadowRoot);
  for (const child of root.children) {
    yield child;
    yield* everything(child);
  }
}

export const all = (root: ParentNode, selector: string): HTMLElement[] =>
  [...everything(root)].filter((one): one is HTMLElement => one instanceof HTMLElement && one.matches(selector));

export const text = (root: ParentNode): string =>
  all(root, '.fm')
    .map((one) => one.textContent)
    .join(' ')
    .replace(/\s+/g, ' ');

export const until = (is: () => unknown, message: string): Promise<void> => waitUntil(is, message, { timeout: 5000 });

export const reads = (root: ParentNode, words: string): Promise<void> =>
  until(
    () => text(root).replaceAll(' ', '').includes(words.replaceAll(' ', '')),
    `“${words}” never came; there is: ${text(root).slice(0, 900)}`,
  );

export const button = (root: ParentNode, name: string): HTMLElement => {
  const found = all(root, 'button, a[href]').find((one) =>
    (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim().startsWith(name),
  );
  if (!found) throw new Error(`no button says ${name}`);
  return found;
};

/** No sheet rises any more: until then its colours are not the real ones. */
export const still = (root: ParentNode): Promise<unknown> =>
  Promise.allSettled(all(root, 'dialog').flatMap((dialog) => dialog.getAnimations().map(({ finished }) => finished)));

interface SetUp extends FakeAnswers {
  items?: Round[];
}

type Cast = Parameters<FiveMicro['rounds']['cast']>;

/** An element with all of it loaded, and what was asked of the server. */
export async function voteOf(
  { items = [makeRound()], ...answers }: SetUp = {},
  template = html`<fm-project-vote></fm-project-vote>`,
) {
  const cast: Cast[1][] = [];
  const now = new Map(items.map((round) => [round.id, round]));
  const client = fakeClient({
    session: 'signed-in',
    ...answers,
    areas: { get: async () => area, ...answers.areas },
    me: { get: async () => me, ...answers.me },
    rounds: {
      list: () => fakeList(() => pageOf([...now.values()].map((round) => ({ ...round, options: [] })))),
      get: async (id) => {
        const round = now.get(id);
        if (!round) throw new Error(`nobody said what ${id} is`);
        return round;
      },
      results: async () => makeResults(),
      ...answers.rounds,
      cast: async (id, body, options) => {
        cast.push(body);
        if (answers.rounds?.cast) return answers.rounds.cast(id, body, options);
        const round = now.get(id);
        if (round) now.set(id, { ...round, mine: { voted: true, revision: body.revision, eligible: true } });
        return { receipt: '7QK4-M2XD-9RTH-3WBF', signature: 'signed', revision: body.revision };
      },
    },
  });
  const element = await fixture<FmProjectVote>(template);
  element.now = () => fakeNow.getTime();
  element.client = client;
  const root = element.shadowRoot;
  if (!root) throw new Error('the vote has no shadow root');
  const whole = () =>
    element.dataset['state'] !== 'loading' &&
    root.querySelector('.tray, .told, .res, .calm, .notice, .compact .all, .hall .opts, .part');
  await until(whole, 'the vote is all loaded');
  await element.updateComplete;
  return { element, root, client, cast, now };
}
