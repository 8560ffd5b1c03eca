import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { remembering } from './mask.ts';

vi.mock('./detect.ts', { spy: true });

describe('texts as strangers read them', () => {
  // All files of the server share their modules: here they are new ones, which see the spy, and nobody after sees these.
  beforeAll(() => vi.resetModules());
  afterAll(() => vi.resetModules());

  it('are worked out once', async () => {
    const { detect } = await import('./detect.ts');
    const { forStrangers } = await import('./mask.ts');
    const text = '打 13812348000 找我';
    const first = forStrangers(text);
    expect(first).toBe('打 138****8000 找我');
    expect(detect).toHaveBeenCalledTimes(1);
    expect(forStrangers(text)).toBe(first);
    expect(detect).toHaveBeenCalledTimes(1);
    forStrangers(`${text}。`);
    expect(detect).toHaveBeenCalledTimes(2);
  });

  it('are kept for so many texts, those that were read last, and never for long ones', () => {
    const answer = vi.fn((text: string) => text.toUpperCase());
    const remembered = remembering(answer, { texts: 2, longest: 3 });
    const asked = (text: string) => {
      answer.mockClear();
      expect(remembered(text)).toBe(text.toUpperCase());
      return answer.mock.calls.length;
    };
    expect(['', 'b', '', 'c', '', 'b', 'c', 'long', 'long', 'c'].map(asked)).toEqual([1, 1, 0, 1, 0, 1, 1, 1, 1, 0]);
  });
});
