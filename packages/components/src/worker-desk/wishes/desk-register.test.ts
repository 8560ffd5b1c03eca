import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Member, NewMember, NewWish } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeClient, fakeList, makeArea, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import { heard } from '../testing/set-up.ts';
import type { FmWorkerDesk } from '../worker-desk.ts';

const wang: Member = {
  id: '01990000-0000-7000-8000-00000000aaaa',
  name: '王秀英',
  phone: '139****2046',
  area: { slug: 'yikang', name: '怡康社区' },
  branch: null,
  registeredByWorker: true,
  accounts: 0,
  createdAt: '2026-11-01T00:00:00.000Z',
  can: ['post-wish', 'merge', 'revoke'],
};

async function setUp(mode = '') {
  const asked: (string | undefined)[] = [];
  const registered: NewMember[] = [];
  const posted: NewWish[] = [];
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
        roles: [],
        organisations: [],
        consents: { wishAuthor: true, helper: false, photos: false, star: false, ranking: 'off' },
        helped: 0,
        unseenNotices: 0,
      }),
    },
    members: {
      list: ({ q } = {}) => {
        asked.push(q);
        return fakeList(() => pageOf(q === '王' || q === '2046' ? [wang] : []));
      },
      register: async (body) => {
        registered.push(body);
        return { ...wang, name: body.name, phone: null };
      },
    },
    wishes: {
      post: async (body) => {
        posted.push(body);
        return makeWish({ title: body.title, status: 'submitted', onBehalf: true });
      },
    },
  });
  const desk = await fixture<FmWorkerDesk>(html`<fm-worker-desk .client=${client} area="yikang" mode=${mode}></fm-worker-desk>`);
  await waitUntil(() => desk.shadowRoot?.querySelector('.head button'));
  desk.shadowRoot?.querySelector<HTMLElement>('.head button')?.click();
  await waitUntil(() => desk.shadowRoot?.querySelector('fm-desk-register')?.open);
  const register = desk.shadowRoot?.querySelector('fm-desk-register');
  if (!register) throw new Error('the desk has no register');
  const root = register.shadowRoot;
  const write = async (id: string, text: string): Promise<void> => {
    const input = root?.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(`there is no field ${id}`);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await register.updateComplete;
  };
  return {
    desk,
    register,
    root,
    asked,
    registered,
    posted,
    write,
    form: () => desk.shadowRoot?.querySelector('fm-wish-form'),
    search: async (q: string) => {
      await write('q', q);
      root?.querySelector<HTMLFormElement>('form[role=search]')?.requestSubmit();
      await waitUntil(() => root?.querySelector('[role=status].muted'));
    },
    add: async () => {
      [...(root?.querySelectorAll<HTMLElement>('button') ?? [])]
        .find((button) => button.textContent.includes('登记新邻居'))
        ?.click();
      await register.updateComplete;
    },
    submitNew: async () => {
      root?.querySelector<HTMLFormElement>('.newcomer')?.requestSubmit();
      await register.updateComplete;
    },
  };
}

describe('a neighbour without a phone', () => {
  it('is found by name or the end of the phone, with full name and masked number', async () => {
    const { search, root, asked } = await setUp();
    await search('2046');
    expect(asked).to.deep.equal(['2046']);
    expect(root?.querySelector('.people li')?.textContent)
      .to.contain('王秀英')
      .and.to.contain('139****2046')
      .and.to.contain('社工登记的');
  });

  it('is not searched for while an IME still proposes', async () => {
    const { root, write, asked } = await setUp();
    await write('q', 'wang');
    const key = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    root?.querySelector('#q')?.dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal([]);
  });

  it('has a wish posted for them, and the record says for whom', async () => {
    const { search, root, form, posted, desk } = await setUp();
    await search('王');
    root?.querySelector<HTMLElement>('.people button')?.click();
    await waitUntil(() => form()?.shadowRoot?.querySelector('#title'), 'the form opens');
    expect(form()?.onBehalfOf).to.deep.equal({ memberId: wang.id, name: wang.name });
    const inside = form()?.shadowRoot;
    inside?.querySelector<HTMLElement>('input[name=kind][value=item]')?.click();
    const title = inside?.querySelector<HTMLInputElement>('#title');
    if (title) title.value = '想要一根不打滑的拐杖';
    title?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const told = heard(desk, 'fm-wish-posted');
    inside?.querySelector('form')?.requestSubmit();
    await form()?.updateComplete;
    inside?.querySelector('form')?.requestSubmit();
    await told;
    expect(posted.length).to.equal(1);
    expect(posted[0]).to.deep.include({ title: '想要一根不打滑的拐杖', kind: 'item', onBehalfOf: { memberId: wang.id } });
    await waitUntil(() => desk.shadowRoot?.querySelector('fm-toast')?.text === '替王秀英许好了，正在等着看');
  });

  it('is registered where they are new, with the name that was searched for, and a wish follows', async () => {
    const { search, add, submitNew, registered, root, form, desk, write } = await setUp();
    await search('𠮷田秀');
    expect(root?.textContent).to.contain('没有找到“𠮷田秀”');
    await add();
    expect(root?.querySelector<HTMLInputElement>('#name')?.value).to.equal('𠮷田秀');
    await write('phone', '139 1234 2046');
    const told = heard(desk, 'fm-member-registered');
    await submitNew();
    await told;
    expect(registered).to.deep.equal([{ name: '𠮷田秀', phone: '139 1234 2046' }]);
    await waitUntil(() => form()?.onBehalfOf?.name === '𠮷田秀');
  });

  it('is not registered without a name or with a wrong phone', async () => {
    const { search, add, submitNew, registered, root, write } = await setUp();
    await search('025-84');
    await add();
    expect(root?.querySelector<HTMLInputElement>('#phone')?.value).to.equal('025-84');
    await submitNew();
    expect(root?.querySelector('#name-error')?.textContent).to.equal('写上姓名。');
    await write('name', '何美');
    await write('phone', '没有');
    await submitNew();
    expect(root?.querySelector('#phone-error')).not.to.equal(null);
    expect(registered).to.deep.equal([]);
  });

  for (const mode of ['normal', 'elder']) {
    it(`is found and registered accessibly: ${mode}`, async () => {
      const { search, add, register } = await setUp(mode);
      await search('王');
      await add();
      const sheet = register.shadowRoot?.querySelector('fm-sheet')?.shadowRoot;
      // While it rises it is half transparent.
      await Promise.all(
        sheet
          ?.querySelector('dialog')
          ?.getAnimations()
          .map((animation) => animation.finished) ?? [],
      );
      await expect(register).to.be.accessible();
    });
  }
});
