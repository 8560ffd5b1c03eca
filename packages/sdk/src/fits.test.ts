import { contract } from '@five-micro/contract';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aWish } from '../test/kit.ts';
import { fitsOf } from './fits.ts';

describe('the quick look at an answer', () => {
  const { answer } = contract.wishes.get;

  it('finds nothing wrong with what is exactly as the contract says, optional fields or not', () => {
    const wish = aWish();
    expect(fitsOf(answer)(wish)).toBe(true);
    expect(fitsOf(answer)({ ...wish, reason: null, erased: true })).toBe(true);
  });

  it('leaves to zod whatever has a field more or less, or another kind of value, wherever it is', () => {
    const wish = aWish();
    for (const name of Object.keys(wish)) {
      const { [name as 'title']: _left, ...rest } = wish;
      expect(fitsOf(answer)(rest)).toBe(false);
      for (const strange of [undefined, {}, Symbol('strange')]) expect(fitsOf(answer)({ ...wish, [name]: strange })).toBe(false);
    }
    expect(fitsOf(answer)({ ...wish, colour: 'red' })).toBe(false);
    expect(fitsOf(answer)(JSON.parse(JSON.stringify(wish).replace('{', '{"__proto__":1,')))).toBe(false);
    expect(fitsOf(answer)({ ...wish, wisher: { name: '王**', mood: 1 } })).toBe(false);
    expect(fitsOf(answer)({ ...wish, status: 'archived' })).toBe(false);
    expect(fitsOf(answer)({ ...wish, can: ['claim', 7] })).toBe(false);
    for (const other of [null, [], 'wish', 1]) expect(fitsOf(answer)(other)).toBe(false);
  });

  it('is sure of nothing that it does not know', () => {
    for (const schema of [
      z.string().check(z.minLength(1)),
      z.union([z.string(), z.number()]),
      z.catchall(z.object({}), z.string()),
    ])
      expect(fitsOf(schema as never)('a')).toBe(false);
  });
});
