import type { NoticeMessage, TestMessage } from '@five-micro/contract';

export type { NoticeMessage, TestMessage } from '@five-micro/contract';

/** Why a call is not believed. Answer it with 400, and do nothing of what it says. */
export type WebhookFault =
  /** One of the three headers is missing or no header of ours. */
  | 'headers'
  /** It was signed more than five minutes ago, or will be: somebody repeats an old one, or a clock is wrong. */
  | 'time'
  /** Nobody who has the secret has signed this. */
  | 'signature'
  /** It is signed and no message. */
  | 'body';

export class WebhookError extends Error {
  override name = 'WebhookError';
  readonly fault: WebhookFault;
  constructor(fault: WebhookFault) {
    super(`The webhook is not believed: ${fault}`);
    this.fault = fault;
  }
}

export interface WebhookCall {
  /** A `Headers`, or what Node's `request.headers` is. */
  headers: Headers | Record<string, string | readonly string[] | undefined>;
  /** As it came, byte by byte: what was parsed and written again is another text. */
  body: string | Uint8Array;
}

/** A message, with the id by which the same one is known when it comes again. */
export type WebhookMessage = (NoticeMessage | TestMessage) & { id: string };

const encoder = new TextEncoder();

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function headerOf(headers: WebhookCall['headers'], name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value !== 'string' || value === '') throw new WebhookError('headers');
  return value;
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = fromBase64(secret.trim().replace(/^whsec_/, ''));
  // A short or empty secret, as from a setting that is not there, would believe whoever guesses it.
  if (!bytes || bytes.length < 24) throw new TypeError('A secret of a webhook is whsec_ and base64 of 24 bytes or more.');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

/**
 * The message of a call that Five Micro has signed with one of the secrets (Standard Webhooks 1.0: HMAC-SHA-256 over id,
 * time and body; compared by WebCrypto, which takes as long for a wrong one as for a right one). Whether its `id` has been
 * seen before is yours to look up: the same message can come twice, and is to be acted on once.
 * @param secrets one, and the one before while they are changed
 * @throws {WebhookError}
 * @example
 * import { verifyWebhook, WebhookError } from '@five-micro/sdk/webhooks';
 *
 * const seen = new Set<string>(); // a unique column of your database
 * // What frameworks and workers call; for Node's own server see docs/webhooks.md.
 * export async function receive(request: Request, secrets: string[]): Promise<Response> {
 *   try {
 *     const message = await verifyWebhook({ headers: request.headers, body: await request.text() }, secrets);
 *     if ('sub' in message.data && !seen.has(message.id)) {
 *       seen.add(message.id);
 *       console.log(message.data.sub, message.data.words['zh-CN'], message.data.link); // by WeChat or SMS
 *     }
 *     return new Response(null, { status: 204 });
 *   } catch (error) {
 *     return new Response(null, { status: error instanceof WebhookError ? 400 : 500 });
 *   }
 * }
 */
export async function verifyWebhook(
  { headers, body }: WebhookCall,
  secrets: string | readonly string[],
  { now = Date.now, tolerance = 300 }: { now?: () => number; tolerance?: number } = {},
): Promise<WebhookMessage> {
  const keys = await Promise.all([secrets].flat().map(keyOf));
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const given = headerOf(headers, 'webhook-signature').split(' ');
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookError('headers');
  // Not a number, as from a setting that is not there, is no reason to believe.
  if (!(Math.abs(now() / 1000 - Number(timestamp)) <= tolerance)) throw new WebhookError('time');

  const bytes = typeof body === 'string' ? encoder.encode(body) : body;
  const head = encoder.encode(`${id}.${timestamp}.`);
  // Copied as bytes: whoever sends a great many need not have the secret.
  const content = new Uint8Array(head.length + bytes.length);
  content.set(head);
  content.set(bytes, head.length);
  const signatures = given.flatMap((one) => (one.startsWith('v1,') ? (fromBase64(one.slice(3)) ?? []) : []));
  const verdicts = keys.flatMap((key) => signatures.map((signature) => crypto.subtle.verify('HMAC', key, signature, content)));
  if (!(await Promise.all(verdicts)).includes(true)) throw new WebhookError('signature');
  return { ...messageIn(bytes), id };
}

/** Whoever has signed it has written it: what is looked at is only whether it is a message at all. */
function messageIn(bytes: Uint8Array): NoticeMessage | TestMessage {
  try {
    const message: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isMessage(message)) return message;
  } catch {
    // No JSON.
  }
  throw new WebhookError('body');
}

const isMessage = (value: unknown): value is NoticeMessage | TestMessage =>
  isObject(value) && 'type' in value && 'timestamp' in value && isObject(value['data']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
