import { describe, expect, it } from 'vitest';
import { createSecrets, keyIdOf, UnknownKey } from './secrets.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const key = (fill: number) => new Uint8Array(32).fill(fill);
const withKeys = (...fills: number[]) => createSecrets(fills.map(key), random);

/** Sealed and hashed by the version before keys had names, with key 7. */
const older = {
  sealed: Uint8Array.from(Buffer.from('01000102030405060708090a0bdc5a077552f9caa92fc204ba85ef9007c8dce1fac4b9e258dd3ea8', 'hex')),
  hash: 'sMlGNVQZ0dJDC-gIvmUx4qlcHnZK7hqBGVNyC3mX5pQ',
};

describe('secrets', () => {
  it('open what they sealed, and nothing that was touched or sealed by another key', async () => {
    const secrets = await withKeys(7);
    const sealed = await secrets.seal('13812348000');
    expect(await secrets.open(sealed)).toBe('13812348000');
    expect(new TextDecoder().decode(sealed)).not.toContain('1381234');

    const touched = sealed.with(20, (sealed[20] ?? 0) ^ 1);
    await expect(secrets.open(touched)).rejects.toThrow();
    const others = await withKeys(8);
    await expect(others.open(sealed)).rejects.toThrow(UnknownKey);
    await expect(secrets.open(Uint8Array.from([9, ...sealed]))).rejects.toThrow(/unknown format: 9/);
  });

  it('never seal the same text to the same bytes', async () => {
    const secrets = await withKeys(7);
    expect(await secrets.seal('same')).not.toEqual(await secrets.seal('same'));
  });

  it('verify their own signatures and no others', async () => {
    const secrets = await withKeys(7);
    const signature = await secrets.sign('photo 1');
    expect(await secrets.verify('photo 1', signature)).toBe(true);
    expect(await secrets.verify('photo 2', signature)).toBe(false);
    expect(await secrets.verify('photo 1', 'not base64 !')).toBe(false);
  });

  it('need keys of 32 bytes, at least one, and each once', async () => {
    await expect(createSecrets(new Uint8Array(16), random)).rejects.toThrow(/32 bytes/);
    await expect(createSecrets([], random)).rejects.toThrow(/needs a key/);
    await expect(withKeys(7, 8, 7)).rejects.toThrow(/twice/);
  });
});

describe('a ring of keys', () => {
  it('opens and verifies with every key, and seals and signs with the first', async () => {
    const [before, during, after] = [await withKeys(7), await withKeys(8, 7), await withKeys(8)];
    expect(during.ids).toEqual([...after.ids, ...before.ids]);
    const [sealed, signature] = [await before.seal('13812348000'), await before.sign('photo 1')];
    expect(await during.open(sealed)).toBe('13812348000');
    expect(await during.verify('photo 1', signature)).toBe(true);
    expect(await after.verify('photo 1', signature)).toBe(false);

    const renewed = await during.seal('13812348000');
    expect(keyIdOf(renewed)).toBe(after.ids[0]);
    expect(await after.open(renewed)).toBe('13812348000');
    expect(await after.verify('photo 1', await during.sign('photo 1'))).toBe(true);
  });

  it('finds what was hashed with any of them', async () => {
    const [before, during, after] = [await withKeys(7), await withKeys(8, 7), await withKeys(8)];
    const hash = await before.hash('phone-tail 8000');
    expect(hash).toMatch(new RegExp(`^${before.ids[0]}\\.`));
    expect(await during.hashes('phone-tail 8000')).toContain(hash);
    expect(await during.hashes('phone-tail 8001')).not.toContain(hash);
    expect(await during.hashes('phone-tail 8000')).toContain(await during.hash('phone-tail 8000'));
    expect(await after.hashes('phone-tail 8000')).not.toContain(hash);
  });

  it('opens and finds what an older version wrote, which did not name its key', async () => {
    const during = await withKeys(8, 7);
    expect(await during.open(older.sealed)).toBe('13812348000');
    expect(keyIdOf(older.sealed)).toBeUndefined();
    expect(await during.hashes('phone-tail 8000')).toContain(older.hash);
    await expect((await withKeys(8)).open(older.sealed)).rejects.toThrow(UnknownKey);
  });
});
