import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openKeyring, ringOf } from './keyring.ts';
import { PlainError } from './plain-error.ts';
import { readKeys, readOrMakeKeys, writeKeys } from './secret-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'five-micro-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = (fill: number) => new Uint8Array(32).fill(fill);

describe('a key file', () => {
  it('is made once, and read as keys of 32 bytes', async () => {
    const path = join(folder, 'made');
    const [made] = await readOrMakeKeys(path);
    expect(await readOrMakeKeys(path)).toEqual([made]);
    await writeKeys(path, [key(8), key(7)]);
    expect(await readKeys(path)).toEqual([key(8), key(7)]);
    expect(readFileSync(path)).toHaveLength(64);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that is none is refused in one line', async () => {
    const path = join(folder, 'none');
    await expect(readKeys(path)).rejects.toThrow(PlainError);
    await expect(readKeys(path)).rejects.toThrow(/no key file at .*none/);
    for (const length of [0, 31, 33, 65]) {
      writeFileSync(path, new Uint8Array(length));
      await expect(readOrMakeKeys(path)).rejects.toThrow(
        new RegExp(`must hold exactly 32 bytes, or several .* holds ${length}\\.$`),
      );
    }
  });
});

describe('the keys of a running server', () => {
  afterEach(() => vi.useRealTimers());
  const failures: string[] = [];
  const log = { info: () => undefined, error: (message: string) => failures.push(message) };
  const opened = async (name: string) => {
    const path = join(folder, name);
    await writeKeys(path, [key(7)]);
    vi.useFakeTimers({ toFake: ['performance'] });
    return { path, secrets: await openKeyring(path, log) };
  };

  it('are looked for at once where something is met that they do not open', async () => {
    const { path, secrets } = await opened('open');
    const elsewhere = await ringOf([key(8), key(7)]);
    const [sealed, signature] = [await elsewhere.seal('13812348000'), await elsewhere.sign('photo 1')];
    await expect(secrets.open(sealed)).rejects.toThrow(/not at hand/);
    expect(await secrets.verify('photo 1', signature)).toBe(false);
    await writeKeys(path, [key(8), key(7)]);
    expect(await secrets.open(sealed)).toBe('13812348000');
    await writeKeys(path, [key(9), key(8)]);
    expect(await secrets.verify('photo 1', await (await ringOf([key(9)])).sign('photo 1'))).toBe(true);
  });

  it('are looked for once a second before something is sealed, signed or hashed', async () => {
    const { path, secrets } = await opened('seal');
    const after = await ringOf([key(8)]);
    await writeKeys(path, [key(8), key(7)]);
    await expect(after.open(await secrets.seal('early'))).rejects.toThrow();
    vi.advanceTimersByTime(1000);
    expect(await after.open(await secrets.seal('late'))).toBe('late');
    expect(await after.verify('late', await secrets.sign('late'))).toBe(true);
    expect(await after.hashes('late')).toContain(await secrets.hash('late'));
    expect(await secrets.hashes('late')).toContain(await (await ringOf([key(7)])).hash('late'));
  });

  it('stay as they are while the file cannot be read', async () => {
    const { path, secrets } = await opened('broken');
    const sealed = await secrets.seal('13812348000');
    writeFileSync(path, 'no key');
    vi.advanceTimersByTime(1000);
    expect(await secrets.open(await secrets.seal('still'))).toBe('still');
    rmSync(path);
    vi.advanceTimersByTime(1000);
    await secrets.seal('still');
    expect(await secrets.open(sealed)).toBe('13812348000');
    expect(failures).toEqual(['The key file could not be read again.', 'The key file could not be read again.']);
  });
});
