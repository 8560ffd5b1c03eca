import { FiveMicroError, type Me, type Wish } from '@five-micro/sdk';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type FakeAnswers, type FakeClient, fakeClient, makeWish } from '../../shared/testing/fake-client.ts';
import '../wish-detail.define.ts';
import '../wish-form.define.ts';
import type { WishIntent } from '../events.ts';
import type { FmWishDetail } from '../wish-detail.ts';
import type { FmWishForm } from '../wish-form.ts';

export const makeMe = (overrides: Partial<Me> = {}): Me => ({
  id: 'member-1',
  name: '张三',
  maskedName: '张**',
  area: { slug: 'yikang', name: '怡康社区' },
  reportedInAt: null,
  branch: null,
  waitingReportIn: null,
  roles: [],
  organisations: [],
  consents: { wishAuthor: false, helper: true, photos: false, star: false, ranking: 'off' },
  helped: 0,
  unseenNotices: 0,
  ...overrides,
});

/** All elements that match inside an element, through open shadow roots; outer ones first. */
export function all<E extends Element = HTMLElement>(element: Element, selector: string): E[] {
  const root = element.shadowRoot ?? element;
  const inner = [...root.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
  return [...root.querySelectorAll<E>(selector), ...inner.flatMap((host) => all<E>(host, selector))];
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a test touches of an opened element. */
export interface Opened<E extends HTMLElement> {
  element: E;
  client: FakeClient;
  /** What was asked of the server, in order: `['claim', id, body]`. */
  calls: unknown[][];
  one: <T extends Element = HTMLElement>(selector: string) => T;
  maybe: (selector: string) => HTMLElement | undefined;
  texts: (selector: string) => string[];
  button: (text: string) => HTMLElement | undefined;
  press: (text: string) => void;
  choose: (name: string, value: string) => void;
  type: (selector: string, text: string) => void;
}

function tools<E extends HTMLElement>(element: E, client: FakeClient, calls: unknown[][]): Opened<E> {
  const maybe = (selector: string) => all(element, selector)[0];
  const one = <T extends Element = HTMLElement>(selector: string): T => {
    const found = all<T>(element, selector)[0];
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  const button = (text: string) => all(element, 'button').find((found) => squeeze(found.textContent) === text);
  return {
    element,
    client,
    calls,
    one,
    maybe,
    button,
    texts: (selector) => all(element, selector).map((found) => squeeze(found.textContent)),
    press(text) {
      const found = button(text);
      if (!found)
        throw new Error(
          `no button says ${text}; there are: ${all(element, 'button')
            .map((b) => squeeze(b.textContent))
            .join(' | ')}`,
        );
      found.click();
    },
    choose: (name, value) => one(`input[name="${name}"][value="${value}"]`).click(),
    type(selector, text) {
      const field = one<HTMLInputElement>(selector);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
}

const helping = ['claim', 'release', 'extend', 'fulfil', 'confirm', 'reopen', 'close'] as const;
const verbs = ['edit', 'withdraw', ...helping, 'report', 'hide', 'show'] as const;

export interface OpenOptions extends FakeAnswers {
  wish?: Partial<Wish>;
  /** What every verb answers with. */
  after?: Partial<Wish>;
  as?: Me;
  mode?: 'normal' | 'elder';
  lang?: string;
}

function recording({ wish = {}, after = {}, as = makeMe(), session = 'signed-in', ...answers }: OpenOptions) {
  const calls: unknown[][] = [];
  const shown = makeWish({ id: 'wish-1', ...wish });
  let now = shown;
  const changed = () => {
    now = { ...shown, can: [], updatedAt: new Date().toISOString(), ...after };
    return now;
  };
  const recorded = Object.fromEntries(
    verbs.map((verb) => [
      verb,
      async (id: string, body?: unknown) => {
        calls.push([verb, id, body]);
        return changed();
      },
    ]),
  );
  const client = fakeClient({
    ...answers,
    session,
    me: { get: async () => as, ...answers.me },
    wishes: {
      get: async () => now,
      ...recorded,
      post: async (body) => {
        calls.push(['post', body]);
        return makeWish({ ...shown, id: 'wish-2', title: body.title, kind: body.kind, status: 'submitted', mine: true });
      },
      contact: async (id) => {
        calls.push(['contact', id]);
        return { name: '李桂芳', phone: '138 1234 5678', address: '12 幢 402' };
      },
      ...answers.wishes,
    },
  });
  return { client, calls, shown };
}

/** Opens `fm-wish-detail` and waits for its wish, and for all around it unless `whole` is false. */
export async function openDetail(
  options: OpenOptions & { intent?: WishIntent; whole?: boolean } = {},
): Promise<Opened<FmWishDetail>> {
  const { client, calls } = recording(options);
  const element = await fixture<FmWishDetail>(
    html`<fm-wish-detail
      .client=${client}
      area="yikang"
      wish-id="wish-1"
      mode=${options.mode ?? 'normal'}
      lang=${options.lang ?? 'zh-CN'}
      .intent=${options.intent ?? ''}
    ></fm-wish-detail>`,
  );
  const settled = () => options.whole === false || all(element, '.late').length === 0;
  await waitUntil(() => element.dataset['state'] !== 'loading' && settled(), 'the wish does not arrive');
  await element.updateComplete;
  return tools(element, client, calls);
}

/** What a test wishes for. */
export const wanted = '三楼走道的灯坏了，想请人换根灯管。';

export interface OpenFormOptions extends OpenOptions {
  editing?: Partial<Wish>;
  onBehalfOf?: { memberId: string; name: string };
}

/** Opens `fm-wish-form` and waits until it knows who writes. */
export async function openForm(options: OpenFormOptions = {}): Promise<Opened<FmWishForm>> {
  const { client, calls } = recording(options);
  const element = await fixture<FmWishForm>(
    html`<fm-wish-form
      .client=${client}
      area="yikang"
      .wish=${options.editing ? makeWish({ id: 'wish-1', mine: true, ...options.editing }) : undefined}
      .onBehalfOf=${options.onBehalfOf}
      mode=${options.mode ?? 'normal'}
      lang=${options.lang ?? 'zh-CN'}
    ></fm-wish-form>`,
  );
  await waitUntil(
    () => all(element, '.public dd').some((found) => found.textContent.includes('怡康社区')),
    'the form does not know its place',
  );
  await element.updateComplete;
  return tools(element, client, calls);
}

/** A form whose first page is filled in and left. */
export async function onSecondPage(options: OpenFormOptions = {}): Promise<Opened<FmWishForm>> {
  const form = await openForm(options);
  form.choose('kind', 'service');
  form.type('#title', wanted);
  form.press('下一步：电话和照片');
  await waitUntil(() => form.maybe('#phone'));
  return form;
}

/** A verb that the server refuses. */
export const refusal =
  (...refused: ConstructorParameters<typeof FiveMicroError>) =>
  (): Promise<never> =>
    Promise.reject(new FiveMicroError(...refused));

/** The next event of a type, wherever inside it began. */
export const heard = <K extends keyof HTMLElementEventMap>(element: HTMLElement, type: K): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));

/** The element that has the keyboard, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** The sheet has risen: while it fades in, its colours are not the real ones. */
export const risen = (element: HTMLElement): Promise<unknown> =>
  Promise.all(all(element, 'dialog').flatMap((dialog) => dialog.getAnimations().map(({ finished }) => finished)));

/** Everything that can be pressed is large enough. */
export function expectTargets(element: HTMLElement, least: number): void {
  for (const target of all(element, 'button, .chip, .pick label, .kinds label, .stars label, .add, .input')) {
    const { width, height } = target.getBoundingClientRect();
    if (width === 0) continue;
    expect(height, target.outerHTML.slice(0, 120)).to.be.at.least(least);
    if (target.matches('button')) expect(width, target.outerHTML.slice(0, 120)).to.be.at.least(least);
  }
}
