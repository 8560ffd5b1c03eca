const encoder = new TextEncoder();
const prefix = 'whsec_';

export interface Message {
  /** The same for every try. */
  id: string;
  body: string;
}

/** A secret as portals are given it: 32 bytes, in the writing of Standard Webhooks. */
export const newSecret = (random: (length: number) => Uint8Array): string => prefix + btoa(String.fromCharCode(...random(32)));

/**
 * The headers of Standard Webhooks 1.0 (https://www.standardwebhooks.com): HMAC-SHA-256 over id, the moment of this try
 * and the body, with each secret that is valid.
 */
export async function signed({ id, body }: Message, secrets: readonly string[], at: Date): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const content = encoder.encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(
    secrets.map(async (secret) => {
      const bytes = Uint8Array.from(atob(secret.slice(prefix.length)), (char) => char.charCodeAt(0));
      const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      return `v1,${btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, content))))}`;
    }),
  );
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
