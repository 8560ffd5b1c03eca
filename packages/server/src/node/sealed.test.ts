import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { heldByKeys } from '../identity/seal-statements.ts';
import { databases } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { addWebhook } from '../webhooks/registry-statements.ts';
import { openKeyring, ringOf } from './keyring.ts';
import { demandKeys, reseal } from './sealed.ts';
import { newKey, writeKeys } from './secret-file.ts';

const { members, uploads, wishes } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('a change of keys on $name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-rotation-'));
  const path = join(folder, 'secret');
  const [first, second] = [newKey(), newKey()];
  let world: World;
  let people: ReturnType<typeof cast>;
  const ids: string[] = [];
  beforeAll(async () => {
    await writeKeys(path, [first]);
    world = await createWorld(open);
    world.ports.secrets = await openKeyring(path, world.ports.log);
    people = cast(world);
    for (let n = 0; n < 30; n++) {
      const phone = `1381234${1000 + n}`;
      await world.register(people.worker, { name: `赵${n}`, phone });
      ids.push((await world.post(people.wisher, { contact: { phone } })).id);
    }
  }, 120_000);
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true });
  });

  const looked = async (n: number) => (await world.ask(wishes.contact, { id: ids[n] ?? '', as: people.worker })).value.phone;
  const found = async (n: number) =>
    (await world.ask(members.list, { as: people.worker, query: { q: String(1000 + n) } })).value.items.map(({ name }) => name);
  const held = async () => (await heldByKeys(world.db)).map(({ id, contacts, phones }) => [id, contacts, phones]);

  it('can be stopped anywhere and begun again, while every contact, number and link opens', async () => {
    const before = await ringOf([first]);
    const during = await ringOf([second, first]);
    const picture = (await world.ask(uploads.post, { as: people.wisher, body: new Uint8Array([80, 1]) })).value;
    await writeKeys(path, [second, first]);

    // It ends in the middle of the sixth batch of four.
    let left = 22;
    const dying: typeof during = {
      ...during,
      seal(text) {
        left -= 1;
        if (left < 0) throw new Error('Killed.');
        return during.seal(text);
      },
    };
    await expect(reseal(world.db, dying, { batch: 4 })).rejects.toThrow('Killed.');
    const [halves, others] = [await held(), [before.ids[0], during.ids[0]].sort()];
    expect(halves.map(([id]) => id)).toEqual(others);
    expect(halves.map(([, contacts, phones]) => Number(contacts) + Number(phones)).sort()).toEqual([20, 40]);
    for (const n of [0, 12, 29]) expect([await looked(n), await found(n)]).toEqual([`1381234${1000 + n}`, [`赵${n}`]]);

    // Everybody goes on working while it is finished.
    const [{ done, unreadable }, ...seen] = await Promise.all([
      reseal(world.db, during, { batch: 1 }),
      ...ids.map((_, n) => looked(n)),
    ]);
    expect({ done, unreadable }).toEqual({ done: 40, unreadable: [] });
    expect(seen).toEqual(ids.map((_, n) => `1381234${1000 + n}`));
    expect(await held()).toEqual([[during.ids[0], 30, 30]]);
    expect((await world.send(picture.url, {})).status).toBe(200);
    expect(await found(7)).toEqual(['赵7']);
    expect((await reseal(world.db, during)).done).toBe(0);

    // And without the old key.
    await writeKeys(path, [second]);
    world.ports.secrets = await openKeyring(path, world.ports.log);
    for (const n of [0, 29]) expect([await looked(n), await found(n)]).toEqual([`1381234${1000 + n}`, [`赵${n}`]]);
    expect(world.failures).toEqual([]);
  });

  it('renews what an older version sealed and hashed without naming a key', async () => {
    const ring = await ringOf([second]);
    const old = await older(second);
    const { id } = await world.post(people.wisher, { contact: { phone: '13900001234' } });
    const contact = JSON.stringify({ name: null, phone: '13900001234', address: null });
    await world.db
      .updateTable('wish_contact')
      .set({ sealed: await old.seal(contact) })
      .where('wish_id', '=', id)
      .execute();
    const memberId = await world.register(people.worker, { name: '孙老号', phone: '13900001234' });
    await world.db
      .updateTable('member_profile')
      .set({ phone: await old.seal('13900001234'), phone_tail_hash: await old.hash('phone-tail 1234') })
      .where('member_id', '=', memberId)
      .execute();
    const list = async () => (await world.ask(members.list, { as: people.worker, query: { q: '1234' } })).value.items;
    expect((await list()).map(({ name }) => name)).toEqual(['孙老号']);
    expect(await held()).toContainEqual(['', 1, 1]);

    await expect(demandKeys(world.db, await ringOf([newKey()]), 'other')).rejects.toThrow(/^other is not the key file of this/);
    await demandKeys(world.db, ring, path);
    expect(await reseal(world.db, ring)).toEqual({ done: 2, unreadable: [] });
    expect(await held()).toEqual([[ring.ids[0], 31, 31]]);
    expect((await list()).map(({ name }) => name)).toEqual(['孙老号']);
    await expect(demandKeys(world.db, await ringOf([newKey()]), 'other')).rejects.toThrow(
      /31 contacts and 31 phone numbers are sealed/,
    );
  });

  it('says what opens with no key, and renews the rest', async () => {
    const ring = await ringOf([newKey(), second]);
    await world.db
      .updateTable('wish_contact')
      .set({ sealed: Uint8Array.from([1, ...new Uint8Array(40)]) })
      .where('wish_id', '=', ids[3] ?? '')
      .execute();
    const { done, unreadable } = await reseal(world.db, ring, { batch: 7 });
    expect({ done, unreadable }).toEqual({ done: 61, unreadable: [ids[3]] });
  });

  it('takes the keys of open rounds along: a ballot is changed under the same receipt', async () => {
    const rounds = roundsIn(world, people.worker);
    const options = await rounds.projects([100, 200]);
    world.ports.secrets = await ringOf([first]);
    const { id } = await rounds.open(options);
    const { receipt } = (await rounds.cast(id, { as: people.wisher }, options.slice(0, 1), 1)).value;
    const rotated = await ringOf([second, first]);
    expect((await heldByKeys(world.db)).find((one) => one.rounds > 0)?.id).toBe(rotated.ids[1]);
    await reseal(world.db, rotated);
    world.ports.secrets = await ringOf([second]);
    expect((await rounds.cast(id, { as: people.wisher }, options.slice(1), 2)).value).toMatchObject({ receipt, revision: 2 });
    expect((await heldByKeys(world.db)).find((one) => one.rounds > 0)?.id).toBe(rotated.ids[0]);
  });

  it('takes the secrets of webhooks along, with the one before where there is one, and comes to an end', async () => {
    const [before, after] = [await ringOf([first]), await ringOf([second, first])];
    const { id: area_id } = await world.db.selectFrom('area').select('id').limit(1).executeTakeFirstOrThrow();
    const common = { iss: 'https://portal.example', area_id, days: 3, created_at: new Date() };
    const rows = ['0190a1b2-0000-7000-8000-00000000000a', '0190a1b2-0000-7000-8000-00000000000b'];
    for (const [index, id] of rows.entries()) {
      const former = index === 0 ? null : await before.seal('former');
      const url = `https://portal.example/${index}`;
      await addWebhook(world.db, { ...common, id, url, secret: await before.seal('secret'), former });
    }
    expect((await reseal(world.db, after)).done).toBe(2);
    expect((await reseal(world.db, after)).done).toBe(0);
    const found = await world.db.selectFrom('webhook').select(['secret', 'former']).orderBy('id').execute();
    const ring = await ringOf([second]);
    expect(await Promise.all(found.map(({ secret }) => ring.open(secret)))).toEqual(['secret', 'secret']);
    expect(found[0]?.former).toBe(null);
    expect(found[1]?.former && (await ring.open(found[1].former))).toBe('former');
  });
});

/** Seals and hashes as the version before keys had names did. */
async function older(master: Uint8Array) {
  const root = await crypto.subtle.importKey('raw', new Uint8Array(master), 'HKDF', false, ['deriveKey']);
  const derive = (purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: new TextEncoder().encode(`five-micro ${purpose}`) },
      root,
      algorithm,
      false,
      uses,
    );
  const sealing = await derive('seal', { name: 'AES-GCM', length: 256 }, ['encrypt']);
  const signing = await derive('sign', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  const iv = new Uint8Array(12).fill(3);
  return {
    seal: async (text: string) =>
      Uint8Array.from([
        1,
        ...iv,
        ...new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, new TextEncoder().encode(text))),
      ]),
    hash: async (text: string) =>
      Buffer.from(await crypto.subtle.sign('HMAC', signing, new TextEncoder().encode(text))).toString('base64url'),
  };
}
