import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { fenOf, yuanOf } from './yuan.ts';

describe('an amount that is typed in yuan', () => {
  it('is fen, exactly, however it is written', () => {
    expect(['96,123', '0.1', '1.15', '３０００元', '¥ 20'].map(fenOf)).to.deep.equal([9_612_300, 10, 115, 300_000, 2000]);
  });
  it('is none where it is no amount, nothing, or finer than a fen', () => {
    expect(['', '0', '三百', '1.234', '-5', '1e3'].map(fenOf)).to.deep.equal(Array(6).fill(undefined));
  });
  it('comes back as it would be typed', () => {
    expect([9_612_300, 115].map(yuanOf)).to.deep.equal(['96123', '1.15']);
  });
});
