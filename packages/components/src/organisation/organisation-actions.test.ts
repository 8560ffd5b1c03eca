import { expect, waitUntil } from '@open-wc/testing';
import { type Action, FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeAction } from '../shared/testing/fake-client.ts';
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
