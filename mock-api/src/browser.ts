import { setupWorker } from 'msw/browser';
import { createHandlers, type Story } from './handlers.ts';
import type { Override } from './respond.ts';
import { type MockServer, openMockServer, type Persona } from './server.ts';

export interface MockApi {
  /** A story's own address; waits until requests to it are answered. */
  story(id: string, overrides?: readonly Override[]): Promise<Story>;
  /** The token of a persona, as a portal would give it. */
  tokenFor(persona: Persona): Promise<string>;
  /** Opened where it is not yet; for frames in this page, which need none of their own. */
  readonly server: () => Promise<MockServer>;
}

interface MockApiOptions {
  worker?: string;
  dump?: string;
  /** Someone else's database, which this page only uses. */
  shared?: (() => Promise<MockServer>) | undefined;
}

/**
 * One worker and one database for a page, opened at the first request that needs them. What a story wrote is gone
 * for the next one: it opens a new database.
 */
export function mockApi({ worker = './mockServiceWorker.js', dump = './sample.tar.gz', shared }: MockApiOptions = {}): MockApi {
  let server: Promise<MockServer> | undefined;
  let dirty = false;
  let started: Promise<unknown> | undefined;

  const own = () => (server ??= fetchDump(dump).then((found) => openMockServer(found ? { dump: found } : {})));
  const open = shared ?? own;
  const { handlers, story } = createHandlers(open, () => {
    dirty = true;
  });

  return {
    async story(id, overrides) {
      started ??= setupWorker(...handlers).start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: worker } });
      await started;
      if (dirty && !shared) {
        const old = server;
        server = undefined;
        dirty = false;
        await (await old)?.close();
      }
      return story(id, overrides);
    },
    tokenFor: async (persona) => (await open()).tokenFor(persona),
    server: open,
  };
}

/** The dump that `scripts/dump.ts` made, unpacked; undefined where nobody made one. */
async function fetchDump(url: string): Promise<Blob | undefined> {
  const response = await fetch(url);
  if (!response.ok || !response.body) return undefined;
  const packed = await response.blob();
  const [first, second] = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
  // Some servers unpack what ends in .gz on the way.
  if (first !== 0x1f || second !== 0x8b) return packed.type.startsWith('text/html') ? undefined : packed;
  return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}
