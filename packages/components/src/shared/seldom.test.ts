import { expect } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { seldom } from './seldom.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a burst asks for', () => {
  it('happens at once and once more after it', () => {
    let calls = 0;
    const call = seldom(() => {
      calls++;
    }, 3000);
    for (let n = 0; n < 50; n++) call();
    expect(calls).to.equal(1);
    vi.advanceTimersByTime(3000);
    expect(calls).to.equal(2);
    vi.advanceTimersByTime(30_000);
    expect(calls).to.equal(2);
    call();
    expect(calls).to.equal(3);
  });
});
