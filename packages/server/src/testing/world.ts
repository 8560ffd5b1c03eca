import { randomBytes } from 'node:crypto';
import { contract, type Endpoint, problem as problemSchema, type Problem, type Wish } from '@five-micro/contract';
import { createApp } from '../app.ts';
import { migrate } from '../db/migrate.ts';
import type { OpenDatabase } from '../db/pglite.ts';
import { createSecrets } from '../identity/secrets.ts';
import { PictureRefused, type Ports } from '../ports.ts';
import { databaseBlobs } from '../uploads/blobs.ts';
import { audience, createPortals, type Person } from './people.ts';
import { plantTree } from './tree.ts';

export interface Ask {
  as?: Person | undefined;
  /** A token that was issued earlier, instead of a fresh one. */
  token?: string;
  area?: string;
  id?: string;
  slug?: string;
  code?: string;
  ballot?: string;
  option?: string;
  query?: Record<string, string>;
  body?: unknown;
  key?: string;
  language?: string;
}

export interface Reply<Value> {
  status: number;
  headers: Headers;
  /** The answer as it came, for looking for what must not be in it. */
  text: string;
  /** The answer, checked against the contract. Throws where it was a refusal. */
  value: Value;
  /** The refusal. Throws where there is none. */
  problem: Problem;
  /** The refusal's code, or undefined where it went well. */
  code: string | undefined;
}

export type WishVerbName = Exclude<keyof typeof contract.wishes, 'list' | 'post' | 'summary' | 'get' | 'timeline' | 'contact'>;

const base = 'http://api.test/api/v1';

/** A small community with the whole server in front of it, a clock that stands still, and people who can sign in. */
export async function createWorld(open: () => Promise<OpenDatabase>) {
  const database = await open();
  const { db } = database;
  await migrate(db);
  await plantTree(db);
  let now = new Date('2026-11-23T02:00:00.000Z').getTime();
  const clock = () => new Date(now);
  const portals = await createPortals(clock, ['here', 'away']);
  const failures: string[] = [];
  const ports: Ports = {
    db,
    blobs: databaseBlobs,
    images: {
      // Any bytes that begin with P are a picture here: what real ones go through is tried in node/images.test.ts.
      normalise: async (bytes) => {
        if (bytes[0] !== 80) throw new PictureRefused('not-a-picture');
        return { data: bytes, mime: 'image/webp', width: 4, height: 3 };
      },
    },
    secrets: await createSecrets(new Uint8Array(randomBytes(32)), (length) => new Uint8Array(randomBytes(length))),
    issuers: portals.issuers,
    clock,
    random: (length) => new Uint8Array(randomBytes(length)),
    log: { info: () => undefined, error: (message, facts) => failures.push(`${message} ${JSON.stringify(facts)}`) },
    settings: { audience, allowedOrigins: [], rateLimits: false, trustedProxies: 0, publicUrl: base },
  };
  const app = createApp(ports);

  async function send(
    path: string,
    {
      as,
      token,
      key,
      language,
      method = 'GET',
      body,
      headers: more,
    }: Ask & { method?: string; headers?: Record<string, string> },
  ): Promise<Response> {
    const headers = new Headers(more);
    const bearer = token ?? (as && (await portals.token(as)));
    if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
    if (key !== undefined) headers.set('idempotency-key', key);
    if (language !== undefined) headers.set('accept-language', language);
    const bytes = body instanceof Uint8Array;
    if (body !== undefined && !bytes) headers.set('content-type', 'application/json');
    const payload = body === undefined ? undefined : bytes ? new Uint8Array(body) : JSON.stringify(body);
    return app.fetch(
      new Request(path.startsWith('http') ? path : base + path, {
        method,
        headers,
        ...(payload !== undefined && { body: payload }),
      }),
    );
  }

  async function ask<Value>(
    endpoint: Pick<Endpoint<unknown, unknown, Value>, 'method' | 'path' | 'answer'>,
    how: Ask = {},
  ): Promise<Reply<Value>> {
    const path = endpoint.path
      .replace('{area}', how.area ?? 'east')
      .replace('{id}', how.id ?? '')
      .replace('{slug}', how.slug ?? 'branch')
      .replace('{code}', how.code ?? '')
      .replace('{ballot}', how.ballot ?? '')
      .replace('{option}', how.option ?? '');
    const search = new URLSearchParams(how.query).toString();
    const body = how.body ?? (endpoint.method === 'GET' ? undefined : {});
    const response = await send(search === '' ? path : `${path}?${search}`, { ...how, method: endpoint.method, body });
    const text = await response.text();
    const refused = response.status >= 400 ? problemSchema.parse(JSON.parse(text)) : undefined;
    return {
      status: response.status,
      headers: response.headers,
      text,
      get value() {
        if (refused)
          throw new Error(
            `Refused with ${refused.code}: ${JSON.stringify(refused.fields ?? refused.params ?? '')} ${failures.at(-1) ?? ''}`,
          );
        return endpoint.answer.parse(JSON.parse(text));
      },
      get problem() {
        if (!refused) throw new Error(`Not refused: ${response.status} ${text}`);
        return refused;
      },
      code: refused?.code,
    };
  }

  const person = (sub: string, more: Partial<Omit<Person, 'sub' | 'iss'>> & { district?: string } = {}): Person => ({
    sub,
    name: more.name ?? `王${sub}`,
    area: more.area ?? 'east',
    roles: more.roles ?? ['resident'],
    orgs: more.orgs ?? [],
    iss: portals.issOf(more.district ?? 'here'),
  });

  const verb = (
    name: WishVerbName,
    id: string,
    as: Person | undefined,
    body: unknown = {},
    more: Ask = {},
  ): Promise<Reply<Wish>> => ask(contract.wishes[name], { ...more, id, as, body });

  return {
    ports,
    db,
    ask,
    send,
    verb,
    person,
    token: (as: Person) => portals.token(as),
    now: clock,
    /** Lets time pass. */
    advance(milliseconds: number): void {
      now += milliseconds;
    },
    /** What went wrong inside: empty after a test that expects nothing of the kind. */
    failures,
    async post(as: Person, body: Record<string, unknown> = {}, area = 'east'): Promise<Wish> {
      return (await ask(contract.wishes.post, { as, area, body: { title: '想要一盏台灯', kind: 'item', ...body } })).value;
    },
    /** Someone without an account, whom a worker writes down. Answers their id. */
    async register(as: Person, body: { name: string; phone?: string }, area = 'east'): Promise<string> {
      return (await ask(contract.members.register, { as, area, body })).value.id;
    },
    async memberId(as: Person): Promise<string> {
      return (await ask(contract.me.get, { as })).value.id;
    },
    async stop(): Promise<void> {
      await app.stop();
      await database.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

export const hours = (n: number): number => n * 60 * 60 * 1000;
export const days = (n: number): number => hours(24 * n);

/** Who takes part in most stories. */
export const cast = (world: World) => ({
  wisher: world.person('wisher', { name: '欧阳春梅' }),
  neighbour: world.person('neighbour', { name: '钱多多' }),
  helper: world.person('helper', { name: '孙行者', area: 'west' }),
  worker: world.person('worker', { name: '周社工', roles: ['resident', 'worker'] }),
  officer: world.person('officer', { name: '吴干部', area: 'south', roles: ['officer'] }),
  branch: world.person('branch-1', { name: '郑书记', orgs: ['branch'] }),
  branchToo: world.person('branch-2', { name: '冯委员', orgs: ['branch'] }),
  stranger: world.person('stranger', { name: '陈远方', area: 'far', district: 'away', roles: ['worker'] }),
});
