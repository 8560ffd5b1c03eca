import { describe, expect, it } from 'vitest';
import { createSecrets } from './secrets.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

describe('secrets', () => {
  it('open what they sealed, and nothing that was touched or sealed by another key', async () => {
    const secrets = await createSecrets(new Uint8Array(32).fill(7), random);
    const sealed = await secrets.seal('13812348000');
    expect(await secrets.open(sealed)).toBe('13812348000');
    expect(new TextDecoder().decode(sealed)).not.toContain('1381234');

    const touched = sealed.with(20, (sealed[20] ?? 0) ^ 1);
    await expect(secrets.open(touched)).rejects.toThrow();
    const others = await createSecrets(new Uint8Array(32).fill(8), random);
    await expect(others.open(sealed)).rejects.toThrow();
  });

  it('never seal the same text to the same bytes', async () => {
    const secrets = await createSecrets(new Uint8Array(32).fill(7), random);
    expect(await secrets.seal('same')).not.toEqual(await secrets.seal('same'));
  });

  it('verify their own signatures and no others', async () => {
    const secrets = await createSecrets(new Uint8Array(32).fill(7), random);
    const signature = await secrets.sign('photo 1');
    expect(await secrets.verify('photo 1', signature)).toBe(true);
    expect(await secrets.verify('photo 2', signature)).toBe(false);
    expect(await secrets.verify('photo 1', 'not base64 !')).toBe(false);
  });

  it('need a key of 32 bytes', async () => {
    await expect(createSecrets(new Uint8Array(16), random)).rejects.toThrow(/32 bytes/);
  });
});
