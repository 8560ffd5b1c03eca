/** What a server keeps from everyone: sealing of contact details, signing of links, keyed hashes for look-ups. */
export interface Secrets {
  /** AES-256-GCM; a sealed text starts with its format's version and a fresh nonce. */
  seal(text: string): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<string>;
  /** HMAC-SHA-256 in base64url. */
  sign(text: string): Promise<string>;
  verify(text: string, signature: string): Promise<boolean>;
}

const version = 1;
const encoder = new TextEncoder();

/** Derives a key for each purpose from one master key of 32 bytes (HKDF, RFC 5869). WebCrypto, so that it runs in browsers too. */
export async function createSecrets(master: Uint8Array, random: (length: number) => Uint8Array): Promise<Secrets> {
  if (master.length !== 32) throw new Error('The master key must have 32 bytes.');
  const root = await crypto.subtle.importKey('raw', new Uint8Array(master), 'HKDF', false, ['deriveKey']);
  const derive = (purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode(`five-micro ${purpose}`) },
      root,
      algorithm,
      false,
      uses,
    );
  const sealing = await derive('seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const signing = await derive('sign', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign', 'verify']);

  return {
    async seal(text) {
      const nonce = new Uint8Array(random(12));
      const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, sealing, encoder.encode(text)));
      const sealed = new Uint8Array(1 + nonce.length + cipher.length);
      sealed.set([version]);
      sealed.set(nonce, 1);
      sealed.set(cipher, 1 + nonce.length);
      return sealed;
    },
    async open(sealed) {
      if (sealed[0] !== version) throw new Error(`Sealed with an unknown format: ${sealed[0]}`);
      const bytes = new Uint8Array(sealed);
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(1, 13) }, sealing, bytes.subarray(13));
      return new TextDecoder().decode(plain);
    },
    sign: async (text) => toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', signing, encoder.encode(text)))),
    async verify(text, signature) {
      const bytes = fromBase64Url(signature);
      return bytes !== undefined && crypto.subtle.verify('HMAC', signing, bytes, encoder.encode(text));
    },
  };
}

const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
