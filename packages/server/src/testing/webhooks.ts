import type { NoticeMessage } from '@five-micro/contract';
import { newId } from '../ids.ts';
import { deliver, type WebhookPorts } from '../webhooks/delivering.ts';
import { addWebhook } from '../webhooks/registry-statements.ts';
import { newSecret } from '../webhooks/signing.ts';
import type { World } from './world.ts';

export interface Sent {
  url: string;
  headers: Record<string, string>;
  body: string;
  message: NoticeMessage;
}

/** A portal that is told: what it was sent, in the order in which it came, and what it says to that. */
export function portalIn(world: World) {
  const sent: Sent[] = [];
  let answer: (one: Sent) => string | undefined | Promise<string | undefined> = () => undefined;
  const ports: WebhookPorts = {
    ...world.ports,
    post: async (url, headers, body) => {
      const one = { url, headers, body, message: JSON.parse(body) };
      sent.push(one);
      return answer(one);
    },
  };
  const deliverAll = async () => {
    while ((await deliver(ports, new AbortController().signal)) > 0);
  };
  return {
    sent,
    ports,
    deliverAll,
    says(next: typeof answer): void {
      answer = next;
    },
    /** What is sent from now on, to the end. */
    async next(): Promise<Sent[]> {
      const before = sent.length;
      await deliverAll();
      return sent.slice(before);
    },
    /** Registers an address. Answers its id and secret. */
    async register(slug: string, { iss = 'https://portal.here.example', url = `https://${slug}.example/told`, days = 3 } = {}) {
      const area = await world.db.selectFrom('area').select('id').where('slug', '=', slug).executeTakeFirstOrThrow();
      const secret = newSecret(world.ports.random);
      const id = newId(world.ports);
      const sealed = await world.ports.secrets.seal(secret);
      await addWebhook(world.db, { id, iss, area_id: area.id, url, secret: sealed, days, created_at: world.now() });
      return { id, url, secret };
    },
  };
}
