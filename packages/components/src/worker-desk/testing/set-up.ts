import { fixture, html, waitUntil } from '@open-wc/testing';
import type { FiveMicro, Wish } from '@five-micro/sdk';
import { LiveController } from '../../shared/controllers/live.ts';
import { type FakeAnswers, fakeClient, fakeList, fakeNow, makeArea, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import '../define.ts';
import type { FmWorkerDesk } from '../worker-desk.ts';
import { hours } from './data.ts';

LiveController.longestDelay = 0;

const can = ['publish', 'decline', 'merge', 'contact'];
export const submitted = (more: Partial<Wish>): Wish => makeWish({ status: 'submitted', can, createdAt: hours(5), ...more });

export const lamp = submitted({
  title: '三楼走道的灯坏了',
  story: '打 13912342046 找我，我在12幢402。',
  category: 'other',
  screening: [
    { part: 'title', hits: [], proposed: '三楼走道的灯坏了' },
    {
      part: 'story',
      hits: [
        { start: 2, end: 13, kind: 'phone', reason: null },
        { start: 19, end: 25, kind: 'address', reason: null },
      ],
      proposed: '打 139****2046 找我，我在（门牌不公开）。',
    },
  ],
});
export const stick = submitted({ title: '想要一根不打滑的拐杖', category: 'elderly' });
export const quilt = submitted({ title: '一床厚实的棉被' });

/** The next event of a name, typed as the element promises it. */
export const heard = <K extends keyof HTMLElementEventMap>(element: HTMLElement, name: K): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));

export interface Call {
  verb: string;
  id: string;
  body: unknown;
}

export interface SetUp {
  queues?: Partial<Record<'submitted' | 'open,claimed' | 'fulfilled' | 'found', Wish[]>>;
  wishes?: Partial<FiveMicro['wishes']>;
  answers?: FakeAnswers;
  width?: number;
  mode?: string;
}

/** A desk of a signed-in worker whose queues lose what is handled, as the server's would. */
export async function setUp({
  queues = { submitted: [lamp, stick, quilt] },
  wishes = {},
  answers = {},
  width = 1000,
  mode = '',
}: SetUp = {}) {
  const calls: Call[] = [];
  const all = new Map(
    Object.values(queues)
      .flat()
      .map((wish) => [wish.id, wish]),
  );
  const verb =
    (name: string, status: Wish['status']) =>
    async (id: string, body: unknown): Promise<Wish> => {
      calls.push({ verb: name, id, body });
      const wish = { ...makeWish(), ...all.get(id), status, can: [] };
      all.set(id, wish);
      return wish;
    };
  const client = fakeClient({
    session: 'signed-in',
    areas: { get: async () => makeArea({ can: ['post-wish', 'desk'] }) },
    me: {
      get: async () => ({
        id: 'me',
        name: '小吴',
        maskedName: '吴**',
        area: null,
        reportedInAt: null,
        branch: null,
        waitingReportIn: null,
        roles: [{ role: 'worker', area: 'yikang' }],
        organisations: [],
        consents: { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' },
        helped: 0,
        unseenNotices: 0,
      }),
    },
    wishes: {
      list: ({ status = '', q } = {}) => {
        if (q) return fakeList(() => pageOf(queues.found ?? []));
        const names = status.split(',');
        return fakeList(() =>
          pageOf([...all.values()].filter((wish) => names.includes(wish.status) && !queues.found?.includes(wish))),
        );
      },
      publish: verb('publish', 'open'),
      decline: verb('decline', 'declined'),
      merge: verb('merge', 'merged'),
      close: verb('close', 'closed'),
      lower: verb('lower', 'claimed'),
      approvePhotos: verb('approve-photos', 'fulfilled'),
      ...wishes,
    },
    ...answers,
  });
  const frame = document.createElement('div');
  frame.style.width = `${width}px`;
  const desk = await fixture<FmWorkerDesk>(
    html`<fm-worker-desk .client=${client} area="yikang" mode=${mode} .now=${() => fakeNow.getTime()}></fm-worker-desk>`,
    { parentNode: frame },
  );
  await waitUntil(() => desk.dataset['state'] !== 'loading');
  await desk.updateComplete;
  await desk.shadowRoot?.querySelector('fm-desk-case')?.updateComplete;
  const inCase = () => desk.shadowRoot?.querySelector('fm-desk-case')?.shadowRoot;
  const words = (root: ParentNode | null | undefined, selector: string) =>
    root?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  return {
    desk,
    client,
    calls,
    all,
    inCase,
    root: () => desk.shadowRoot,
    current: () => words(inCase(), '.wish'),
    told: () => words(inCase(), '.told'),
    toast: () => desk.shadowRoot?.querySelector('fm-toast')?.text ?? '',
    queue: () => [...(desk.shadowRoot?.querySelectorAll('.queue b') ?? [])].map((item) => item.textContent),
    press: async (name: string, root?: ParentNode | null) => {
      const find = () =>
        [...((root ?? inCase())?.querySelectorAll('button') ?? [])].find((one) =>
          (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim().startsWith(name),
        );
      await waitUntil(find, `there is a button ${name}`);
      find()?.click();
      await desk.updateComplete;
      await desk.shadowRoot?.querySelector('fm-desk-case')?.updateComplete;
    },
    write: async (id: string, text: string) => {
      const find = () => inCase()?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
      await waitUntil(find, `there is a field ${id}`);
      const box = find();
      if (!box) return;
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await desk.shadowRoot?.querySelector('fm-desk-case')?.updateComplete;
    },
  };
}
