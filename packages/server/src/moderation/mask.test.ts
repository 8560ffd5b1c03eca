import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { harmlessTexts } from './mask.ts';

vi.mock('./detect.ts', { spy: true });

describe('texts as strangers read them', () => {
  // All files of the server share their modules: here they are new ones, which see the spy, and nobody after sees these.
  beforeAll(() => vi.resetModules());
  afterAll(() => vi.resetModules());

  it('are looked through once where nothing is in them, and each time where something is', async () => {
    const { detect } = await import('./detect.ts');
    const { forStrangers } = await import('./mask.ts');
    for (const [text, shown, looked] of [
      ['想要一盏台灯', '想要一盏台灯', 1],
      ['打 13812348000 找我', '打 138****8000 找我', 2],
      ['住 12 幢 402', '住 12 幢 402', 2],
    ] as const) {
      vi.mocked(detect).mockClear();
      expect([forStrangers(text), forStrangers(text)]).toEqual([shown, shown]);
      expect(detect).toHaveBeenCalledTimes(looked);
    }
  });

  it('are kept for so many texts, those that were read last, and never long ones', () => {
    const kept = harmlessTexts({ texts: 2, longest: 3 });
    const known = (text: string) => {
      if (kept.has(text)) return true;
      kept.add(text);
      return false;
    };
    const asked = ['', 'b', '', 'c', '', 'b', 'c', 'long', 'long', 'c'];
    expect(asked.map(known)).toEqual([false, false, true, false, true, false, false, false, false, true]);
  });
});
