import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Action, FiveMicro, Me, OrganisationPage, Representative, Wish } from '@five-micro/sdk';
import { LiveController } from '../../shared/controllers/live.ts';
import { fakeClient, fakeList, fakeNow, makeClaim, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import '../define.ts';
import type { FmOrganisation } from '../organisation.ts';

LiveController.longestDelay = 0;

const party = { slug: 'party', name: '怡康社区党总支' };
const second = { slug: 'branch-2', name: '怡康第二党支部' };

export const pageLike = (more: Partial<OrganisationPage> = {}): OrganisationPage => ({
  ...party,
  kind: 'party',
  area: { slug: 'yikang', name: '怡康社区' },
  path: [{ slug: 'street', name: '南苑街道党工委' }, party],
  children: [{ slug: 'branch-1', name: '怡康第一党支部' }, second],
  deeds: { helped: 12, inProgress: 3 },
  can: [],
  ...more,
});

export const secondPage = pageLike({
  ...second,
  path: [{ slug: 'street', name: '南苑街道党工委' }, party, second],
  children: [],
  deeds: { helped: 5, inProgress: 0 },
});

/** Come true, by the second branch, with a thank-you that anyone may read. */
export const thanked = (more: Partial<Wish> = {}): Wish =>
  makeWish({
    title: '想要一台血糖仪，每天在家量一量。',
    kind: 'item',
    status: 'confirmed',
    can: [],
    claims: [makeClaim({ state: 'done', name: second.name, organisation: second.slug })],
    confirmation: { rating: 5, thanks: '小陈教了我两遍，会用了', at: new Date(fakeNow.getTime() - 86_400_000).toISOString() },
    ...more,
  });

const meLike: Me = {
  id: 'me',
  name: '小陈',
  maskedName: '陈**',
  area: null,
  reportedInAt: null,
  branch: null,
  waitingReportIn: null,
  roles: [],
  organisations: [party],
  consents: { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' },
  helped: 0,
  unseenNotices: 0,
};

export interface SetUp {
  organisation?: string;
  pages?: OrganisationPage[];
  wishes?: Wish[];
  representatives?: Representative[];
  organisations?: Partial<FiveMicro['organisations']>;
  mode?: string;
  actions?: Action[];
  /** What the server answers instead of its actions. */
  fails?: Error;
  /** Signed in, as one who may act for the organisation. */
  represents?: boolean;
}

export async function setUp({
  organisation = party.slug,
  pages = [pageLike(), secondPage],
  wishes = [thanked()],
  representatives = [],
  organisations = {},
  mode = '',
  actions = [],
  fails,
  represents = false,
}: SetUp = {}) {
  const asked: string[] = [];
  const client = fakeClient({
    ...(represents && { session: 'signed-in' as const, me: { get: async () => meLike } }),
    actions: {
      ofOrganisation: () =>
        fakeList(() => {
          if (fails) throw fails;
          return pageOf(actions);
        }),
    },
    organisations: {
      get: async (slug) => {
        asked.push(slug);
        const page = pages.find((one) => one.slug === slug);
        if (!page) throw new Error(`the test has no ${slug}`);
        return page;
      },
      wishes: () => fakeList(() => pageOf(wishes)),
      representatives: () => fakeList(() => pageOf(representatives)),
      ...organisations,
    },
    wishes: { get: async (id) => wishes.find((wish) => wish.id === id) ?? makeWish({ id }) },
  });
  const page = await fixture<FmOrganisation>(
    html`<fm-organisation
      .client=${client}
      area="yikang"
      organisation=${organisation}
      mode=${mode}
      .now=${() => fakeNow.getTime()}
    ></fm-organisation>`,
  );
  if (organisation) await waitUntil(() => page.dataset['state'] !== 'loading');
  await page.updateComplete;
  const root = page.shadowRoot;
  const read = (selector: string) => root?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
  return {
    page,
    client,
    root,
    asked,
    read,
    text: () => root?.textContent.replace(/\s+/g, ' ') ?? '',
    notes: () => [...(root?.querySelectorAll('.note') ?? [])].map((note) => note.textContent.replace(/\s+/g, ' ').trim()),
    button: (name: string) => [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(name)),
  };
}
