/** What a server keeps from everyone: sealing of contact details, signing of links, keyed hashes for look-ups. */
export interface Secrets {
  /** AES-256-GCM; a sealed text starts with its format's version, the id of its key and a fresh nonce. */
  seal(text: string): Promise<Uint8Array>;
  /** @throws {UnknownKey} where it was sealed with a key that is not on the ring */
  open(sealed: Uint8Array): Promise<string>;
  /** HMAC-SHA-256 in base64url. */
  sign(text: string): Promise<string>;
  verify(text: string, signature: string): Promise<boolean>;
  /** A keyed hash to find something by, led by its key's id: `1a2b3c4d.…`. */
  hash(text: string): Promise<string>;
  /** How the same text is found, whichever key of the ring it was hashed with. */
  hashes(text: string): Promise<string[]>;
}

/** Short names of the keys, the current one first: eight hexadecimal digits each. */
export interface Ring {
  ids: readonly [current: string, ...retired: string[]];
}

export class UnknownKey extends Error {
  override name = 'UnknownKey';
}

const encoder = new TextEncoder();
const idLength = 4;
const nonceLength = 12;
/** What precedes the cipher text. Version 1 knew one key and did not name it. */
const headOf = { 1: 1, 2: 1 + idLength } as const;

/** Those of a key: everything that is ever done with it is done with one derived for the purpose (HKDF, RFC 5869). */
interface Derived {
  id: string;
  sealing: CryptoKey;
  signing: CryptoKey;
}

/**
 * Secrets over a ring of master keys of 32 bytes: the first is sealed and signed with, the others, which are on
 * their way out, still open and verify. WebCrypto, so that it runs in browsers too.
 */
export async function createSecrets(
  keys: Uint8Array | readonly Uint8Array[],
  random: (length: number) => Uint8Array,
): Promise<Secrets & Ring> {
  const ring = await Promise.all((keys instanceof Uint8Array ? [keys] : keys).map(derived));
  const [current, ...retired] = ring;
  if (!current) throw new Error('A key ring needs a key.');
  if (new Set(ring.map(({ id }) => id)).size < ring.length) throw new Error('A key is on the ring twice.');
  const hmac = async ({ signing }: Derived, text: string) =>
    toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', signing, encoder.encode(text))));

  return {
    ids: [current.id, ...retired.map(({ id }) => id)],
    async seal(text) {
      const nonce = new Uint8Array(random(nonceLength));
      const algorithm = { name: 'AES-GCM', iv: nonce };
      const cipher = new Uint8Array(await crypto.subtle.encrypt(algorithm, current.sealing, encoder.encode(text)));
      return Uint8Array.from([2, ...bytesOf(current.id), ...nonce, ...cipher]);
    },
    async open(sealed) {
      const key = keyIdOf(sealed);
      if (key !== undefined) {
        const known = ring.find(({ id }) => id === key);
        if (!known) throw new UnknownKey(`Sealed with key ${key}, which is not at hand.`);
        return decrypted(known.sealing, sealed, headOf[2]);
      }
      for (const { sealing } of ring) {
        const text = await decrypted(sealing, sealed, headOf[1]).catch(() => undefined);
        if (text !== undefined) return text;
      }
      throw new UnknownKey('Sealed by an older version with a key that is not at hand.');
    },
    sign: (text) => hmac(current, text),
    async verify(text, signature) {
      const bytes = fromBase64Url(signature);
      if (bytes === undefined) return false;
      const verdicts = ring.map(({ signing }) => crypto.subtle.verify('HMAC', signing, bytes, encoder.encode(text)));
      return (await Promise.all(verdicts)).includes(true);
    },
    hash: async (text) => `${current.id}.${await hmac(current, text)}`,
    async hashes(text) {
      const plain = await Promise.all(ring.map((key) => hmac(key, text)));
      // As older versions wrote them, without the key's name, until a rotation has renewed them.
      return [...plain.map((hash, index) => `${ring[index]?.id ?? ''}.${hash}`), ...plain];
    },
  };
}

/** The id of the key that something was sealed with; undefined for the first format, which names none. */
export function keyIdOf(sealed: Uint8Array): string | undefined {
  if (sealed[0] === 1) return undefined;
  if (sealed[0] !== 2) throw new Error(`Sealed with an unknown format: ${sealed[0]}`);
  return hexOf(sealed.subarray(1, headOf[2]));
}

async function derived(master: Uint8Array): Promise<Derived> {
  if (master.length !== 32) throw new Error('A master key must have 32 bytes.');
  const root = await crypto.subtle.importKey('raw', new Uint8Array(master), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const hkdf = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: encoder.encode(`five-micro ${purpose}`),
  });
  const derive = (purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
    crypto.subtle.deriveKey(hkdf(purpose), root, algorithm, false, uses);
  return {
    id: hexOf(new Uint8Array(await crypto.subtle.deriveBits(hkdf('id'), root, idLength * 8))),
    sealing: await derive('seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    signing: await derive('sign', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign', 'verify']),
  };
}

async function decrypted(key: CryptoKey, sealed: Uint8Array, head: number): Promise<string> {
  const bytes = new Uint8Array(sealed);
  const iv = bytes.subarray(head, head + nonceLength);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(head + nonceLength));
  return new TextDecoder().decode(plain);
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string) => Array.from({ length: idLength }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));

export const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
