import { publicActionStatus, publicProjectStatus, publicStatus } from '@five-micro/contract';
import { expect, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { all, openDetail } from '../../wish-wall/testing/open.ts';
import { makeAction, makeArea, makeWish } from '../testing/fake-client.ts';
import { withAdapter } from '../testing/with-adapter.ts';
import type { FiveMicroShare } from './adapter.ts';
import { publicActions, publicProjects, publicWishes, sharedAction, sharedProject, sharedStar, sharedWish } from './shareable.ts';
import { zhCN } from './words/zh-CN.ts';

const base = makeArea();
const links = { wish: '/wishes.html?wish={id}' };
const withLinks = { areas: { get: async () => makeArea({ settings: { ...base.settings, links } }) } };

/** An opened wish, and what the page was told of it. */
async function opened(options: Parameters<typeof openDetail>[0] = withLinks) {
  const detail = await openDetail(options);
  const told: (FiveMicroShare | null)[] = [];
  const community = withAdapter(detail.element, { setShareData: (share) => told.push(share) });
  const next = async (count: number) => {
    await waitUntil(() => told.length >= count, 'the page was not told');
    return told;
  };
  return { ...detail, community, told, next };
}

describe('what can be shared of what is open', () => {
  it('is told to the page: its words, its address by the area’s links, and no name', async () => {
    const { element, next } = await opened();
    const [share] = await next(1);
    expect(share).to.deep.equal({
      title: '三楼走道的灯坏了一周，晚上回家要摸黑，想请人换根灯管。',
      description: '怡康社区 · 微心愿',
      link: `${location.origin}/wishes.html?wish=wish-1`,
    });
    expect(JSON.stringify(share)).not.to.contain('李');
    element.remove();
    expect((await next(2))[1]).to.equal(null);
  });

  it('is told once, however often it is shown anew, and again when it is another', async () => {
    const { element, next, told } = await opened();
    await next(1);
    element.requestUpdate();
    await element.updateComplete;
    element.headingLevel = 3;
    await element.updateComplete;
    expect(told).to.have.length(1);
  });

  it('is over once it is closed, also where something of it was on its way to be shown', async () => {
    const { element, community, next, told } = await opened();
    await next(1);
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    expect(await next(2)).to.have.length(2);
    // What would be told by mistake needs an answer first.
    await new Promise(requestAnimationFrame);
    expect(told.slice(1)).to.deep.equal([null]);
    community.append(element);
    expect((await next(3))[2]?.title).to.contain('三楼');
  });

  it('has the address of the page that is open where the area names none, without what a sign-in left in it', async () => {
    const was = location.href;
    history.replaceState(null, '', '?p=7&code=secret&state=x&access_token=a&id_token=b&auth_code=c&openid=d&SID=e#top');
    try {
      const { next } = await opened({});
      const [share] = await next(1);
      expect(share?.link).to.match(/\?p=7$/);
    } finally {
      history.replaceState(null, '', was);
    }
  });

  it('goes to no page that wants nothing of it, and a page’s mistake is said once in its console', async () => {
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => said.push(words[0]);
    try {
      const { element } = await openDetail(withLinks);
      withAdapter(element, {});
      const failing = { setShareData: () => Promise.reject(new Error('no')) };
      const { element: second } = await openDetail(withLinks);
      withAdapter(second, failing);
      await waitUntil(() => said.length > 0);
      second.remove();
      await second.updateComplete;
      expect(said).to.deep.equal(['[five-micro] adapter.setShareData did not work.']);
      expect(all(second, '[role=alert]')).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });
});

describe('what may be shared', () => {
  it('is what the contract lets everyone read', () => {
    expect(publicWishes).to.deep.equal(publicStatus);
    expect(publicActions).to.deep.equal(publicActionStatus);
    expect(publicProjects).to.deep.equal(publicProjectStatus);
  });

  it('is no wish that only its wisher knows, and none whose words are gone', () => {
    expect(sharedWish(makeWish({ status: 'submitted' }), zhCN, 'zh-CN')).to.equal(undefined);
    expect(sharedWish(makeWish({ erased: true }), zhCN, 'zh-CN')).to.equal(undefined);
    expect(sharedAction(makeAction({ status: 'draft' }), zhCN, 'zh-CN')).to.equal(undefined);
  });

  it('names nobody: no wisher, no proposer, no star', () => {
    const project = {
      id: 'p',
      area: 'yikang',
      areaName: '怡康社区',
      title: '修一条坡道',
      status: 'listed',
      proposer: { name: '王小明' },
    };
    const star = { id: 's', area: 'yikang', areaName: '怡康社区', name: '王小明', title: { code: 'service', name: '服务之星' } };
    const said = [
      sharedWish(makeWish({ wisher: { name: '王小明' }, forWhom: { relation: 'self', name: '王小明' } }), zhCN, 'zh-CN'),
      sharedProject(project as Parameters<typeof sharedProject>[0], zhCN, 'zh-CN'),
      sharedStar(star as Parameters<typeof sharedStar>[0], zhCN, 'zh-CN'),
    ];
    expect(said.every(Boolean)).to.equal(true);
    expect(JSON.stringify(said)).not.to.contain('王小明');
  });
});

describe('an adapter that is given later', () => {
  it('is told what is open already', async () => {
    const { element } = await openDetail(withLinks);
    const community = withAdapter(element, undefined);
    const told: unknown[] = [];
    community.adapter = { setShareData: (share) => told.push(share?.title.slice(0, 2)) };
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal(['三楼']);
  });
});
