import { expect, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { makeArea } from '../shared/testing/fake-client.ts';
import { heard, hours, me, reportInOf, setUp } from './testing/set-up.ts';

describe('who I am here', () => {
  it('is shown as neighbours would see it, each role once', async () => {
    const { root, text } = await setUp();
    expect(root?.querySelector('.me .name')?.textContent).to.equal('张**');
    expect([...(root?.querySelectorAll('.roles li') ?? [])].map((role) => role.textContent)).to.deep.equal([
      '居民',
      '志愿者',
      '怡康第二党支部联系人',
    ]);
    expect(text()).to.contain('11月13日网上报到');
    expect(root?.querySelector('.sums')?.textContent.replace(/\s+/g, '')).to.equal('圆了邻居的心愿4个许过的心愿0个');
  });

  it('offers to report in where that has not happened, and says when a worker has to look first', async () => {
    const { card, button, root } = await setUp({
      me: me({ area: null, reportedInAt: null }),
      areas: { reportIn: async () => reportInOf({ state: 'waiting' }) },
    });
    const told = heard(card, 'fm-reported-in');
    button('到怡康社区报到')?.click();
    expect((await told).reportIn.state).to.equal('waiting');
    await waitUntil(() => root?.querySelector('fm-toast')?.text === '已经告诉社工，等他们看一看');
  });

  it('does not offer what has been done, nor what the area does not let them', async () => {
    const done = await setUp();
    expect(done.button('到怡康社区报到')).to.equal(undefined);
    const street = await setUp({ me: me({ reportedInAt: null }), areas: { get: async () => makeArea({ can: [] }) } });
    expect(street.button('报到')).to.equal(undefined);
  });
});

describe('a report-in that waits', () => {
  const waits = reportInOf({
    state: 'waiting',
    area: { slug: 'xingda', name: '兴达社区' },
    organisation: { slug: 'p2', name: '兴达第二党支部' },
    at: hours(72),
  });

  it('says whom it waits for and since when, and who sees the branch', async () => {
    const { root, button } = await setUp({ me: me({ waitingReportIn: waits }) });
    expect(root?.querySelector('.waits')?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      '到兴达社区报到，和兴达第二党支部一起 11月20日 周五交的，等兴达社区的社工看。看过了会在这里告诉你。 和哪个支部一起，只有你和社工看得到。',
    );
    expect(button('支部')).to.equal(undefined);
  });

  it('can be replaced by reporting in here, which says so', async () => {
    const { text, button } = await setUp({ me: me({ area: null, reportedInAt: null, waitingReportIn: waits }) });
    expect(text()).to.contain('在这里报到，会代替还在等的那次（兴达社区）。');
    expect(button('到怡康社区报到')).not.to.equal(undefined);
  });

  it('is not sent twice to the same community', async () => {
    const here = reportInOf({ state: 'waiting' });
    const { button } = await setUp({ me: me({ area: { slug: 'xingda', name: '兴达社区' }, waitingReportIn: here }) });
    expect(button('到怡康社区报到')).to.equal(undefined);
  });

  it('is announced before it is sent from a home elsewhere', async () => {
    const { text } = await setUp({ me: me({ area: { slug: 'xingda', name: '兴达社区' } }) });
    expect(text()).to.contain('你现在的家是兴达社区，换过来要这里的社工看一看。');
  });

  it('leaves a branch that only oneself reads', async () => {
    const { root, button } = await setUp({ me: me({ branch: { slug: 'p2', name: '怡康第二党支部' } }) });
    expect(root?.querySelector('.mine-alone')?.textContent.replace(/\s+/g, '')).to.equal('怡康第二党支部·只有你和社工看得到');
    expect(button('换个支部')).not.to.equal(undefined);
  });
});
