import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../db/pglite.ts';
import { plantFolder } from '../testing/databases.ts';
import { run } from '../testing/server-process.ts';

const iss = 'https://portal.example';
const id = '0190a1b2-0000-7000-8000-000000000001';

describe('five-micro revoke', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-'));
  const open = () => openPglite({ dataDir: join(dataDir, 'database') });
  const revoke = (...more: string[]) => run('revoke', '--data-dir', dataDir, ...more);
  beforeAll(() =>
    plantFolder(dataDir, async (db) => {
      await db.insertInto('member').values({ id, root_id: 1, area_id: 3, created_at: new Date() }).execute();
      await db.insertInto('issuer').values({ iss, root_id: 1, area_id: 1 }).execute();
    }),
  );
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('ends the sign-ins of a member, who is told, and of an issuer', async () => {
    const before = Date.now();
    const member = await revoke('--member', id);
    expect(member).toMatchObject({ code: 0, stderr: '' });
    expect(member.stdout).toMatch(new RegExp(`^Tokens of ${id} .+ are refused, and new ones for another minute\\.$`, 'm'));
    expect(await revoke('--issuer', iss)).toMatchObject({ code: 0, stderr: '' });
    const { db, close } = await open();
    const limits = [
      ...(await db.selectFrom('member').select('not_before').execute()),
      ...(await db.selectFrom('issuer').select('not_before').execute()),
    ];
    expect(limits.map(({ not_before: at }) => (at?.getTime() ?? 0) >= before)).toEqual([true, true]);
    const told = db.selectFrom('notice').innerJoin('event', 'event.id', 'notice.event_id').select(['type', 'member_id']);
    expect(await told.execute()).toEqual([{ type: 'member.revoked', member_id: id }]);
    await close();
  }, 120_000);

  it('says in one line what it does not know', async () => {
    const lines = [
      [await revoke(), /one of them/],
      [await revoke('--member', id, '--issuer', iss), /one of them/],
      [await revoke('--member', 'wang'), /no member's id/],
      [await revoke('--member', '0190a1b2-0000-7000-8000-000000000002'), /There is no member/],
      [await revoke('--issuer', 'https://unknown.example'), /is not known/],
    ] as const;
    for (const [{ code, stdout, stderr }, words] of lines) {
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(stderr).toMatch(words);
    }
  }, 120_000);
});
