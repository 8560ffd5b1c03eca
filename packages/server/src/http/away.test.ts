import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { openPostgres } from '../db/postgres.ts';
import { databases } from '../testing/databases.ts';
import { createWorld, type World } from '../testing/world.ts';
import { isDatabaseAway } from './away.ts';

describe('a database that is away', () => {
  it.each([
    [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), true],
    [new AggregateError([Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })]), true],
    [Object.assign(new Error('gone'), { code: '57P01' }), true],
    [Object.assign(new Error('gone'), { code: '08006' }), true],
    [new Error('Connection terminated unexpectedly'), true],
    [new Error('failed', { cause: new Error('timeout exceeded when trying to connect') }), true],
    [Object.assign(new Error('duplicate'), { code: '23505' }), false],
    [Object.assign(new Error('no such file'), { code: 'ENOENT' }), false],
    [new TypeError('undefined is not a function'), false],
    ['08006', false],
  ])('is told from a fault of ours: %s → %s', (error, away) => {
    expect(isDatabaseAway(error)).toBe(away);
  });
});

describe('a server whose PostgreSQL cannot be reached', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(databases[0]?.open ?? raise);
  });
  afterAll(() => world.stop());

  it('says that it is busy, and when to ask again, and logs no more than the kind of failure', async () => {
    const { db, close } = await openPostgres('postgres://nobody:secret@127.0.0.1:1/nothing');
    const lines: unknown[] = [];
    const log = { info: () => undefined, error: (message: string, facts?: unknown) => lines.push(message, facts) };
    const app = createApp({ ...world.ports, db, log });
    const response = await app.fetch(new Request('http://api.test/api/v1/areas/east'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await response.json()).toMatchObject({ code: 'server.busy' });
    expect(JSON.stringify(lines)).toMatch(/ECONNREFUSED/);
    expect(JSON.stringify(lines)).not.toMatch(/secret/);
    await app.stop();
    await close();
  });
});

describe.each(databases.slice(1))('a connection that is cut on $name', ({ open }) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(open);
  });
  afterAll(() => world.stop());

  it('is a server that is busy, does not end the process, and is replaced', async () => {
    const ask = () => world.ask(contract.areas.get);
    await ask();
    const cut = world.db.transaction().execute(async (trx) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
    });
    await expect(cut.catch((error: unknown) => Promise.reject(new Error(String(isDatabaseAway(error)))))).rejects.toThrow('true');
    expect((await ask()).status).toBe(200);
  });
});

function raise(): never {
  throw new Error('No database to test with.');
}
