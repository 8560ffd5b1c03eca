import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { namesOf } from '../identity/readings.ts';
import { phoneTailHash } from '../members/phone.ts';
import { plantFolder } from '../testing/databases.ts';
import { run } from '../testing/server-process.ts';
import { ringOf } from './keyring.ts';
import { newKey, readKeys, writeKeys } from './secret-file.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('five-micro keys', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-keys-'));
  const path = join(dataDir, 'secret');
  const keys = (...args: string[]) => run('keys', ...args, '--data-dir', dataDir);
  const idsNow = async () => (await ringOf(await readKeys(path))).ids;
  const aged = (minutes: number) => {
    const at = Date.now() / 1000 - minutes * 60;
    utimesSync(path, at, at);
  };
  beforeAll(async () => {
    const key = newKey();
    await writeKeys(path, [key]);
    const secrets = await ringOf([key]);
    await plantFolder(dataDir, async (db) => {
      for (let n = 0; n < 3; n++) {
        const id = `0190a1b2-0000-7000-8000-00000000000${n}`;
        const phone = `1381234000${n}`;
        await db.insertInto('member').values({ id, root_id: 1, area_id: 1, created_at: new Date() }).execute();
        await db
          .insertInto('member_profile')
          .values({
            member_id: id,
            ...namesOf('赵一'),
            phone: await secrets.seal(phone),
            phone_tail_hash: await phoneTailHash(secrets, phone),
          })
          .execute();
      }
    });
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('lists, rotates, finishes what was begun, and retires when nothing needs the old key', async () => {
    const [first] = await idsNow();
    expect((await keys('list')).stdout).toBe(`${first}  current  0 contacts and 3 phone numbers\n`);
    expect((await keys('retire')).stdout).toBe(`Key ${first} is the only one.\n`);

    const rotated = await keys('rotate');
    const [second, ...old] = await idsNow();
    expect(old).toEqual([first]);
    expect(rotated).toMatchObject({
      code: 0,
      stdout: `Key ${second} is current. Sealed anew: 3.\nIn half an hour "keys retire" can drop ${first}.\n`,
    });
    expect((await keys('retire')).stderr).toMatch(/^The keys changed at .* Try again after .*\n$/);

    // Killed after the file was replaced: the next run makes no further key.
    const third = newKey();
    await writeKeys(path, [third, ...(await readKeys(path))]);
    aged(40);
    const early = await keys('retire');
    expect([early.code, early.stderr]).toEqual([
      1,
      `0 contacts and 3 phone numbers are still sealed with ${second}: run "keys rotate" first.\n`,
    ]);
    expect((await keys('rotate')).stdout).toMatch(/^Nothing new: what an earlier rotation left is finished\.\n/);
    expect((await idsNow()).slice(1)).toEqual([second, first]);

    aged(40);
    expect((await keys('retire')).stdout).toMatch(`Dropped ${second}, ${first}. `);
    expect(await readKeys(path)).toEqual([third]);
    expect((await keys('list')).stdout).toMatch(/^\w{8} {2}current {2}0 contacts and 3 phone numbers\n$/);
  });

  it('adds a key for machines that share no file, and uses it when it is named', async () => {
    const [current] = await idsNow();
    expect((await keys('add')).code).toBe(0);
    const [, added = ''] = await idsNow();
    expect(await idsNow()).toEqual([current, added]);
    expect((await keys('rotate', '--to', 'deadbeef')).stderr).toMatch(/holds no key deadbeef/);
    expect((await keys('rotate', '--to', added)).stdout).toMatch(`Key ${added} is current. Sealed anew: 3.`);
    expect(await idsNow()).toEqual([added, current]);
    expect((await keys('rotate', '--to', added)).stdout).toMatch('Sealed anew: 0.');
  });

  it('refuses a file that is not this database’s, and changes nothing', async () => {
    const right = readFileSync(path);
    for (const verb of ['rotate', 'retire']) {
      await writeKeys(path, [newKey()]);
      const before = readFileSync(path);
      const { code, stdout, stderr } = await keys(verb);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/is not the key file of this database: 0 contacts and 3 phone numbers are sealed with key \w{8}/);
      expect(readFileSync(path)).toEqual(before);
    }
    expect((await run('serve', '--data-dir', dataDir, '--port', '0')).stderr).toMatch(/is not the key file of this database/);
    writeFileSync(path, 'short');
    expect((await keys('rotate')).stderr).toMatch(/must hold exactly 32 bytes/);
    rmSync(path);
    expect((await keys('rotate')).stderr).toMatch(/^There is no key file at/);
    writeFileSync(path, right);
    expect((await keys('list')).code).toBe(0);
  });

  it('says in one line what it does not understand, and at length how it is meant', async () => {
    expect((await keys('turn')).stderr).toBe('Say what to do: five-micro keys list | add | rotate | retire.\n');
    expect((await keys('list', '--to', 'x')).stderr).toBe("Unknown option '--to'.\n");
    expect((await run('keys', '--help')).stdout).toMatch(/Servers that do\nnot share one file/);
  });
});
