import { expect } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { DueController } from './due.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const host = {
  isConnected: true,
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

describe('what only the clock changes', () => {
  it('is asked for when its moment has come, and again until the answer agrees', () => {
    let due: number | undefined = Date.now() + 60_000;
    let asked = 0;
    const controller = new DueController(host, {
      at: () => due,
      now: Date.now,
      ask: () => {
        asked++;
      },
    });
    controller.hostUpdated();
    vi.advanceTimersByTime(59_000);
    expect(asked).to.equal(0);
    vi.advanceTimersByTime(1000);
    expect(asked).to.equal(1);
    // The answer renders the host, which is no reason to ask at once.
    controller.hostUpdated();
    vi.advanceTimersByTime(14_000);
    expect(asked).to.equal(1);
    vi.advanceTimersByTime(1000);
    expect(asked).to.equal(2);
    due = undefined;
    controller.hostUpdated();
    vi.advanceTimersByTime(120_000);
    expect(asked).to.equal(2);
  });

  it('is not looked for without a pause while nobody sees the page', () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    let asked = 0;
    let looked = 0;
    const controller = new DueController(host, {
      at: () => {
        looked++;
        return Date.now() - 1;
      },
      now: Date.now,
      ask: () => {
        asked++;
      },
    });
    controller.hostUpdated();
    vi.advanceTimersByTime(10_000);
    expect(looked).to.be.lessThan(5);
    expect(asked).to.equal(0);
    hidden.mockRestore();
    vi.advanceTimersByTime(15_000);
    expect(asked).to.equal(1);
    controller.hostDisconnected();
  });

  it('is asked for no more once the element has left', () => {
    let asked = 0;
    const controller = new DueController(host, {
      at: () => Date.now() - 1,
      now: Date.now,
      ask: () => {
        asked++;
      },
    });
    controller.hostUpdated();
    controller.hostDisconnected();
    vi.advanceTimersByTime(60_000);
    expect(asked).to.equal(0);
  });
});
