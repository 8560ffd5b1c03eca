import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { award } from '../points/award.ts';
import { plantFolder } from '../testing/databases.ts';
import { run } from '../testing/server-process.ts';

const memberId = '0190a1b2-0000-7000-8000-000000000001';

describe('five-micro check and five-micro rebuild points', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-'));
  beforeAll(() =>
    plantFolder(dataDir, async (db) => {
      const at = new Date();
      await db.insertInto('member').values({ id: memberId, root_id: 1, area_id: 3, created_at: at }).execute();
      const area = { id: 3, root_id: 1 };
      await award(db, { memberId, organisationId: null, area, rule: 'wish-helped', source: 'one', at, actorId: null });
      await sql`update point_total set points = 99 where period = 'all'`.execute(db);
    }),
  );
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('say what differs from the ledger and exit 1, put it right, and are content then', async () => {
    const wrong = await run('check', '--data-dir', dataDir);
    expect(wrong).toMatchObject({ code: 1, stderr: '' });
    expect(wrong.stdout.trim().split('\n')).toEqual([
      `member ${memberId} all 1970-01-01: points is 99, events and ledger say 10`,
      'Differences: 1, in wishes (0), actions (0), rounds (0), projects (0), stars (0) and entries of the ledger (1).',
    ]);
    expect(await run('rebuild', 'points', '--data-dir', dataDir)).toEqual({
      code: 0,
      stdout: 'Totals and ranks are counted anew from 1 entries.\n',
      stderr: '',
    });
    expect(await run('check', '--data-dir', dataDir)).toMatchObject({ code: 0, stderr: '' });
  }, 120_000);

  it('say in one line what there is to rebuild', async () => {
    expect(await run('rebuild', '--data-dir', dataDir)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Say what: five-micro rebuild points.\n',
    });
  });
});
