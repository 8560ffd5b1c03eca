import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Page, Wish } from '@five-micro/contract';
import { createFiveMicro } from '../index.ts';
import { aWish } from '../../test/wish.ts';

type Call = (n: number) => Promise<Page<Wish>>;
/** Calls in turns: see `timed()` of the server's benches. */
type Timed = (rounds: number, ...calls: Call[]) => Promise<{ p50: number; p95: number }[]>;

/** A wall as it is on a good day: stories, helpers, pictures. */
const wishes = (count: number): Wish[] =>
  Array.from({ length: count }, (_, n) =>
    aWish({
      id: `0197a5c0-0000-7000-8000-${String(n).padStart(12, '0')}`,
      title: `想要一台收音机，能听戏的那种（${n}）`,
      story:
        '老伴走了以后家里太安静了。以前那台用了二十年，上个月不响了，修理铺说没有零件。只要能收到南京的戏曲台就行，旧的也好。',
      status: n % 3 ? 'open' : 'confirmed',
      place: '怡康街 8 号楼门口',
      claims: [
        {
          id: `c${n}`,
          name: '一位热心邻居',
          mine: false,
          state: 'done',
          dueAt: '2026-11-27T02:32:00.000Z',
          note: '送到家里，调好了台。',
          photos: [],
        },
      ],
      photos: [
        {
          id: `p${n}`,
          url: `/api/v1/uploads/p${n}?until=1795000000&by=abcdefghijklmnop`,
          width: 1600,
          height: 1200,
          public: true,
        },
      ],
    }),
  );

/** A server in a thread of its own, which answers every question with the same page. */
const server = `
const { createServer } = require('node:http');
const { parentPort, workerData } = require('node:worker_threads');
const body = Buffer.from(workerData);
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}).listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** Ways to the same page of a list, over the same connection to the same server. */
const ways = ['fetch and JSON.parse', 'the SDK'] as const;

export interface Way {
  name: (typeof ways)[number];
  /** Milliseconds. */
  p50: number;
  /** How many times as long it took as the first, in the median. */
  ratio: number;
  /** What it answered. */
  answer: Page<Wish>;
}

export async function benchList(timed: Timed, { rounds, items = 50 }: { rounds: number; items?: number }): Promise<Way[]> {
  const thread = new Worker(server, { eval: true, workerData: JSON.stringify({ items: wishes(items), nextCursor: null }) });
  try {
    const [port] = (await once(thread, 'message')) as [number];
    const apiUrl = `http://127.0.0.1:${port}/api/v1`;
    const client = createFiveMicro({ apiUrl, area: 'yikang' });
    const calls: Call[] = [
      async () => {
        const response = await fetch(`${apiUrl}/areas/yikang/wishes?limit=${items}`);
        return JSON.parse(await response.text()) as Page<Wish>;
      },
      async () => client.wishes.list({ limit: items }),
    ];
    const times = await timed(rounds, ...calls);
    const p50 = (index: number) => times[index]?.p50 ?? 0;
    const answers = await Promise.all(calls.map((call) => call(0)));
    return ways.map((name, index) => {
      const answer = answers[index];
      if (!answer) throw new Error(`${name} answered nothing.`);
      return { name, p50: p50(index), ratio: p50(index) / p50(0), answer };
    });
  } finally {
    await thread.terminate();
  }
}
