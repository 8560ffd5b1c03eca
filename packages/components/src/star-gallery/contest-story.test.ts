import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { makeContest, makeOption } from './testing/data.ts';
import { all, button, contestOf, names, one, pick, reads, refusal, still, text, until } from './testing/set-up.ts';

const signedIn = 'signed-in' as const;
const round = makeContest();

const opened = async (answers: Parameters<typeof contestOf>[1] = {}) => {
  const set = await contestOf(round, { session: signedIn, ...answers });
  const [name = ''] = names(set.element);
  const option = round.options.find(({ title }) => title === name);
  one(set.element, `[data-read=${option?.id}]`).click();
  await until(() => all(set.element, 'fm-contest-story').length === 1);
  return { ...set, name, option };
};
const inSheet = (element: Element) => one(element, 'fm-contest-story');

describe('a candidate’s story', () => {
  it('is offered only where one was written', async () => {
    const plain = makeContest({ options: [makeOption(1), makeOption(2, { told: false })] });
    const { element } = await contestOf(plain, { session: signedIn });
    await until(() => names(element).length === 2);
    expect(all(element, '[data-read]').map((one) => one.dataset['read'])).to.deep.equal(['option-001']);
  });

  it('is read in a sheet, and the keyboard comes back to where it was opened', async () => {
    const { element, name, option } = await opened();
    await reads(element, `${name}的事。`);
    expect(text(inSheet(element)))
      .to.contain('说来话长')
      .and.to.contain(option?.words)
      .and.to.contain(option?.place);
    await still(element);
    await expect(element).to.be.accessible();
    one(element, 'fm-contest-story >>> .close').click();
    await until(() => all(element, 'fm-contest-story').length === 0);
    await until(() => all(element, `[data-read=${option?.id}]:focus`).length === 1);
  });

  it('puts them on the ballot and takes them off, and says why not where it is full', async () => {
    const { element, name } = await opened();
    button(inSheet(element), '选 TA').click();
    await reads(element, '已选 1 / 3');
    button(inSheet(element), '已选').click();
    await reads(element, '已选 0 / 3');
    for (const other of names(element).slice(1, 4)) pick(element, other);
    await reads(element, '已选 3 / 3');
    button(inSheet(element), '选 TA').click();
    await until(() => text(inSheet(element)).includes('最多选 3 位'));
    expect(names(element)[0]).to.equal(name);
  });

  it('can be read by those who may not vote, and holds nothing to choose for them', async () => {
    const closed = makeContest({ can: [], mine: { voted: false, revision: 0, eligible: false } });
    const { element } = await contestOf(closed, { session: signedIn });
    one(element, '[data-read]').click();
    await reads(element, '说来话长');
    expect(all(inSheet(element), '.wide').length).to.equal(0);
  });

  it('is told to the workers where something in it is not right', async () => {
    const sent: unknown[] = [];
    const { element, option } = await opened({
      stars: {
        reportNomination: async (id, body) => {
          sent.push([id, body]);
          return { id, reportedAt: '2026-11-23T02:00:00.000Z' };
        },
      },
    });
    await reads(element, '说来话长');
    button(inSheet(element), '这里有不合适的？').click();
    await reads(element, '跟社工说一声');
    one(element, 'input[value=story]').click();
    one(element, 'input[value=untrue]').click();
    button(element, '告诉社工').click();
    await reads(element, '社工会来看');
    expect(sent).to.deep.equal([[option?.id, { part: 'story', reason: 'untrue' }]]);
  });

  it('says that it could not be read, and that nothing more was written', async () => {
    let fails = true;
    const { element } = await opened({
      rounds: {
        get: async () => round,
        option: async (_round, id) => {
          if (fails) throw refusal('server.failed', 500);
          const found = round.options.find((option) => option.id === id);
          if (!found) throw refusal('round.unknown', 404);
          return { ...found, story: '' };
        },
      },
    });
    await reads(element, '故事没有读出来');
    fails = false;
    button(inSheet(element), '再试一次').click();
    await reads(element, '提名的时候没有写更多');
  });

  it('goes with the consent of whom it is about', async () => {
    let now = round;
    let story = '原来的故事';
    const { element, client, option, name } = await opened({
      rounds: {
        get: async () => now,
        option: async (_round, id) => ({ ...(now.options.find((each) => each.id === id) ?? makeOption(0)), story }),
      },
    });
    await reads(element, '原来的故事');
    story = '';
    now = {
      ...round,
      options: round.options.map((each) => (each.id === option?.id ? { ...each, title: '一位邻居', words: '' } : each)),
    };
    client.emit({ type: 'consent.changed', area: 'yikang' });
    await until(() => !text(element).includes('原来的故事') && !names(element).includes(name));
  });
});
