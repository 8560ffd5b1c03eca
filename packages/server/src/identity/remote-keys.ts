import type { JWK } from 'jose';
import * as z from 'zod/mini';
import type { Log } from '../ports.ts';
import { type Key, type Keys, publishedKeys } from './keys.ts';

/** Milliseconds for which a published set is believed without a look at it: so long a key that was taken out still holds. */
export const freshFor = 10 * 60_000;
/** The least time between two questions to one portal, whatever tokens come: a flood of bad ones is no flood for it. */
export const pauseBetween = 30_000;
/** A request with a token waits so long for a portal's keys, and no longer. */
const patience = 3_000;
const longestAnswer = 256 * 1024;

/** Keeps the last good set of each portal beyond this process: after a restart its address may be away. */
export interface KeyShelf {
  /** The set as it was kept, or nothing. */
  read(name: string): Promise<string | undefined>;
  write(name: string, set: string): Promise<void>;
}

export interface KeyPorts {
  clock: () => Date;
  fetch: typeof globalThis.fetch;
  log?: Log;
  shelf?: KeyShelf;
  /** Milliseconds; by default 3 s. */
  patience?: number;
}

const answer = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Read piece by piece: whoever publishes without an end is not heard to the end. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); reader && step && !step.done; step = await reader.read()) {
    length += step.value.length;
    if (length > longestAnswer) {
      await reader.cancel();
      throw new Error('too long');
    }
    text += decoder.decode(step.value, { stream: true });
  }
  return text + decoder.decode();
}

/** @throws {Error} where this is no set with a key that we can use. */
async function readSet(text: string): Promise<{ keys: Key[]; text: string }> {
  const jwks: JWK[] = answer.parse(JSON.parse(text)).keys;
  const keys = await publishedKeys(jwks);
  // An empty set is a portal's mishap, not its wish: it would lock everyone out.
  if (keys.length === 0) throw new Error('no P-256 or Ed25519 key in it');
  return { keys, text };
}

/**
 * The keys that a portal publishes at an address (a JWKS, RFC 7517) and changes when it likes: looked at every ten
 * minutes, and at once, twice a minute at most, where a token names a key that is not among them. While the address
 * does not answer, the last good set holds.
 */
export function remoteKeys(iss: string, url: string, ports: KeyPorts): Keys {
  const { clock, log, shelf } = ports;
  const now = () => clock().getTime();
  // Another address is another set, whoever publishes it.
  const name = `${iss} ${url}`;
  let known: { keys: readonly Key[]; text: string; at: number } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let flight: Promise<boolean> | undefined;
  let restored: Promise<void> | undefined;
  /** The last question got no answer. */
  let away = false;

  async function restore() {
    try {
      const text = await shelf?.read(name);
      if (text !== undefined) known ??= { ...(await readSet(text)), at: Number.NEGATIVE_INFINITY };
    } catch {
      // What was kept cannot be read: the portal is asked, as at the first start.
    }
  }

  async function download(): Promise<string> {
    const response = await ports.fetch(url, {
      headers: { accept: 'application/jwk-set+json, application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(ports.patience ?? patience),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return textOf(response);
  }

  async function ask(): Promise<boolean> {
    askedAt = now();
    try {
      const set = await readSet(await download());
      const changed = set.text !== known?.text;
      known = { ...set, at: now() };
      away = false;
      // Kept or not, these are the keys.
      if (changed) await shelf?.write(name, set.text).catch((error: unknown) => failed('kept', error));
      return changed;
    } catch (error) {
      away = true;
      failed('read', error);
      return false;
    }
  }

  const failed = (what: 'kept' | 'read', error: unknown) =>
    log?.error(`The keys of a portal could not be ${what}.`, {
      issuer: iss,
      error: error instanceof Error ? error.message.slice(0, 200) : 'unknown',
      lastGood: known !== undefined,
    });

  /** One question at a time, however many tokens wait for it. */
  function look(): Promise<boolean> {
    if (!flight && now() - askedAt < pauseBetween) return Promise.resolve(false);
    flight ??= ask().finally(() => {
      flight = undefined;
    });
    return flight;
  }

  return {
    async all() {
      await (restored ??= restore());
      if (now() - (known?.at ?? Number.NEGATIVE_INFINITY) >= freshFor) {
        // It was found away a moment ago: the last good set holds, and nobody waits for what is asked beside that.
        const waits = !known || !away || now() - askedAt >= freshFor;
        const looking = look();
        if (waits) await looking;
      }
      return known?.keys ?? [];
    },
    renew: look,
  };
}
