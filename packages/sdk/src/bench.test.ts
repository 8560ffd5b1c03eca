import { expect, it } from 'vitest';
import { timed } from '../../server/src/node/bench/times.ts';
import { benchList } from './testing/bench.ts';

it('answers the same page, item by item, as fetch and JSON.parse, whatever the times', async () => {
  const ways = await benchList(timed, { rounds: 3, items: 50 });
  const [raw, sdk] = ways.map(({ answer }) => answer);
  expect(sdk).toEqual(raw);
  expect(sdk?.items).toHaveLength(50);
  for (const { p50 } of ways) expect(p50).toBeGreaterThan(0);
});
