import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { forgetReceipt, keepChoices, keepReceipt, keptChoices, keptReceipt } from './kept.ts';
import { costOf, limitsOf, refusal } from './limits.ts';
import { money } from './money.ts';
import { receiptPicture, receiptText, wrap } from './receipt-picture.ts';
import { codeGroups, readCode } from './slip.ts';

const thing = (id: string, cost: number | null = null) => ({ id, cost });

describe('what a ballot may hold', () => {
  it('is between the least and the most of an approval ballot', () => {
    const limits = limitsOf({ ballot: { type: 'approval', min: 0, max: 2 }, budget: 5 });
    expect(limits).to.deep.equal({ min: 1, max: 2, budget: null });
    expect(refusal([thing('a')], thing('b', 9), limits)).to.equal(undefined);
    expect(refusal([thing('a'), thing('b')], thing('c'), limits)).to.equal('full');
  });

  it('is whatever costs no more than the budget, to the last fen', () => {
    const limits = limitsOf({ ballot: { type: 'budget' }, budget: 1000 });
    expect(refusal([thing('a', 600)], thing('b', 400), limits)).to.equal(undefined);
    expect(refusal([thing('a', 600)], thing('b', 401), limits)).to.equal('too-dear');
    expect(costOf([thing('a', 600), thing('b')])).to.equal(600);
  });
});

describe('money', () => {
  it('is said in ten thousands where nothing is rounded away, else in yuan', () => {
    expect(money(30_000_000, 'zh-CN')).to.equal('30 万元');
    expect(money(9_650_000, 'zh-CN')).to.equal('9.65 万元');
    expect(money(9_612_300, 'zh-CN')).to.equal('96,123 元');
    expect(money(120_050, 'zh-CN')).to.equal('1,200.5 元');
    expect(money(9_650_000, 'en')).to.equal('¥96,500');
  });
});

describe('what a device keeps', () => {
  const mine = { apiUrl: 'https://example.test', round: 'r', who: 'm1', closesAt: '2026-12-20T10:00:00.000Z' };
  const now = new Date('2026-12-01T00:00:00.000Z');
  const after = new Date('2026-12-20T10:00:01.000Z');

  it('is a voter’s own, and nothing of what was chosen once nothing is', () => {
    localStorage.clear();
    keepChoices(mine, ['a', 'b'], now);
    expect(keptChoices(mine, now)).to.deep.equal(['a', 'b']);
    expect(keptChoices({ ...mine, who: 'm2' }, now)).to.deep.equal([]);
    keepChoices(mine, [], now);
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('is what was chosen until the round closes and no longer, whoever comes by then', () => {
    localStorage.clear();
    keepChoices(mine, ['a'], now);
    expect(keptChoices(mine, after)).to.deep.equal([]);
    keepChoices(mine, ['a'], now);
    keepChoices({ ...mine, round: 'next', closesAt: '2027-12-20T10:00:00.000Z', who: 'm2' }, ['b'], after);
    expect(JSON.stringify(Object.entries(localStorage))).not.to.contain('m1');
    localStorage.clear();
  });

  it('is of a visitor nothing but what this tab keeps', () => {
    localStorage.clear();
    const visitor = { ...mine, who: 'visitor' };
    keepChoices(visitor, ['a'], now);
    expect(localStorage.length).to.equal(0);
    expect(keptChoices(visitor, now)).to.deep.equal(['a']);
    keepChoices(visitor, [], now);
    expect(keptChoices(visitor, now)).to.deep.equal([]);
  });

  it('is a receipt without what was chosen, and no receipt where the page wrote something else', () => {
    localStorage.clear();
    const receipt = { receipt: 'A', signature: 's', revision: 2, at: '2026-11-23T02:32:00.000Z', chosen: 2 };
    keepReceipt(mine, receipt, now);
    expect(keptReceipt(mine, now)).to.deep.equal(receipt);
    expect(keptReceipt(mine, new Date('2028-01-23T00:00:00.000Z'))?.receipt).to.equal('A');
    expect(keptReceipt(mine, new Date('2028-01-25T00:00:00.000Z'))).to.equal(undefined);
    keepReceipt(mine, receipt, now);
    forgetReceipt(mine);
    expect(localStorage.length).to.equal(0);
    keepReceipt(mine, receipt, now);
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, JSON.stringify({ value: { receipt: 1 }, savedAt: new Date().toISOString() }));
    expect(keptReceipt(mine, now)).to.equal(undefined);
    localStorage.clear();
  });
});

describe('the code of a receipt', () => {
  it('is read as people type it: small, wide, with anything between, and O and I for the figures they look like', () => {
    expect(readCode(' 7qk4-m2xd 9rth.3wbf ')).to.equal('7QK4M2XD9RTH3WBF');
    expect(readCode('７ＱＫ４ Ｏ2Il')).to.equal('7QK40211');
  });
});

describe('the picture of a receipt', () => {
  it('is a PNG, and says the same as its text', async () => {
    const lines = {
      heading: '你的投票回执',
      title: '怡康社区 · 谁是今年的星光',
      code: codeGroups('7QK4-M2XD-9RTH-3WBF'),
      lines: ['11月23日 10:32 收到'],
      small: ['签名 abc'],
    };
    expect((await receiptPicture(lines, 'sans-serif')).type).to.equal('image/png');
    expect(receiptText(lines)).to.contain('7QK4 M2XD 9RTH 3WBF').and.to.contain('签名 abc');
  });

  it('breaks Chinese anywhere, words between them, and what is longer than a line where it is full', () => {
    const measure = (text: string) => text.length;
    expect(wrap('截止后公布的名单', 4, measure)).to.deep.equal(['截止后公', '布的名单']);
    expect(wrap('one two three', 7, measure)).to.deep.equal(['one two', 'three']);
    expect(wrap('a'.repeat(30), 24, measure)).to.deep.equal(['a'.repeat(24), 'a'.repeat(6)]);
  });
});
