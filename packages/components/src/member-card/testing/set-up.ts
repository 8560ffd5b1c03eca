import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Consents, FiveMicro, Me, MyClaim, Notice, ReportIn, Wish } from '@five-micro/sdk';
import { LiveController } from '../../shared/controllers/live.ts';
import { fakeClient, fakeList, fakeNow, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import '../define.ts';
import type { FmMemberCard } from '../member-card.ts';

LiveController.longestDelay = 0;

export const hours = (count: number): string => new Date(fakeNow.getTime() - count * 3_600_000).toISOString();
export const off: Consents = { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' };

export const me = (more: Partial<Me> = {}): Me => ({
  id: 'me',
  name: '张小满',
  maskedName: '张**',
  area: { slug: 'yikang', name: '怡康社区' },
  reportedInAt: '2026-11-13T02:00:00.000Z',
  branch: null,
  waitingReportIn: null,
  roles: [
    { role: 'resident', area: 'yikang' },
    { role: 'resident', area: 'nanyuan' },
    { role: 'volunteer', area: 'yikang' },
  ],
  organisations: [{ slug: 'party2', name: '怡康第二党支部' }],
  consents: off,
  helped: 4,
  unseenNotices: 1,
  ...more,
});

export const noticeOf = (type: string, wish: Wish, more: Partial<Notice> = {}): Notice => ({
  id: '12',
  type,
  at: hours(2),
  seen: false,
  by: null,
  words: null,
  about: null,
  wish: { id: wish.id, title: wish.title, status: wish.status },
  ...more,
});
export const reportInOf = (more: Partial<ReportIn> = {}): ReportIn => ({
  id: 'report-in',
  area: { slug: 'yikang', name: '怡康社区' },
  organisation: null,
  state: 'done',
  at: hours(0),
  ...more,
});
export const claimOf = (wish: Wish, state: MyClaim['state'], dueAt = hours(-48)): MyClaim => ({
  id: `claim-${wish.id}`,
  state,
  dueAt,
  createdAt: hours(30),
  wish,
});

/** The next event of a name, typed as the element promises it. */
export const heard = <K extends keyof HTMLElementEventMap>(element: HTMLElement, name: K): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));

/** A sheet rises; until it has risen its colours are half there. */
export const risen = (part: ShadowRoot | null | undefined): Promise<unknown> =>
  Promise.all(
    (part?.querySelector('fm-sheet')?.shadowRoot?.querySelector('dialog')?.getAnimations() ?? []).map(({ finished }) => finished),
  );

export interface SetUp {
  me?: Me;
  notices?: Notice[];
  claims?: MyClaim[];
  wishes?: Wish[];
  myself?: Partial<FiveMicro['me']>;
  areas?: Partial<FiveMicro['areas']>;
  points?: Partial<FiveMicro['points']>;
  session?: 'signed-in' | 'signed-out';
  mode?: string;
}

export async function setUp({
  me: person = me(),
  notices = [],
  claims = [],
  wishes = [],
  myself = {},
  areas = {},
  points = {},
  session = 'signed-in',
  mode = '',
}: SetUp = {}) {
  let asked = 0;
  const client = fakeClient({
    session,
    areas,
    points,
    me: {
      get: async () => {
        asked++;
        return person;
      },
      notices: () => fakeList(() => pageOf(notices)),
      claims: () => fakeList(() => pageOf(claims)),
      wishes: () => fakeList(() => pageOf(wishes)),
      ...myself,
    },
    wishes: { get: async (id) => wishes.find((wish) => wish.id === id) ?? makeWish({ id }) },
  });
  const card = await fixture<FmMemberCard>(
    html`<fm-member-card .client=${client} area="yikang" mode=${mode} .now=${() => fakeNow.getTime()}></fm-member-card>`,
  );
  await waitUntil(() => card.dataset['state'] !== 'loading');
  await card.updateComplete;
  await card.shadowRoot?.querySelector('fm-card-consents')?.updateComplete;
  const root = card.shadowRoot;
  const consents = () => root?.querySelector('fm-card-consents')?.shadowRoot;
  return {
    card,
    client,
    root,
    consents,
    asked: () => asked,
    text: () => root?.textContent.replace(/\s+/g, ' ') ?? '',
    rows: (section: number) =>
      [...(root?.querySelectorAll('.sec')[section]?.querySelectorAll('li') ?? [])].map((row) =>
        row.textContent.replace(/\s+/g, ' ').trim(),
      ),
    button: (name: string) => [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(name)),
    /** The shadow root of what lies over the card, or of another part. */
    part: (tag: string) => root?.querySelector(tag)?.shadowRoot,
    toggle: (surface: string) => consents()?.querySelector<HTMLInputElement>(`input[name=${surface}]`),
    now: (surface: string) => consents()?.querySelector(`#${surface}-now`)?.textContent.trim(),
  };
}
