import { expect, waitUntil } from '@open-wc/testing';
import { type Action, FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeNow, makeAction } from '../shared/testing/fake-client.ts';
import '../worker-desk/actions/action-form.define.ts';
import '../worker-desk/actions/action-keeper.define.ts';
import { pageLike, setUp } from './testing/set-up.ts';

const open = (more: Partial<Action> = {}) =>
  makeAction({ title: '晚饭后走一圈', host: { slug: 'party', name: '怡康社区党总支' }, ...more });
const draft = open({ title: '旧衣换盆花', status: 'draft', can: ['edit', 'cancel'] });

describe('the actions of an organisation', () => {
  it('are read by everyone', async () => {
    const { text, button, root } = await setUp({ actions: [open()] });
    expect(text())
      .to.contain('办的行动')
      .and.to.contain('晚饭后走一圈')
      .and.to.contain('11月28日 周六 9:00')
      .and.to.contain('报名中');
    expect(button('发起一个行动')).to.equal(undefined);
    expect(root?.querySelector('.held button'), 'only who looks after it opens it').to.equal(null);
  });

  it('begin with the next to come, however long a series is and whatever is over', async () => {
    const week = 7 * 86_400_000;
    const at = (weeks: number) => new Date(fakeNow.getTime() + 3_600_000 + weeks * week);
    const weekly = Array.from({ length: 26 }, (_, n) =>
      open({
        title: `第 ${n + 1} 次巡逻`,
        startsAt: at(n).toISOString(),
        endsAt: new Date(at(n).getTime() + 3_600_000).toISOString(),
      }),
    );
    const over = open({ title: '上个月的', status: 'finished', startsAt: at(-4).toISOString(), endsAt: at(-4).toISOString() });
    const { root, button } = await setUp({ actions: [...weekly].reverse().concat(over) });
    const names = () => [...(root?.querySelectorAll('.held b') ?? [])].map((name) => name.textContent);
    expect(names()).to.have.length(12);
    expect(names()[0]).to.equal('第 1 次巡逻');
    button('再看 15 场')?.click();
    await waitUntil(() => names().length === 27);
    expect(names().at(-1)).to.equal('上个月的');
    expect(button('收起来')?.getAttribute('aria-expanded')).to.equal('true');
  });

  it('are no news where there are none', async () => {
    const { text } = await setUp();
    expect(text()).not.to.contain('办的行动');
  });

  it('leave the page standing where they could not be read', async () => {
    const off = new FiveMicroError('area.feature-off', { status: 403 });
    const { text } = await setUp({ fails: off });
    expect(text()).to.contain('怡康社区党总支').and.not.to.contain('办的行动');
  });

  it('are started by its representatives, in its name', async () => {
    const { text, button, root } = await setUp({ represents: true });
    expect(text()).to.contain('还没有办过行动');
    button('发起一个行动')?.click();
    await waitUntil(() => root?.querySelector('fm-action-keeper')?.shadowRoot?.querySelector('fm-action-form'));
    const form = root?.querySelector('fm-action-keeper')?.shadowRoot?.querySelector('fm-action-form');
    expect(form?.host).to.equal('party');
    expect(form?.action).to.equal(undefined);
  });

  it('are looked after on their page', async () => {
    const { button, root, page } = await setUp({ represents: true, actions: [draft], pages: [pageLike()] });
    button('旧衣换盆花')?.click();
    const inside = () => root?.querySelector('fm-action-keeper')?.shadowRoot?.querySelector('fm-action-case');
    await waitUntil(() => inside()?.shadowRoot?.querySelector('.wish')?.textContent === '旧衣换盆花');
    expect(inside()?.staff, 'no members are looked for').to.equal(false);
    const sheet = root?.querySelector('fm-action-keeper')?.shadowRoot?.querySelector('fm-sheet');
    // Until it has risen its colours are not the real ones.
    await Promise.all(
      sheet?.shadowRoot
        ?.querySelector('dialog')
        ?.getAnimations()
        .map(({ finished }) => finished) ?? [],
    );
    await expect(page).to.be.accessible();
  });
});
