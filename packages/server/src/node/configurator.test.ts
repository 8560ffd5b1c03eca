import { expect, it } from 'vitest';
import { createLimits, perMinute } from '../http/limits.ts';
import { visitor } from '../identity/caller.ts';
import { openConfigurator, topsShown } from './configurator.ts';

it('hands out the topmost areas, so many at most, for a minute, and counts that with all that a visitor reads', async () => {
  const asked: number[] = [];
  const limit = createLimits(() => new Date(0), true);
  const tops = async (atMost: number) => {
    asked.push(atMost);
    return [{ slug: 'jianye', name: '建邺区', nameEn: 'Jianye' }];
  };
  const configurator = openConfigurator(tops, limit);
  const ask = (address: string) => configurator(new Request('https://wishes.example/embed/areas.json'), 'areas.json', address);
  const first = await ask('203.0.113.7');
  expect(await first?.json()).toEqual({ roots: [{ slug: 'jianye', name: '建邺区', nameEn: 'Jianye' }] });
  expect(first?.headers.get('cache-control')).toBe('public, max-age=60');
  expect(asked).toEqual([topsShown]);

  for (let count = 1; count < perMinute.anonymous; count++) limit(visitor, '203.0.113.7', 'read');
  const refused = await ask('203.0.113.7');
  expect([refused?.status, refused?.headers.get('retry-after'), refused?.headers.get('cache-control')]).toEqual([
    429,
    '60',
    'no-store',
  ]);
  expect((await ask('203.0.113.8'))?.status).toBe(200);
  // Whoever is refused does not reach the database.
  expect(asked).toHaveLength(2);
});
