import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { verifyWebhook, WebhookError } from './webhooks.ts';

const vector = z.object({
  name: z.string(),
  id: z.string(),
  timestamp: z.string(),
  signature: z.string(),
  now: z.number(),
  body: z.string(),
  believed: z.boolean(),
});
const file = fileURLToPath(new URL('../../../examples/webhooks/vectors.json', import.meta.url));
const { secret, vectors } = z
  .object({ secret: z.string(), vectors: z.array(vector) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));
type Vector = z.infer<typeof vector>;

const headersOf = ({ id, timestamp, signature }: Vector) => ({
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': signature,
});
const verify = (one: Vector, more: { headers?: Headers; body?: Uint8Array; secrets?: string | string[] } = {}) =>
  verifyWebhook({ headers: more.headers ?? headersOf(one), body: more.body ?? one.body }, more.secrets ?? secret, {
    now: () => one.now * 1000,
  });
const faultOf = (verifying: Promise<unknown>) =>
  verifying.then(
    () => 'believed',
    (error: unknown) => (error instanceof WebhookError ? error.fault : error),
  );
const [good] = vectors;
if (!good) throw new Error('There are no vectors.');

describe('a call of a webhook', () => {
  it.each(vectors)('$name: believed $believed', async (one) => {
    const fault = await faultOf(verify(one));
    expect(fault === 'believed').toBe(one.believed);
    if (!one.believed) expect(['time', 'signature']).toContain(fault);
  });

  it('is the message with its id, whether headers and body are those of a page or of Node', async () => {
    const ways = [{}, { headers: new Headers(headersOf(good)) }, { body: new TextEncoder().encode(good.body) }];
    for (const way of ways)
      expect(await verify(good, way)).toMatchObject({ id: good.id, type: 'wish.claimed', data: { sub: 'u-2027' } });
  });

  it('is believed with any of several secrets, and with none that is too short', async () => {
    const other = `whsec_${btoa('another secret that has 32 bytes')}`;
    expect(await faultOf(verify(good, { secrets: [other, secret] }))).toBe('believed');
    expect(await faultOf(verify(good, { secrets: [other] }))).toBe('signature');
    for (const bad of ['', 'whsec_', `whsec_${btoa('short')}`, 'whsec_?'])
      expect(await faultOf(verify(good, { secrets: bad }))).toBeInstanceOf(TypeError);
  });

  it('without our headers is none', async () => {
    for (const name of Object.keys(headersOf(good))) {
      const headers = new Headers(headersOf(good));
      headers.delete(name);
      expect(await faultOf(verify(good, { headers }))).toBe('headers');
    }
    expect(await faultOf(verify({ ...good, timestamp: 'today' }))).toBe('headers');
  });

  it('is as old as it is where the patience is no number', async () => {
    const old = verifyWebhook({ headers: headersOf(good), body: good.body }, secret, { tolerance: Number(undefined) });
    expect(await faultOf(old)).toBe('time');
  });

  it('of great length takes no more room than it has', async () => {
    const body = new Uint8Array(40_000_000);
    const { rss } = process.memoryUsage();
    expect(await faultOf(verify(good, { body }))).toBe('signature');
    expect(process.memoryUsage().rss - rss).toBeLessThan(400_000_000);
  });
});
