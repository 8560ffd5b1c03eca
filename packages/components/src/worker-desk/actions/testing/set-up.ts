import { type Action, FiveMicroError, type SignUp } from '@five-micro/sdk';
import {
  type FakeAnswers,
  fakeList,
  fakeNow,
  makeAction,
  makeArea,
  makeSignUp,
  pageOf,
} from '../../../shared/testing/fake-client.ts';
import { openTab } from '../../testing/tabs.ts';
// Here and not on demand: what a cold browser has to fetch must not count as waiting.
import '../action-form.define.ts';
import '../check-in.define.ts';
import '../desk-actions.define.ts';

/** Minutes from the tests' present. */
export const inMinutes = (minutes: number): string => new Date(fakeNow.getTime() + minutes * 60_000).toISOString();

const { settings } = makeArea();
export const place = makeArea({
  can: ['post-wish', 'post-action', 'desk'],
  settings: {
    ...settings,
    features: ['wishes', 'actions'],
    actionCategories: [
      { code: 'home', name: '家政服务' },
      { code: 'care', name: '扶老护幼' },
    ],
  },
});

/** Began half an hour ago: people come. */
export const running = (more: Partial<Action> = {}): Action =>
  makeAction({
    title: '送热饺子',
    status: 'closed',
    startsAt: inMinutes(-30),
    endsAt: inMinutes(90),
    checkInFrom: inMinutes(-60),
    taken: 3,
    can: ['check-in-code', 'finish', 'cancel', 'sign-ups', 'attendance'],
    ...more,
  });

/** In five days. */
export const coming = (more: Partial<Action> = {}): Action =>
  makeAction({ title: '磨剪刀', can: ['edit', 'cancel', 'sign-ups'], ...more });

export const draft = (more: Partial<Action> = {}): Action =>
  makeAction({ title: '旧衣换盆花', status: 'draft', taken: 0, can: ['open', 'edit', 'cancel'], ...more });

export const zhou = makeSignUp({ name: '周桂芳' });
export const chen = makeSignUp({ name: '陈建国', organisation: '怡康第一党支部' });
export const qiu = makeSignUp({ name: '仇英', state: 'waiting', position: 1 });

/** As if the answer got lost on its way: nobody knows whether it was done. */
export const cut = (): FiveMicroError => new FiveMicroError('network.unreachable', { saved: 'unknown' });

interface SetUp {
  all?: Action[];
  people?: SignUp[];
  /** Answers to attendance in their order; without one it is done. */
  fails?: FiveMicroError[];
  actions?: FakeAnswers['actions'];
  members?: FakeAnswers['members'];
  width?: number;
  mode?: string;
}

/** The tab of a signed-in worker, over a server that keeps what it is told. */
export async function openActions({
  all = [running(), coming(), draft()],
  people = [zhou, chen, qiu],
  fails = [],
  actions = {},
  members = {},
  width = 1000,
  mode = '',
}: SetUp = {}) {
  const list = { actions: [...all], people: [...people] };
  const asked: { verb: string; id: string; body: unknown; key?: string | undefined }[] = [];
  const put = (id: string, more: Partial<Action>): Action => {
    const known = list.actions.find((one) => one.id === id);
    const fresh = { ...makeAction(), ...known, ...more };
    list.actions = list.actions.map((one) => (one.id === id ? fresh : one));
    return fresh;
  };
  const tab = await openTab({
    tab: 'actions',
    width,
    mode,
    answers: {
      areas: { get: async () => place, organisations: () => fakeList(() => pageOf([])) },
      members,
      actions: {
        list: ({ status = '' } = {}) =>
          fakeList(() => pageOf(list.actions.filter((one) => status.split(',').includes(one.status)))),
        signUps: () => fakeList(() => pageOf(list.people)),
        open: async (id, body) => {
          asked.push({ verb: 'open', id, body });
          return put(id, { status: 'open', can: ['edit', 'cancel', 'sign-ups'] });
        },
        cancel: async (id, body) => {
          asked.push({ verb: 'cancel', id, body });
          return put(id, { status: 'cancelled', reason: body.reason, can: [] });
        },
        finish: async (id) => {
          asked.push({ verb: 'finish', id, body: undefined });
          return put(id, { status: 'finished', can: ['sign-ups', 'attendance'] });
        },
        attendance: async (id, body, options) => {
          asked.push({ verb: 'attendance', id, body, key: options?.idempotencyKey });
          const error = fails.shift();
          if (error) throw error;
          const items = body.items.map(({ member, state, minutes }) => {
            const known = list.people.find((one) => one.member === member) ?? makeSignUp({ member, name: '来客' });
            return { ...known, state, minutes: minutes ?? null };
          });
          list.people = list.people.map((one) => items.find(({ member }) => member === one.member) ?? one);
          return { items };
        },
        ...actions,
      },
    },
  });
  return {
    ...tab,
    list,
    asked,
    open: async (title: string) => {
      await tab.press('', `.queue [data-id="${list.actions.find((one) => one.title === title)?.id ?? ''}"]`);
    },
    /** What stands on somebody's line. */
    line: (name: string) =>
      tab
        .all('.rows li')
        .find((one) => one.textContent.includes(name))
        ?.textContent.replace(/\s+/g, ' ')
        .trim() ?? '',
  };
}
