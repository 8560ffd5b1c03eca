import type { Action } from '@five-micro/sdk';
import { fixture, html, waitUntil } from '@open-wc/testing';
import { LiveController } from '../../shared/controllers/live.ts';
import {
  type FakeAnswers,
  fakeClient,
  fakeList,
  fakeNow,
  makeAction,
  makeArea,
  pageOf,
} from '../../shared/testing/fake-client.ts';
import type { FmActionSignup } from '../action-signup.ts';
import '../define.ts';
// What opens later is there already: no test waits for files to arrive.
import '../action-check-in.define.ts';
import '../action-detail.define.ts';
import '../action-more.ts';
import '../../shared/ui/toast.define.ts';

// What waits, waits for nothing.
LiveController.longestDelay = 0;

/** Waits until something is so; patiently, where a machine has much else to do. */
export const until = (ask: () => unknown, missing?: string): Promise<void> =>
  waitUntil(() => Boolean(ask()), missing, { timeout: 8000 });

type Query = Parameters<ReturnType<typeof fakeClient>['actions']['list']>[0];

const base = makeArea();
/** 怡康社区 with its categories of actions. */
export const area = makeArea({
  settings: {
    ...base.settings,
    points: { 'action-hour': 5 },
    actionCategories: [
      { code: 'law', name: '法治宣传' },
      { code: 'health', name: '医疗健康' },
      { code: 'home', name: '家政服务' },
      { code: 'care', name: '扶老护幼' },
      { code: 'patrol', name: '治安巡逻' },
    ],
  },
});

/** All elements that match, through open shadow roots; outer ones first. `a >>> b` is what matches b anywhere inside an a. */
export function all<E extends Element = HTMLElement>(within: Element, selector: string): E[] {
  const [outer, inside] = selector.split(' >>> ');
  if (outer && inside) return all(within, outer).flatMap((host) => all<E>(host, inside));
  const root = within.shadowRoot ?? within;
  const inner = [...root.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
  return [...root.querySelectorAll<E>(selector), ...inner.flatMap((host) => all<E>(host, selector))];
}

export const one = <E extends Element = HTMLElement>(within: Element, selector: string): E => {
  const [found] = all<E>(within, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

export const nameOf = (element: Element): string => (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();

/** The first button or link that says so. */
export function button(within: Element, name: string): HTMLElement {
  const found = all(within, 'button, a').find((element) => nameOf(element).includes(name));
  if (!found) throw new Error(`no button says ${name}, but: ${all(within, 'button, a').map(nameOf).join(' | ')}`);
  return found;
}

/** Everything that stands there, without blanks. */
export const text = (within: Element): string =>
  all(within, '.fm')
    .map((part) => part.textContent)
    .join(' ')
    .replace(/\s+/g, ' ');

/** Waits until the words stand there. */
export const reads = (within: Element, words: string): Promise<void> =>
  until(() => text(within).includes(words), `“${words}” never came; there is: ${text(within).slice(0, 600)}`);

/** No sheet rises any more: until then its colours are not the real ones. */
export const still = (within: Element): Promise<unknown> =>
  Promise.allSettled(all(within, 'dialog').flatMap((dialog) => dialog.getAnimations().map(({ finished }) => finished)));

export const titles = (element: FmActionSignup): string[] =>
  [...(element.shadowRoot?.querySelectorAll('.acts .want') ?? [])].map((title) => title.textContent.trim());

interface SetUp extends FakeAnswers {
  /** What the list has, and what each is when it is asked for alone. */
  items?: Action[];
}

/** An element with all of it loaded, and what it asked for. */
export async function actionsOf(
  { items = [makeAction()], ...answers }: SetUp = {},
  template = html`<fm-action-signup></fm-action-signup>`,
) {
  const asked: Query[] = [];
  const gets: string[] = [];
  const now = new Map(items.map((action) => [action.id, action]));
  const list = answers.actions?.list ?? (() => fakeList(() => pageOf([...items])));
  const client = fakeClient({
    ...answers,
    areas: { get: async () => area, ...answers.areas },
    actions: {
      get: async (id) => {
        gets.push(id);
        const action = now.get(id);
        if (!action) throw new Error(`nobody said what ${id} is`);
        return action;
      },
      ...answers.actions,
      list: (query, options) => {
        asked.push(query);
        return list(query, options);
      },
    },
  });
  const element = await fixture<FmActionSignup>(template);
  element.now = () => fakeNow.getTime();
  element.client = client;
  const whole = () =>
    element.dataset['state'] !== 'loading' &&
    element.shadowRoot?.querySelector('.chips, [role=alert], p[role=status], .hall .cap');
  await until(whole, 'it was not all loaded');
  await element.updateComplete;
  return { element, client, asked, gets, now };
}
