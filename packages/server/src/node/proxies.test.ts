import { describe, expect, it } from 'vitest';
import { behindProxies } from './proxies.ts';

describe('the caller’s address', () => {
  it.each([
    ['of a direct call is that of the connection, whatever it claims', '203.0.113.9', 0, '10.0.0.1'],
    ['behind one proxy is what that one added', '6.6.6.6, 203.0.113.9', 1, '203.0.113.9'],
    ['behind two proxies is what the first of them added', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['is that of the connection where fewer proxies were passed than are trusted', '203.0.113.9', 3, '10.0.0.1'],
    ['is that of the connection where no proxy spoke', '', 1, '10.0.0.1'],
  ])('%s', (_, forwarded, trusted, address) => {
    const request = new Request('http://localhost/', { headers: { 'x-forwarded-for': forwarded } });
    expect(behindProxies(request, '10.0.0.1', trusted)).toBe(address);
  });
});
