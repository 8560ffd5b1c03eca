import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createApp } from '../app.ts';
import { areaBySlug, areaRoots, topAreas } from '../areas/statements.ts';
import { createLimits } from '../http/limits.ts';
import { createIssuers, type Issuers } from '../identity/issuers.ts';
import { foldRegularly } from '../points/ticker.ts';
import type { Log, Ports } from '../ports.ts';
import { sample } from '../sample/index.ts';
import { seedSample } from '../sample/seed.ts';
import { databaseBlobs } from '../uploads/blobs.ts';
import { deliverRegularly } from '../webhooks/ticker.ts';
import { sweep } from '../wishes/sweeper.ts';
import { type NodeDatabase, openDatabase } from './database.ts';
import { tally } from './counting.ts';
import { demoIssuerName, openDemoIssuer } from './demo-issuer.ts';
import { openConfigurator } from './configurator.ts';
import { openEmbed } from './embed.ts';
import type { Folder } from './files.ts';
import { images } from './images.ts';
import { watchIssuers } from './issuers-watched.ts';
import { keyShelf } from './key-shelf.ts';
import { openKeyring, ringOf } from './keyring.ts';
import { type Handler, listen } from './listen.ts';
import { createPortal, type Portal } from './portal.ts';
import { behindProxies } from './proxies.ts';
import { logged } from './request-log.ts';
import { demandKeys } from './sealed.ts';
import { readKeys } from './secret-file.ts';
import { mayDemo, type NodeSettings } from './settings.ts';
import { openPages } from './static.ts';
import { createPost } from './webhook-post.ts';

const sweepEvery = 20_000;
/** Milliseconds that requests under way have when the server is asked to stop. */
const patience = 5_000;

export interface RunningServer {
  port: number;
  database: NodeDatabase['kind'];
  migrated: readonly string[];
  seeded: boolean;
  /** Whether one can sign in as anyone. */
  demo: boolean;
  /** What keeps everybody out until the operator gives it. */
  lacks: ('areas' | 'portals')[];
  stop(): Promise<void>;
}

/** Random bytes from the system. */
export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/**
 * Brings everything up that a server consists of. It listens first, so that a taken port is known before a database
 * is made, and answers 503 until it is ready.
 * @throws {PlainError} where something is missing that only the operator can give
 */
export async function startServer(settings: NodeSettings, log: Log): Promise<RunningServer> {
  let handler: Handler = starting;
  const listening = await listen(settings.host, settings.port, (request, address) =>
    logged(log, request, () => handler(request, address)),
  );
  try {
    const { handler: ready, stop, ...facts } = await bringUp(settings, log);
    handler = ready;
    return {
      ...facts,
      port: listening.port,
      async stop() {
        // Live streams never end by themselves: first they, then the connections, last what both of them use.
        await stop.serving();
        await listening.stop(patience);
        await stop.database();
      },
    };
  } catch (error) {
    await listening.stop(0);
    throw error;
  }
}

async function bringUp(settings: NodeSettings, log: Log) {
  const database = await openDatabase(settings, log);
  try {
    const demo = mayDemo(settings) ? await openDemoIssuer(settings.dataDir, settings.audience) : undefined;
    const issuers: Issuers & { stop?(): void } = demo ? await createIssuers([demo.config]) : await registered(settings, log);
    const ports = { ...(await portsFor(settings, database, log)), issuers };
    await demandKeys(database.db, await ringOf(await readKeys(settings.secretFile)), settings.secretFile);
    const seeded = demo !== undefined && (await seedSample(ports, sample, { issuer: demoIssuerName, picture: readPicture }));
    for (const { iss, area } of issuers.all())
      if (!(await areaBySlug(database.db, area)))
        log.error('A portal is registered for an area that is not there.', { iss, area });
    const limit = createLimits(ports.clock, settings.rateLimits);
    const app = createApp(ports, limit);
    const addressOf = (request: Request, address: string) => behindProxies(request, address, settings.trustedProxies);
    const configurator = openConfigurator((atMost) => topAreas(database.db, atMost), limit);
    const sweeper = sweepRegularly(ports);
    const folding = foldRegularly(ports);
    const telling = deliverRegularly({ ...ports, post: createPost(settings) });
    const handler = route({
      api: (request, address) => app.fetch(request, { address: addressOf(request, address) }),
      ready: () => sql`select 1`.execute(database.db),
      embed: await openEmbed(join(settings.dataDir, 'embed'), log),
      configurator: (request, path, address) => configurator(request, path, addressOf(request, address)),
      pages: openPages({ demo: demo !== undefined }),
      ...(demo && { portal: createPortal(demo, sample, ports.secrets, ports.clock) }),
    });
    const stop = {
      async serving() {
        issuers.stop?.();
        await sweeper.stop();
        await folding.stop();
        await telling.stop();
        await app.stop();
      },
      database: () => database.close(),
    };
    const lacks: RunningServer['lacks'] = [];
    if ((await areaRoots(database.db)).length === 0) lacks.push('areas');
    if (issuers.all().length === 0) lacks.push('portals');
    return { handler, stop, lacks, seeded, database: database.kind, migrated: database.migrated, demo: demo !== undefined };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The portals of ISSUERS_FILE; without it nobody's tokens are believed. */
const registered = ({ issuersFile, dataDir }: NodeSettings, log: Log): Promise<Issuers & { stop?(): void }> =>
  issuersFile === null
    ? createIssuers([])
    : watchIssuers(issuersFile, { clock: () => new Date(), fetch: globalThis.fetch, shelf: keyShelf(dataDir), log });

/** What the app is given, from where it runs; who may sign tokens is the server's to say. */
export async function portsFor(settings: NodeSettings, { db }: NodeDatabase, log: Log): Promise<Ports> {
  return {
    db,
    images,
    blobs: databaseBlobs,
    secrets: await openKeyring(settings.secretFile, log),
    issuers: await createIssuers([]),
    clock: () => new Date(),
    random,
    log,
    settings,
    tally,
  };
}

/** The sample's pictures, as files. */
export async function readPicture(name: string): Promise<Uint8Array> {
  const picture = sample.pictures.find((one) => one.name === name);
  if (!picture) throw new Error(`The sample has no picture "${name}".`);
  return new Uint8Array(await readFile(picture.url));
}

/** Leases that ran out, wishes past their day, uploads that nobody used. One round at a time. */
function sweepRegularly(ports: Ports): { stop(): Promise<void> } {
  let round = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    round = sweep(ports)
      .then(() => undefined)
      .catch((error: unknown) =>
        ports.log.error('The sweeper failed.', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        busy = false;
      });
  }, sweepEvery);
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

interface Parts {
  api: Handler;
  ready: () => Promise<unknown>;
  embed: Folder;
  configurator: ReturnType<typeof openConfigurator>;
  portal?: Portal;
  pages: Folder;
}

const plain = (status: number, words: string) =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

const starting: Handler = async (request) =>
  new URL(request.url).pathname === '/healthz' ? plain(200, 'ok') : plain(503, 'The server is starting.');

function route({ api, ready, embed, configurator, portal, pages }: Parts): Handler {
  return async (request, address) => {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/api/')) return api(request, address);
    if (path === '/healthz') return plain(200, 'ok');
    if (path === '/embed') return new Response(null, { status: 308, headers: { location: '/embed/' } });
    if (path === '/readyz') {
      return ready().then(
        () => plain(200, 'ready'),
        () => plain(503, 'the database does not answer'),
      );
    }
    const answer = path.startsWith('/embed/')
      ? ((await embed(request, path.slice('/embed/'.length))) ??
        (await configurator(request, path.slice('/embed/'.length), address)))
      : ((path.startsWith('/portal/') ? await portal?.(request, path.slice('/portal/'.length)) : undefined) ??
        (await pages(request, path.slice(1))));
    return answer ?? plain(404, 'There is nothing here.');
  };
}
