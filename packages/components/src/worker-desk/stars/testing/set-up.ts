import type { FiveMicro, FiveMicroError, Nomination, Star } from '@five-micro/sdk';
import { fakeList, fakeNow, makeArea, pageOf } from '../../../shared/testing/fake-client.ts';
import { hours, makeMember } from '../../testing/data.ts';
import { openTab } from '../../testing/tabs.ts';

let made = 0;
const newId = (): string => `01990000-0000-7000-8000-0000000d${String(++made).padStart(4, '0')}`;
const service = { code: 'service', name: '服务之星' };

export const makeNomination = (more: Partial<Nomination> = {}): Nomination => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: service,
  period: '2026',
  status: 'proposed',
  name: '修鞋的王师傅',
  sentence: '十年来给邻居修鞋，不收老人的钱。',
  story: '下雨天也在楼下支着棚子。',
  portrait: null,
  asked: false,
  mine: false,
  aboutMe: false,
  member: null,
  screening: [],
  reason: null,
  won: null,
  can: ['edit', 'ask', 'decline'],
  createdAt: hours(80),
  updatedAt: hours(80),
  ...more,
});

/** With a phone number in its story. */
export const numbered = (): Nomination =>
  makeNomination({
    name: '门口的小陈',
    story: '找他打 13912342046。',
    screening: [{ part: 'story', hits: [{ start: 4, end: 15, kind: 'phone', reason: null }], proposed: '找他打 139****2046。' }],
  });

export const makeStar = (more: Partial<Star> = {}): Star => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: service,
  period: '2026',
  name: '王**',
  nameAs: 'masked',
  initial: '王',
  portrait: null,
  sentence: '十年来给邻居修鞋，不收老人的钱。',
  story: '下雨天也在楼下支着棚子。',
  quotes: [{ words: '鞋底开了他一敲就好。', by: '李阿姨' }],
  record: { wishes: 12, hours: 46.5 },
  round: null,
  awardedAt: hours(200),
  mine: false,
  can: ['edit', 'take-down'],
  ...more,
});

interface SetUp {
  all?: Nomination[];
  stars?: Star[];
  fails?: FiveMicroError[];
  /** What the caller may begin there; by default as a worker. */
  can?: string[];
  width?: number;
  mode?: string;
}

/** The tab with nominations and stars that are where the acts have brought them, as the server's would be. */
export async function openStars({
  all = [],
  stars: hanging = [],
  fails = [],
  can = ['desk', 'nominate', 'post-round'],
  width = 1000,
  mode = '',
}: SetUp = {}) {
  const known = { nominations: [...all], stars: [...hanging], looks: 0 };
  const asked: { verb: string; id: string; body: unknown }[] = [];
  const note = (verb: string, id: string, body: unknown) => {
    asked.push({ verb, id, body });
    const error = fails.shift();
    if (error) throw error;
  };
  const step =
    (verb: string, change: Partial<Nomination>) =>
    async (id: string, body?: unknown): Promise<Nomination> => {
      note(verb, id, body);
      const now = {
        ...makeNomination(),
        ...known.nominations.find((one) => one.id === id),
        ...change,
        updatedAt: fakeNow.toISOString(),
      };
      known.nominations = known.nominations.map((one) => (one.id === id ? now : one));
      return now;
    };
  const stars: Partial<FiveMicro['stars']> = {
    list: () => fakeList(() => pageOf(known.stars)),
    nominations: ({ status = '' } = {}) => {
      known.looks++;
      return fakeList(() => pageOf(known.nominations.filter((one) => status.split(',').includes(one.status))));
    },
    nominate: async (body) => {
      note('nominate', '', body);
      const now = makeNomination({ name: body.who });
      known.nominations.unshift(now);
      return now;
    },
    editNomination: step('edit', {}),
    ask: step('ask', { status: 'asked', can: ['decline'] }),
    consent: step('consent', { status: 'consented', can: ['decline'] }),
    decline: step('decline', { status: 'declined', can: [] }),
    award: async (body) => {
      note('award', body.nomination, body);
      known.nominations = known.nominations.filter(({ id }) => id !== body.nomination);
      return makeStar();
    },
    edit: async (id, body) => {
      note('editStar', id, body);
      return {
        ...makeStar({ id }),
        ...known.stars.find((one) => one.id === id),
        story: body.story ?? '',
        quotes: body.quotes ?? [],
      };
    },
    hide: async (id, body) => {
      note('hide', id, body);
      return { ...makeStar({ id, can: ['hide', 'show'] }), withheld: [{ part: body.part, of: null, state: 'hidden' }] };
    },
    show: async (id, body) => {
      note('show', id, body);
      return makeStar({ id, can: ['hide', 'show'] });
    },
    takeDown: async (id, body) => {
      note('takeDown', id, body);
      known.stars = known.stars.filter((one) => one.id !== id);
      return { id, takenDownAt: fakeNow.toISOString() };
    },
  };
  const place = makeArea({ can });
  const titles = [service, { code: 'post', name: '岗位之星' }];
  const tab = await openTab({
    tab: 'stars',
    width,
    mode,
    answers: {
      areas: {
        get: async () => ({ ...place, settings: { ...place.settings, features: ['wishes', 'stars'], starTitles: titles } }),
      },
      stars,
      members: { list: () => fakeList(() => pageOf([makeMember({ id: 'm1', name: '王秀英' })])) },
      wishes: { list: () => fakeList(() => pageOf([])) },
    },
  });
  return { ...tab, known, asked, told: () => tab.text('.told'), words: () => tab.text('.case .wish') };
}
