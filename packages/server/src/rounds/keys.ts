import { fromBase64Url, type Secrets, toBase64Url } from '../identity/secrets.ts';

/**
 * What belongs to one round and is destroyed when it closes: the key that leads from members to their ballots and
 * receipts, and the private half of the pair that receipts are signed with.
 */
export interface RoundKeys {
  /** Where a member's ballot lies. */
  slot(memberId: string): Promise<Uint8Array>;
  /** The code on a member's receipt: the same however often they change their ballot. */
  code(memberId: string): Promise<string>;
  /** ES256 over a receipt, in base64url. */
  sign(receipt: string): Promise<string>;
  /** Choices on paper until they are confirmed: they stand beside a member's id. */
  seal(choices: readonly string[], random: (length: number) => Uint8Array): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<string[]>;
}

/** As it lies in the database, sealed with the server's master key. */
interface Stored {
  key: string;
  private: JsonWebKey;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const encoder = new TextEncoder();
const nonceLength = 12;

/** Those of a new round, sealed, and the public half of the pair. */
export async function makeKeys(
  secrets: Secrets,
  random: (length: number) => Uint8Array,
): Promise<{ sealed: Uint8Array; publicKey: { kty: string; crv: string; x: string; y: string } }> {
  const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const stored: Stored = { key: toBase64Url(random(32)), private: await crypto.subtle.exportKey('jwk', pair.privateKey) };
  return { sealed: await secrets.seal(JSON.stringify(stored)), publicKey: { kty, crv, x, y } };
}

export async function openKeys(secrets: Secrets, sealed: Uint8Array): Promise<RoundKeys> {
  const stored: Stored = JSON.parse(await secrets.open(sealed));
  const bytes = fromBase64Url(stored.key);
  if (bytes?.length !== 32) throw new Error('A round has no key.');
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = async (text: string) => new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  const forPaper = async () => crypto.subtle.importKey('raw', await mac('paper'), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    slot: mac,
    code: async (memberId) => grouped((await mac(`receipt${memberId}`)).subarray(0, 10)),
    async sign(receipt) {
      const signing = await crypto.subtle.importKey('jwk', stored.private, ecdsa, false, ['sign']);
      const signed = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, encoder.encode(receipt));
      return toBase64Url(new Uint8Array(signed));
    },
    async seal(choices, random) {
      const iv = new Uint8Array(random(nonceLength));
      const plain = encoder.encode(JSON.stringify(choices));
      const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await forPaper(), plain);
      return Uint8Array.from([...iv, ...new Uint8Array(cipher)]);
    },
    async open(choices) {
      const [iv, cipher] = [choices.slice(0, nonceLength), choices.slice(nonceLength)];
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await forPaper(), cipher);
      const ids: string[] = JSON.parse(new TextDecoder().decode(plain));
      return ids;
    },
  };
}

/** Crockford's base 32: nobody reads an I, an L or an O for a digit, and no word comes of it. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 bits as sixteen characters in groups of four. */
function grouped(bytes: Uint8Array): string {
  let [bits, held, code] = [0, 0, ''];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) code += alphabet.charAt((bits >> (held - 5)) & 31);
    bits &= (1 << held) - 1;
  }
  return code.replace(/.{4}(?=.)/g, '$&-');
}
