import { afterEach, describe, expect, it, vi } from 'vitest';
import { json } from '../test/kit.ts';
import { tokenFromUrl } from './index.ts';

const ask = { reason: 'first', signal: new AbortController().signal } as const;

describe('a token-url', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['abc', null])('answers with the token, or null: %s', async (token) => {
    vi.stubGlobal('location', new URL('https://portal.test/news/1'));
    const fetch = vi.fn(async () => json({ token }));
    expect(await tokenFromUrl('/token', fetch)(ask)).toBe(token);
    expect(fetch).toHaveBeenCalledWith(
      new URL('https://portal.test/token'),
      expect.objectContaining({ cache: 'no-store', signal: ask.signal }),
    );
  });

  it('is not asked where it is on another origin', async () => {
    vi.stubGlobal('location', new URL('https://portal.test/news/1'));
    const fetch = vi.fn(async () => json({ token: 'abc' }));
    await expect(tokenFromUrl('https://other.test/token', fetch)(ask)).rejects.toThrow('not on this origin: https://other.test');
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([json({}), json({ token: 7 }), new Response('<h1>login</h1>'), json({ token: 'abc' }, 500)])(
    'that answers anything else has failed',
    async (response) => {
      await expect(tokenFromUrl('https://portal.test/token', async () => response)(ask)).rejects.toThrow();
    },
  );
});
