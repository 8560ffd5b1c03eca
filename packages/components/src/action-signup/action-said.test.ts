import type { Action } from '@five-micro/sdk';
import { expect, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { type FakeAnswers, makeAction } from '../shared/testing/fake-client.ts';
import '../wish-wall/wish-speech.define.ts';
import { actionsOf, all, button, reads, still, text, until } from './testing/set-up.ts';

/** An opened action, and what is told the workers about it. */
async function opened(action: Action, actions: FakeAnswers['actions'] = {}) {
  const { element } = await actionsOf(
    { session: 'signed-in', items: [action], actions },
    html`<fm-action-signup action-id=${action.id}></fm-action-signup>`,
  );
  button(element, action.title).click();
  await until(() => all(element, 'fm-action-detail').length > 0);
  await until(() => all(element, 'fm-action-detail >>> .main').length > 0);
  return element;
}

const photo = { id: '01990000-0000-7000-8000-0000000000f1', url: 'data:,', width: 1, height: 1, public: true };

describe('what is said of an action', () => {
  it('is reported to the workers from where it is read', async () => {
    const sent: unknown[] = [];
    const action = makeAction({ bring: '带五百块押金', forWhom: '会包饺子的', photos: [photo], can: ['sign-up', 'report'] });
    const element = await opened(action, {
      reportPart: async (id, body) => {
        sent.push([id, body]);
        return action;
      },
    });
    button(element, '这里有不合适的？').click();
    await reads(element, '跟社工说一声');
    const parts = all<HTMLInputElement>(element, 'input[name=part]');
    expect(parts.map(({ value }) => value)).to.include.members(['title', 'place', 'bring', 'for-whom', photo.id]);
    parts.find(({ value }) => value === 'bring')?.click();
    await still(element);
    await expect(element).to.be.accessible();
    all(element, 'input[name=reason]')[0]?.click();
    button(element, '告诉社工').click();
    await reads(element, '社工会来看');
    expect(sent).to.deep.equal([[action.id, { part: 'bring', reason: 'private' }]]);
  });

  it('is not reported by whoever holds it, who reads that something is put away', async () => {
    const withheld = [{ part: 'story', of: null, state: 'hidden' }];
    const element = await opened(makeAction({ can: ['edit', 'report'], withheld }));
    await reads(element, '有的字或照片社工收起来了');
    expect(text(element)).not.to.contain('这里有不合适的？');
  });
});
