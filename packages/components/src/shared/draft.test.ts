import { expect } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { forgetDraft, readDraft, saveDraft } from './draft.ts';

const text = (raw: unknown): string | undefined => (typeof raw === 'string' ? raw : undefined);

const clear = () => {
  localStorage.clear();
  sessionStorage.clear();
};
// Pages of one browser share what is kept.
beforeEach(clear);
afterEach(clear);

describe('a draft', () => {
  it('is found again with the time it was saved, under the prefix that is ours', () => {
    const at = new Date('2026-11-23T02:32:00.000Z');
    expect(saveDraft('wish', '一盏灯', at)).to.equal(true);
    expect(Object.keys(localStorage)).to.deep.equal(['five-micro:draft:wish']);
    expect(readDraft('wish', text, at)).to.deep.equal({ value: '一盏灯', savedAt: at });
    forgetDraft('wish');
    expect(readDraft('wish', text, at)).to.equal(undefined);
  });

  it('is forgotten after a week', () => {
    saveDraft('wish', '一盏灯', new Date('2026-11-01T00:00:00.000Z'));
    expect(readDraft('wish', text, new Date('2026-11-09T00:00:00.000Z'))).to.equal(undefined);
    expect(localStorage.length).to.equal(0);
  });

  it('goes once its time is over, also one that nobody asks for any more', () => {
    const at = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`);
    saveDraft('left', '一盏灯', at(1));
    saveDraft('kept', '回执', at(1), { until: at(28) });
    saveDraft('short', '选的', at(8), { until: at(9) });
    localStorage.setItem('five-micro:draft:strange', '{');
    saveDraft('new', '另一盏', at(9));
    expect(Object.keys(localStorage).sort()).to.deep.equal(['kept', 'new', 'strange'].map((key) => `five-micro:draft:${key}`));
    expect(readDraft('kept', text, at(27))?.value).to.equal('回执');
    expect(readDraft('kept', text, at(28))).to.equal(undefined);
  });

  it('that is kept by the tab is nowhere else', () => {
    saveDraft('wish', '一盏灯', new Date(), { keeper: 'tab' });
    expect(localStorage.length).to.equal(0);
    expect(readDraft('wish', text)).to.equal(undefined);
    expect(readDraft('wish', text, new Date(), 'tab')?.value).to.equal('一盏灯');
    forgetDraft('wish', 'tab');
    expect(readDraft('wish', text, new Date(), 'tab')).to.equal(undefined);
  });

  it('that is none, or not ours, is no draft', () => {
    for (const stored of ['', 'x', 'null', '7', '{}', '{"value":"a","savedAt":"never"}', '{"value":7,"savedAt":"2999-01-01"}']) {
      localStorage.setItem('five-micro:draft:wish', stored);
      expect(readDraft('wish', text), stored).to.equal(undefined);
    }
  });

  it('is not kept where the browser keeps nothing, and nothing breaks', () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      expect(saveDraft('wish', 'x')).to.equal(false);
      expect(readDraft('wish', text)).to.equal(undefined);
      forgetDraft('wish');
    } finally {
      if (real) Object.defineProperty(globalThis, 'localStorage', real);
    }
  });
});
