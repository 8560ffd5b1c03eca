import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createApp } from '../../../server/src/app.ts';
import type { OpenDatabase } from '../../../server/src/db/pglite.ts';
import { migrate } from '../../../server/src/db/migrate.ts';
import { createIssuers } from '../../../server/src/identity/issuers.ts';
import { createSecrets } from '../../../server/src/identity/secrets.ts';
import { images } from '../../../server/src/node/images.ts';
import { type Handler, listen } from '../../../server/src/node/listen.ts';
import { random } from '../../../server/src/node/server.ts';
import { plantTree } from '../../../server/src/testing/tree.ts';
import { databaseBlobs } from '../../../server/src/uploads/blobs.ts';
import { main } from '../main.ts';

export const issuer = 'https://portal.here.example';
/** Where its pages live. */
export const origin = 'https://pages.here.example';
export const audience = 'five-micro-test';
/** Another portal, which signs by a secret. */
export const secretIssuer = 'https://secret.here.example';
/** One that knows its people, and not who stands for an organisation. */
export const plainIssuer = 'https://plain.here.example';

export interface Ran {
  code: number;
  /** What it said, line by line. */
  lines: string[];
  complaints: string[];
}

/** Our own server as anybody's: listening, with a portal registered whose key lies in a file. */
export async function startOwn(open: () => Promise<OpenDatabase>, { rateLimits }: { rateLimits: boolean }) {
  const database = await open();
  await migrate(database.db);
  await plantTree(database.db);
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const secret = random(32);
  const jwks = { keys: [await exportJWK(publicKey)] };
  const failures: string[] = [];
  const app = createApp({
    db: database.db,
    images,
    blobs: databaseBlobs,
    secrets: await createSecrets(random(32), random),
    issuers: await createIssuers([
      { iss: issuer, area: 'here', jwks, origins: [origin] },
      { iss: plainIssuer, area: 'here', jwks, roles: ['resident', 'volunteer', 'worker', 'officer'], origins: [] },
      { iss: secretIssuer, area: 'here', secrets: [secret], origins: [] },
    ]),
    clock: () => new Date(),
    random,
    log: { info: () => undefined, error: (message, facts) => failures.push(`${message} ${JSON.stringify(facts)}`) },
    settings: { audience, allowedOrigins: [], rateLimits, trustedProxies: 0, publicUrl: null },
  });
  const folder = await mkdtemp(join(tmpdir(), 'five-micro-conformance-'));
  const key = join(folder, 'portal-key.json');
  await writeFile(key, JSON.stringify(await exportJWK(privateKey)));
  const handler: Handler = (request, address) => app.fetch(request, { address });
  const listening = await listen('127.0.0.1', 0, handler);
  const url = (port: number) => `http://127.0.0.1:${port}/api/v1`;

  return {
    url: url(listening.port),
    key,
    /** In base64, as it stands in a file or in the environment. */
    secret: Buffer.from(secret).toString('base64'),
    folder,
    handler,
    /** What went wrong inside. */
    failures,
    /** Slugs of the areas to which anything belongs, people among it. */
    async areasWithSomething(): Promise<string[]> {
      const tables = ['wish', 'action', 'project', 'round', 'nomination', 'event', 'point_entry'] as const;
      const ids = await Promise.all(tables.map((table) => database.db.selectFrom(table).select('area_id').distinct().execute()));
      const homes = await database.db.selectFrom('member').select('area_id').distinct().execute();
      const found = new Set([...ids.flat(), ...homes].map(({ area_id }) => area_id));
      const areas = await database.db.selectFrom('area').select(['id', 'slug']).execute();
      return areas.flatMap(({ id, slug }) => (found.has(id) ? [slug] : [])).sort();
    },
    sign: (claims: JWTPayload) => new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(privateKey),
    /** Someone in front of it who changes what goes through. */
    async behind(proxy: Handler) {
      const front = await listen('127.0.0.1', 0, proxy);
      return { url: url(front.port), stop: () => front.stop(0) };
    },
    async stop(): Promise<void> {
      await app.stop();
      await listening.stop(0);
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type OwnServer = Awaited<ReturnType<typeof startOwn>>;

/** Runs the kit to its end, as its command line does. */
export async function ran(...argv: string[]): Promise<Ran> {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const output = { say: (line: string) => lines.push(line), complain: (line: string) => complaints.push(line) };
  return { code: await main(argv, output), lines, complaints };
}

export const against = ({ key }: OwnServer, url: string, ...more: string[]) =>
  ran(
    ...[url, '--area', 'south', '--communities', 'east,west', '--issuer', issuer, '--audience', audience],
    ...['--origin', origin, '--key', key],
    ...more,
  );
