import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import type { Contract, Endpoint } from '@five-micro/contract';
import { build } from 'esbuild';
import { describe, expect, inject, it } from 'vitest';

const portal = inject('portal');
const api = `${inject('server')}/api/v1`;

async function bundle(contents: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: portal },
    bundle: true,
    minify: true,
    format,
    globalName: 'sdk',
    charset: 'utf8',
    write: false,
  });
  return outputFiles[0]!.text;
}

async function contractOf(): Promise<Contract> {
  const file = join(portal, 'node_modules/@five-micro/contract/dist/index.js');
  const { contract }: { contract: Contract } = await import(pathToFileURL(file).href);
  return contract;
}

/** The words of a feature's addresses: `wishes`, `claim` … */
const segments = (endpoints: Record<string, Endpoint>) =>
  new Set(Object.values(endpoints).flatMap(({ path }) => path.split('/').filter((part) => part !== '' && !part.startsWith('{'))));

/** Fields that only one feature's answers have. */
const marks = {
  areas: 'correctionSupport',
  wishes: 'claimersWanted',
  actions: 'minimumAge',
  projects: 'milestones',
  rounds: 'openingDigest',
  stars: 'nameAs',
  points: 'population',
  members: 'registeredByWorker',
} as const;

const features = [
  ['areas', 'areas', 'areasIn'],
  ['wishes', 'wishes', 'wishesIn'],
  ['actions', 'actions', 'actionsIn'],
  ['projects', 'projects', 'projectsIn'],
  ['rounds', 'rounds', 'roundsIn'],
  ['stars', 'stars', 'starsIn'],
  ['points', 'points', 'pointsIn'],
  ['members', 'members', 'membersIn'],
  ['moderation', 'moderation', 'moderationIn'],
  ['report-ins', 'reportIns', 'reportInsIn'],
  ['uploads', 'uploads', 'uploadsIn'],
] as const;

// A gallery is answered with the rounds of its contests: who takes stars has rounds too.
describe('in a page that imports one feature of the SDK', () => {
  it.each(features)('%s comes without the addresses and answers of the others', async (entry, name, make) => {
    const contract = await contractOf();
    const code = await bundle(
      `export { connect } from '@five-micro/sdk/connection'; export { ${make} } from '@five-micro/sdk/${entry}';`,
    );
    const own = segments(contract[name]);
    const isOther = (other: string) => other !== name && !(name === 'stars' && other === 'rounds');
    const foreign = Object.entries(contract).flatMap(([other, endpoints]) => (isOther(other) ? [...segments(endpoints)] : []));
    const carried = foreign.filter((word) => !own.has(word) && new RegExp(`/${word}(?![\\w-])`).test(code));
    expect(carried).toEqual([]);
    const fields = Object.entries(marks).filter(([other, field]) => isOther(other) && code.includes(field));
    expect(fields).toEqual([]);
  });
});

/** What a worker has, without anything of a page or of Node. */
const worker = {
  ...{ fetch, Request, Response, Headers, URL, URLSearchParams, AbortController, AbortSignal, DOMException, Blob },
  ...{ ReadableStream, TextDecoder, TextEncoder, TextDecoderStream, FormData, Event, EventTarget },
  ...{ crypto, performance, queueMicrotask, atob, btoa, console, setTimeout, clearTimeout, navigator: { onLine: true } },
};

it('the SDK works where there is neither a window nor a document nor Node', async () => {
  const code = await bundle("export * from '@five-micro/sdk';", 'iife');
  const context = createContext({ ...worker });
  runInContext('globalThis.self = globalThis', context);
  const heard = await runInContext(
    `${code};
    (async () => {
      const client = sdk.createFiveMicro({ apiUrl: '${api}', area: 'yikang' });
      const found = [];
      for await (const wish of client.wishes.list({ limit: 2 })) if (found.push(wish.title) >= 3) break;
      const off = client.live.subscribe(() => undefined);
      while (client.live.state === 'idle') await new Promise((done) => setTimeout(done, 5));
      const { state } = client.live;
      off();
      const failure = await client.wishes.get('01890a5d-ac96-774b-bcce-b302099a8057').catch((error) => error.code);
      return { found: found.length, state, failure, globals: [typeof window, typeof document, typeof process, typeof Buffer] };
    })()`,
    context,
  );
  expect(heard).toEqual({ found: 3, state: 'stream', failure: 'wish.unknown', globals: Array(4).fill('undefined') });
});
