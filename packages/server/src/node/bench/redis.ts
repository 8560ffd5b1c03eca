import { spawn } from 'node:child_process';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import type { Line } from '../../points/board-statements.ts';
import { timed, timesSaid } from './times.ts';

/** What a sorted set takes for the same questions, on a Redis of our own; nothing where none is installed. */
export async function measureRedis(board: readonly Line[], runs: number, say: (line: string) => void): Promise<void> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const missing = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(true));
    server.once('spawn', () => resolve(false));
  });
  if (missing) {
    say('Redis: redis-server is not installed here.');
    return;
  }
  const redis = await connect(port);
  try {
    for (let from = 0; from < board.length; from += 5_000) {
      const some = board.slice(from, from + 5_000).flatMap((line) => [String(line.points), line.member_id]);
      await redis.ask(['ZADD', 'board', ...some]);
    }
    const member = (n: number) => board[(n * 7919) % board.length]?.member_id ?? '';
    const line = async (what: string, call: (n: number) => Promise<unknown>) => {
      const [times] = await timed(runs, call);
      if (times) say(`${`Redis: ${what}`.padEnd(34)} ${timesSaid(times)}`);
    };
    await line('PING', () => redis.ask(['PING']));
    await line('ZREVRANGE, top 50', () => redis.ask(['ZREVRANGE', 'board', '0', '49', 'WITHSCORES']));
    await line('ZREVRANGE, deep page', (n) => {
      const from = (n * 7919) % board.length;
      return redis.ask(['ZREVRANGE', 'board', String(from), String(from + 49), 'WITHSCORES']);
    });
    await line('ZSCORE and ZCOUNT', async (n) => {
      const score = await redis.ask(['ZSCORE', 'board', member(n)]);
      return redis.ask(['ZCOUNT', 'board', `(${/\d+$/.exec(score.trim())?.[0] ?? '0'}`, '+inf']);
    });
  } finally {
    redis.close();
    server.kill();
  }
}

async function connect(port: number): Promise<{ ask(words: string[]): Promise<string>; close(): void }> {
  const socket = await opened(port, 50);
  let pending: ((answer: string) => void) | undefined;
  let heard = '';
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    heard += chunk.toString();
    if (!isWhole(heard)) return;
    const answer = heard;
    heard = '';
    pending?.(answer);
  });
  return {
    ask: (words) =>
      new Promise((resolve) => {
        pending = resolve;
        socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
      }),
    close: () => socket.destroy(),
  };
}

function opened(port: number, tries: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error) => {
      if (tries === 0) reject(error);
      else setTimeout(() => resolve(opened(port, tries - 1)), 100);
    });
  });
}

/** Answers here are one line, one string, or a list of strings: as many lines as they announce. */
function isWhole(answer: string): boolean {
  if (!answer.endsWith('\r\n')) return false;
  const lines = answer.split('\r\n').length - 1;
  if (answer.startsWith('*')) return lines >= 1 + 2 * Number(/^\*(\d+)/.exec(answer)?.[1] ?? 0);
  return answer.startsWith('$') && !answer.startsWith('$-1') ? lines >= 2 : lines >= 1;
}

/** Whoever listens on the usual one may have a Redis of their own there. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
