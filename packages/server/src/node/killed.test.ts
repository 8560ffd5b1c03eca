import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { plantFolder } from '../testing/databases.ts';
import { run, type ServerProcess, startProcess } from '../testing/server-process.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 3);
const clients = 16;
/** Acknowledged wishes after which the server is killed, at whatever it is doing then. */
const enough = 40;

const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-killed-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const posted = z.object({ id: z.string(), status: z.literal('submitted') });
const pageOfWishes = z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.nullable(z.string()) });

const subs = Array.from({ length: clients }, (_, index) => `writer-${index}`);
const tokenOf = async (sub: string) =>
  (await run('token', '--data-dir', dataDir, '--sub', sub, '--area', 'east', '--role', 'resident')).stdout.trim();
const start = () => startProcess('--data-dir', dataDir, '--rate-limits', 'off');

/** Posts wishes one after the other until the server is gone; tells of each that was acknowledged. */
async function write(server: ServerProcess, token: string, acknowledged: (id: string) => void): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${server.url}api/v1/areas/east/wishes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ title: '想要一盏台灯。', kind: 'item' }),
      });
      acknowledged(posted.parse(await response.json()).id);
    } catch (error) {
      if (server.child.exitCode === null && server.child.signalCode === null && !server.child.killed) throw error;
      return;
    }
  }
}

async function wishesOf(server: ServerProcess, token: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await fetch(`${server.url}api/v1/me/wishes?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = pageOfWishes.parse(await response.json());
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  return ids;
}

it(
  `keeps every wish that it acknowledged, once, though it is killed ${rounds} times while ${clients} people write`,
  async () => {
    await plantFolder(dataDir);
    const tokens = await Promise.all(subs.map(tokenOf));
    const kept = new Map(tokens.map((token): [string, string[]] => [token, []]));
    for (let round = 0; round < rounds; round++) {
      const server = await start();
      let count = 0;
      await Promise.all(
        tokens.map((token) =>
          write(server, token, (id) => {
            kept.get(token)?.push(id);
            count += 1;
            if (count === enough) server.child.kill('SIGKILL');
          }),
        ),
      );
      expect(count).toBeGreaterThanOrEqual(enough);
    }

    const server = await start();
    for (const [token, acknowledged] of kept) {
      const stored = await wishesOf(server, token);
      expect(new Set(stored).size).toBe(stored.length);
      expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
    }
    expect(await server.kill('SIGTERM')).toBe(0);
    const checked = await run('check', '--data-dir', dataDir);
    expect(checked.stdout).toMatch(/^\d+ wishes agree/);
    expect(checked.code).toBe(0);
  },
  120_000 + rounds * 60_000,
);
