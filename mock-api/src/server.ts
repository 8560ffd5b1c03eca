import {
  createApp,
  createIssuers,
  createSecrets,
  databaseBlobs,
  foldRegularly,
  type Images,
  type Ports,
} from '@five-micro/server';
import { migrate } from '@five-micro/server/migrate';
import { type EmbeddedDatabase, openPglite } from '@five-micro/server/pglite';
import { sample } from '@five-micro/server/sample';
import { seedSample } from '@five-micro/server/seed';
import { SignJWT } from 'jose';
import { canvasImages } from './images.ts';

/** Whom a story can be signed in as; who they are stands in the sample community. */
export type Persona =
  | 'li-guifang'
  | 'zhang-xiaoman'
  | 'wu-min'
  | 'chen-jianguo'
  | 'sun-fulin'
  | 'guli-abudu'
  | 'he-linlin'
  | 'xu-jianping'
  | 'qin-yuhang';

/** The real server in this very process. */
export interface MockServer {
  /** A request to `…/api/v1/…`. */
  fetch(request: Request): Promise<Response>;
  /** A token as the persona's portal would sign it. */
  tokenFor(persona: Persona): Promise<string>;
  /** The database as it stands, to open the next one from. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

const issuer = 'urn:five-micro:mock';
const audience = 'five-micro-mock';
/** Everyone may know it: it opens nothing but a database in someone's own browser. */
const key = new Uint8Array(32).fill(7);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Starts from a dump in a third of a second; without one it builds the sample community, which takes a few.
 * `images` and `picture` are where a picture is made small and where the sample's own come from.
 */
export async function openMockServer({
  dump,
  images = canvasImages,
  picture = fetchPicture,
}: {
  dump?: Blob;
  images?: Images;
  picture?: (name: string) => Promise<Uint8Array>;
} = {}): Promise<MockServer> {
  const database = await openPglite(dump ? { loadDataDir: dump } : {});
  const ports = await portsOver(database, images);
  if (!dump) {
    await migrate(database.db);
    await seedSample(ports, sample, { issuer, picture });
  }
  const app = createApp(ports);
  const folding = foldRegularly(ports);
  return {
    fetch: (request) => app.fetch(request),
    tokenFor,
    dump: () => database.dump(),
    async close() {
      await folding.stop();
      await app.stop();
      await database.close();
    },
  };
}

async function portsOver({ db }: EmbeddedDatabase, images: Images): Promise<Ports> {
  return {
    db,
    images,
    blobs: databaseBlobs,
    secrets: await createSecrets(key, random),
    issuers: await createIssuers([{ iss: issuer, area: 'jianye', secrets: [key], origins: ['*'] }]),
    clock: () => new Date(),
    random,
    log: { info: () => undefined, error: (message, facts) => console.error(message, facts) },
    settings: { audience, allowedOrigins: ['*'], rateLimits: false, trustedProxies: 0, publicUrl: null },
  };
}

async function tokenFor(persona: Persona): Promise<string> {
  const member = sample.members.find(({ sub }) => sub === persona);
  if (!member) throw new Error(`The sample community has no ${persona}.`);
  const { sub, name, roles, home, represents = [] } = member;
  const claims = {
    name,
    roles,
    ...(home !== null && { area: home }),
    orgs: represents.map((slug) => ({ slug, role: 'representative' })),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime('50m')
    .sign(key);
}

async function fetchPicture(name: string): Promise<Uint8Array> {
  const found = sample.pictures.find((one) => one.name === name);
  if (!found) throw new Error(`The sample community has no picture ${name}.`);
  return new Uint8Array(await (await fetch(found.url)).arrayBuffer());
}
