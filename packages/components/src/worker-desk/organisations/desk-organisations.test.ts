import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type NewOrganisation, type Organisation, type Representative } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeList, makeArea, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import { hours, makeMember, makeOrganisation, makePage } from '../testing/data.ts';
import { openTab } from '../testing/tabs.ts';

const tree: Organisation[] = [
  makeOrganisation('committee', '怡康社区党委'),
  makeOrganisation('branch', '怡康第一党支部', 'committee'),
  makeOrganisation('yikang-party-1', '怡康第二党支部', 'committee'),
];
const chen: Representative = { id: 'chen', name: '陈建国', origin: 'issuer', since: hours(900) };
const li: Representative = { id: 'li', name: '李梅', origin: 'worker', since: hours(90) };
const shan = makeMember({ id: 'shan', name: '单小平' });

async function setUp({ all = tree, fails = [] as FiveMicroError[], can = ['representatives'], width = 1000, mode = '' } = {}) {
  const known = { organisations: [...all], people: [chen, li] };
  const saved: unknown[][] = [];
  const registered: NewOrganisation[] = [];
  const tab = await openTab({
    tab: 'organisations',
    width,
    mode,
    answers: {
      areas: { organisations: () => fakeList(() => pageOf(known.organisations)), get: async () => makeArea({ can: ['desk'] }) },
      members: { list: () => fakeList(() => pageOf([shan, makeMember({ id: 'chen', name: '陈建国' })])) },
      organisations: {
        get: async (slug) => {
          const one = known.organisations.find((organisation) => organisation.slug === slug);
          return makePage({ slug, name: one?.name ?? slug, can });
        },
        wishes: () => fakeList(() => pageOf([makeWish({ title: '想要一台血糖仪', status: 'closed' })])),
        representatives: () => fakeList(() => pageOf(known.people)),
        setRepresentatives: async (slug, { members }) => {
          saved.push([slug, members]);
          known.people = members.map(
            (id) => known.people.find((one) => one.id === id) ?? { id, name: shan.name, origin: 'worker', since: hours(0) },
          );
          return known.people;
        },
        register: async (body) => {
          registered.push(body);
          const error = fails.shift();
          if (error) throw error;
          known.organisations.push({ ...body, area: 'yikang', parent: body.parent ?? null });
          return makePage({ ...body, path: [{ slug: 'committee', name: '怡康社区党委' }, body] });
        },
      },
    },
  });
  return { ...tab, known, saved, registered, who: () => tab.text('.wish') };
}

const openBranch = async (tab: Awaited<ReturnType<typeof setUp>>) => {
  await tab.press('怡康第一党支部', '.tree button');
  await waitUntil(() => tab.all('.people li').length === 2);
};

describe('organisations', () => {
  it('stand as a tree that the arrow keys walk', async () => {
    const { find, all, panel } = await setUp();
    expect(all('.tree > ul > li').length).to.equal(1);
    expect(all('.tree ul ul b').map((one) => one.textContent)).to.deep.equal(['怡康第一党支部', '怡康第二党支部']);
    const first = find('.tree button');
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(panel().activeElement?.getAttribute('data-slug')).to.equal('branch');
  });

  it('show where they stand, what they did, and lead up the tree', async () => {
    const tab = await setUp();
    await openBranch(tab);
    expect(tab.who()).to.equal('怡康第一党支部');
    expect(tab.text('.deeds')).to.contain('12').and.to.contain('2');
    expect(tab.text('.helped')).to.contain('想要一台血糖仪');
    await tab.press('怡康社区党委', '.path button');
    await waitUntil(() => tab.who() === '怡康社区党委');
    await waitUntil(() => tab.focused()?.classList.contains('wish'));
  });

  it('open the history of a wish that they helped with', async () => {
    const tab = await setUp();
    await openBranch(tab);
    await tab.press('看经过：想要一台血糖仪');
    await waitUntil(() => tab.root()?.querySelector('fm-wish-detail'));
  });

  it('show their representatives to nobody whom the server does not let', async () => {
    const tab = await setUp({ can: [] });
    await tab.press('怡康第一党支部', '.tree button');
    await waitUntil(() => tab.who() === '怡康第一党支部');
    expect(tab.find('fm-organisation-people')).to.equal(undefined);
  });
});

describe('who acts for an organisation', () => {
  it('is added and withdrawn on paper first, then saved all at once', async () => {
    const tab = await setUp();
    await openBranch(tab);
    await tab.press('撤下：李梅');
    expect(tab.text('.going')).to.contain('存了就撤下');
    await tab.press('加一位联系人');
    await waitUntil(() => tab.focused()?.id === 'who');
    await tab.search('who', '单');
    await waitUntil(() => tab.all('fm-desk-pick').length === 1 && tab.find('button', '加上'));
    expect(tab.find('button', '加上：陈建国'), 'who is there is not offered').to.equal(undefined);
    await tab.press('加上：单小平');
    expect(tab.saved).to.deep.equal([]);
    expect(tab.text('.save')).to.contain('有 2 处还没存');
    await tab.press('存下来');
    await waitUntil(() => tab.text('.save').includes('存好了'));
    expect(tab.saved).to.deep.equal([['branch', ['chen', 'shan']]]);
    expect(tab.all('.people b').map((one) => one.textContent)).to.deep.equal(['陈建国', '单小平']);
  });

  it('can be kept after all', async () => {
    const tab = await setUp();
    await openBranch(tab);
    await tab.press('撤下：李梅');
    await tab.press('还是留着：李梅');
    expect(tab.find('button', '存下来')).to.equal(undefined);
    await tab.press('撤下：陈建国');
    await tab.press('都不改了');
    expect(tab.all('.going')).to.deep.equal([]);
  });

  it('is shown anew, not overwritten, where somebody else has changed it', async () => {
    const tab = await setUp();
    await openBranch(tab);
    await tab.press('撤下：李梅');
    tab.known.people = [chen, li, { id: 'qiu', name: '仇英', origin: 'worker', since: hours(0) }];
    await tab.press('存下来');
    await waitUntil(() => tab.text('.save').includes('刚才别人改过'));
    expect(tab.saved).to.deep.equal([]);
    expect(tab.text('.going')).to.contain('李梅');
    await tab.press('存下来');
    await waitUntil(() => tab.saved.length > 0);
    expect(tab.saved).to.deep.equal([['branch', ['chen', 'qiu']]]);
  });

  it('follows what is said elsewhere', async () => {
    const tab = await setUp();
    await openBranch(tab);
    tab.known.people = [chen];
    tab.client.emit({ type: 'member.representative-withdrawn', area: 'yikang' });
    await waitUntil(() => tab.all('.people li').length === 1);
  });
});

describe('a new organisation', () => {
  it('is registered with a short name that is proposed, and opens', async () => {
    const tab = await setUp();
    await tab.press('登记一个组织');
    await waitUntil(() => tab.who() === '登记一个组织');
    expect(tab.find('#slug')).to.have.property('value', 'yikang-party-2');
    await tab.press('登记', '.case-act .primary');
    expect(tab.text('#name-error')).to.contain('写上名称');
    await tab.write('name', '怡康第三党支部');
    const parent = tab.find('#parent');
    if (parent instanceof HTMLSelectElement) {
      parent.value = 'committee';
      parent.dispatchEvent(new Event('change'));
    }
    await tab.press('登记', '.case-act .primary');
    await waitUntil(() => tab.who() === '怡康第三党支部');
    expect(tab.registered).to.deep.equal([
      { slug: 'yikang-party-2', name: '怡康第三党支部', kind: 'party', parent: 'committee' },
    ]);
    expect(tab.text('.told')).to.contain('登记好了');
    expect(tab.all('.tree ul ul b').length).to.equal(3);
  });

  it('gets another short name where another community has that one', async () => {
    const tab = await setUp({ fails: [new FiveMicroError('organisation.exists', { message: '已经有了', status: 409 })] });
    await tab.press('登记一个组织');
    await tab.press('社会组织', '.chip');
    await tab.write('name', 'Sunshine 志愿队');
    await tab.press('登记', '.case-act .primary');
    await waitUntil(() => tab.text('#slug-error').includes('换了一个'));
    expect(tab.find('#slug')).to.have.property('value', 'sunshine-2');
    await tab.press('登记', '.case-act .primary');
    await waitUntil(() => tab.registered.length === 2);
    expect(tab.registered.map(({ slug }) => slug)).to.deep.equal(['sunshine', 'sunshine-2']);
  });

  it('needs a short name of the right shape', async () => {
    const tab = await setUp();
    await tab.press('登记一个组织');
    await tab.write('name', '银杏合唱团');
    await tab.write('slug', '银杏');
    await tab.press('登记', '.case-act .primary');
    expect(tab.text('#slug-error')).to.contain('小写字母');
    expect(tab.registered).to.deep.equal([]);
  });

  it('can wait, and the keyboard is back at its button', async () => {
    const tab = await setUp();
    await tab.press('登记一个组织');
    await tab.press('先不登记');
    await waitUntil(() => tab.focused()?.classList.contains('new'));
  });
});

describe('how organisations can be used', () => {
  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const tab = await setUp({ mode });
      await openBranch(tab);
      await tab.press('加一位联系人');
      await tab.press('撤下：李梅');
      await expect(tab.desk).to.be.accessible();
      await tab.press('登记一个组织');
      await waitUntil(() => tab.who() === '登记一个组织');
      await expect(tab.desk).to.be.accessible();
    });
  }
});
