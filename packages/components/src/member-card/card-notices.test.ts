import { noticeSentence, pageOf } from '@five-micro/contract/notices';
import type { Notice } from '@five-micro/sdk';
import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { makeArea, makeWish } from '../shared/testing/fake-client.ts';
import { noticeOf, setUp } from './testing/set-up.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

describe('what is told of projects, rounds and stars', () => {
  const project = { id: 'p', title: '楼门口修一条慢坡道', status: 'under-way' as const };
  const round = { id: 'r', title: '明年先办哪几件', of: 'projects' as const, status: 'closed' as const };
  const nomination = { id: 'n', title: '岗位之星', status: 'asked' as const };
  const told = (type: string): Notice => {
    const about = type.startsWith('project.') ? { project } : type.startsWith('round.') ? { round } : { nomination };
    return noticeOf(type, makeWish(), { wish: null, ...about });
  };

  it.each([...Object.keys(zhCN.noticeOfProject), ...Object.keys(zhCN.noticeOfRound), ...Object.keys(zhCN.noticeOfStar)])(
    '%s has words of its own in both languages',
    (type) => {
      const notice = told(type);
      const title = (notice.project ?? notice.round ?? notice.nomination)?.title ?? '';
      for (const words of [zhCN, en]) {
        expect(noticeSentence(notice, words)).to.contain(title);
        expect(noticeSentence(notice, words)).not.to.equal(words.noticeOther(title));
      }
    },
  );

  it('leads to the portal’s page of it; whoever is asked to be a star finds the question in the gallery', async () => {
    const links = { project: '/projects.html?project={id}', round: '/projects.html?round={id}', stars: '/stars.html' };
    const area = makeArea({ settings: { ...makeArea().settings, links } });
    const { root, text } = await setUp({
      areas: { get: async () => area },
      notices: [told('star.asked'), told('project.correction-overdue'), told('round.closed')],
    });
    expect(text()).to.contain('有邻居提名你当“岗位之星”，点不点头都由你');
    const hrefs = [...(root?.querySelectorAll('.tell a') ?? [])].map((link) => link.getAttribute('href'));
    expect(hrefs).to.deep.equal(['/stars.html', '/projects.html?project=p', '/projects.html?round=r']);
  });

  it('leads to the star, the contest or the nomination itself where the portal has pages for them', () => {
    const links = {
      stars: '/stars.html',
      star: '/stars.html?star={id}',
      nomination: '/stars.html?nomination={id}',
      contest: '/stars.html?round={id}',
    };
    const about = (more: Partial<NonNullable<Notice['nomination']>>) =>
      pageOf(noticeOf('star.asked', makeWish(), { wish: null, nomination: { ...nomination, ...more } }), links);
    expect(about({})).to.equal('/stars.html?nomination=n');
    expect(about({ status: 'voting', round: 'r' })).to.equal('/stars.html?round=r');
    expect(about({ status: 'awarded', round: 'r', star: 's' })).to.equal('/stars.html?star=s');
    const contest = { ...round, of: 'stars' as const };
    expect(pageOf(noticeOf('round.closed', makeWish(), { wish: null, round: contest }), links)).to.equal('/stars.html?round=r');
  });

  it('names nothing that is gone from the reader’s sight', () => {
    const gone = noticeOf('star.asked', makeWish(), { wish: null, nomination: null });
    for (const words of [zhCN, en]) expect(noticeSentence(gone, words)).to.equal(words.noticeOther(''));
  });
});
