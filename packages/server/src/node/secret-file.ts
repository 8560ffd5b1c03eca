import { randomBytes } from 'node:crypto';
import { PlainError } from './plain-error.ts';
import { readOrMake } from './once-file.ts';

/** The master key: 32 random bytes, made at the first start. Lose it, and every contact that was sealed with it is lost. */
export async function readSecret(path: string): Promise<Uint8Array> {
  const secret = await readOrMake(path, async () => randomBytes(32));
  if (secret.length !== 32) throw new PlainError(`${path} must hold exactly 32 bytes; it holds ${secret.length}.`);
  return new Uint8Array(secret);
}
