import { describe, expect, it } from 'vitest';
import { visitor } from '../identity/caller.ts';
import { createLimits } from './limits.ts';

describe('anonymous calls of one address', () => {
  /** Whether the second address may still ask when the first has asked as often as it may. */
  const isOther = (one: string, other: string) => {
    const limit = createLimits(() => new Date(0), true);
    for (let count = 0; count < 600; count++) limit(visitor, one, 'read');
    try {
      limit(visitor, other, 'read');
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    ['203.0.113.7', '203.0.113.7', false],
    ['203.0.113.7', '203.0.113.8', true],
    ['203.0.113.7', '::ffff:203.0.113.7', false],
    ['203.0.113.7:5011', '203.0.113.7:5012', false],
    ['2001:db8:1:2::1', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', false],
    ['2001:db8:1:2::1', '2001:0DB8:0001:0002::9', false],
    ['[2001:db8:1:2::1]:5011', '2001:db8:1:2::2', false],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', true],
    ['2001:db8::1', '2001:db8:0:0:5::1', false],
    ['::1', '::2', false],
    ['fe80::1%eth0', 'fe80::2%eth1', false],
    ['unknown', '203.0.113.7', true],
  ])('counts %s and %s as two: %s', (one, other, expected) => {
    expect(isOther(one, other)).toBe(expected);
  });
});
