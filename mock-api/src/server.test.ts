import { readFile } from 'node:fs/promises';
import { contract } from '@five-micro/contract';
import { sample } from '@five-micro/server/sample';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from './handlers.ts';
import { problemOf, respond } from './respond.ts';
import { type MockServer, openMockServer, type Persona } from './server.ts';

const origin = 'http://localhost:6006';
const picture = async (name: string) => {
  const found = sample.pictures.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return new Uint8Array(await readFile(found.url));
};

let server: MockServer;
beforeAll(async () => {
  server = await openMockServer({ picture });
}, 60_000);
afterAll(() => server.close());

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await server.fetch(new Request(`${origin}/api/v1${path}`, init));
  return { status: response.status, body: await response.json() };
};
const as = async (persona: Persona) => ({ authorization: `Bearer ${await server.tokenFor(persona)}`, origin });

describe('the mock server', () => {
  it('is the real one, with the sample community in it', async () => {
    const { status, body } = await ask('/areas/yikang/wishes?limit=5');
    expect(status).toBe(200);
    expect(contract.wishes.list.answer.parse(body).items).toHaveLength(5);
  });

  it.each(sample.personas.map(({ sub }) => sub))('signs in %s as the member of the sample', async (sub) => {
    const { status, body } = await ask('/me', { headers: await as(sub as Persona) });
    expect(status).toBe(200);
    expect(contract.me.get.answer.parse(body).name).toBe(sample.members.find((member) => member.sub === sub)?.name);
  });

  it('opens again from its dump with everything in it, and with the same keys', async () => {
    const second = await openMockServer({ dump: await server.dump() });
    const list = await second.fetch(new Request(`${origin}/api/v1/areas/jianye/wishes/summary`));
    const { body } = await ask('/areas/jianye/wishes/summary');
    expect(await list.json()).toEqual(body);
    const me = await second.fetch(new Request(`${origin}/api/v1/me`, { headers: await as('wu-min') }));
    expect(me.status).toBe(200);
    await second.close();
  }, 30_000);
});

describe('a story', () => {
  const { handlers, story } = createHandlers(
    () => Promise.resolve(server),
    () => undefined,
  );
  const asked = async (path: string, init?: RequestInit) => {
    const request = new Request(`${origin}${path}`, init);
    for (const handler of handlers) {
      const result = await handler.run({ request, requestId: '1' });
      if (result?.response) return result.response;
    }
    throw new Error(`nobody answers ${path}`);
  };

  it('has an address of its own, behind which the real server answers', async () => {
    const { apiUrl } = story('plain');
    expect(contract.areas.get.answer.parse(await (await asked(`${apiUrl}/areas/yikang`)).json()).slug).toBe('yikang');
  });

  it('answers one endpoint as it likes, without its neighbour noticing', async () => {
    const empty = story('empty', [respond(contract.wishes.list, { items: [], nextCursor: null })]);
    const plain = story('neighbour');
    expect(await (await asked(`${empty.apiUrl}/areas/yikang/wishes?q=x`)).json()).toEqual({ items: [], nextCursor: null });
    expect((await (await asked(`${empty.apiUrl}/areas/yikang/wishes/summary`)).json()).open).toBeGreaterThan(0);
    expect((await (await asked(`${plain.apiUrl}/areas/yikang/wishes`)).json()).items.length).toBeGreaterThan(0);
  });

  it('refuses as the server would, in words', async () => {
    const { apiUrl } = story('taken', [
      respond(contract.wishes.claim, problemOf('wish.already-claimed', { params: { name: '陈**' } })),
    ]);
    const response = await asked(`${apiUrl}/wishes/1/claim`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'wish.already-claimed', title: '陈**早了一步，这个心愿有人去办了。' });
  });

  it('can decide by the request', async () => {
    const { apiUrl } = story('asked', [
      respond(contract.wishes.list, (request) =>
        new URL(request.url).searchParams.has('cursor') ? problemOf('server.busy') : { items: [], nextCursor: 'more' },
      ),
    ]);
    expect((await asked(`${apiUrl}/areas/yikang/wishes`)).status).toBe(200);
    expect((await asked(`${apiUrl}/areas/yikang/wishes?cursor=more`)).status).toBe(503);
  });

  it('sends what is written to the real server, body and all', async () => {
    const { apiUrl } = story('writes');
    const response = await asked(`${apiUrl}/areas/yikang/wishes`, {
      method: 'POST',
      headers: { ...(await as('li-guifang')), 'content-type': 'application/json' },
      body: JSON.stringify({ title: '想换一把好用的剪刀', kind: 'item' }),
    });
    expect(response.status).toBe(201);
    expect(contract.wishes.post.answer.parse(await response.json()).status).toBe('submitted');
  });
});
