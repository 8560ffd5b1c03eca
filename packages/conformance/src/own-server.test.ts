import { contract, type Endpoint, errorStatus } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../server/src/testing/databases.ts';
import { allScenarios } from './scenarios/index.ts';
import { against, type OwnServer, startOwn } from './testing/own-server.ts';

const endpoints = Object.entries(contract).flatMap(([group, lines]) =>
  Object.entries<Endpoint>(lines).map(([key, { method, path }]) => ({
    name: `${group}.${key}`,
    method,
    path: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  })),
);

/** Codes that no kit can ask for: faults of the server itself. */
const beyondReach = ['server.failed', 'server.busy'];

describe.each(databases)('our own server on $name', ({ open }) => {
  let own: OwnServer;
  beforeAll(async () => {
    own = await startOwn(open, { rateLimits: true });
  }, 120_000);
  afterAll(() => own.stop());

  it('passes every scenario, and they ask every endpoint and meet every code', async () => {
    const [answered, codes] = [new Set<string>(), new Set<string>()];
    const front = await own.behind(async (request, address) => {
      const response = await own.handler(request, address);
      const at = new URL(request.url).pathname;
      if (response.ok)
        for (const { name, method, path } of endpoints) if (method === request.method && path.test(at)) answered.add(name);
      if (!response.ok) codes.add(/"code":"([\w.-]+)"/.exec(await response.clone().text())?.[1] ?? 'none');
      return response;
    });
    const { code, lines, complaints } = await against(own, front.url, '--no-skips');
    await front.stop();
    expect(complaints).toEqual([]);
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([
      `${allScenarios.length} passed, 0 failed, 0 skipped`,
      expect.stringMatching(/^Left behind in south and below: \d+ members, \d+ wishes, .+ nothing was written anywhere else\.$/),
    ]);
    expect(code).toBe(0);
    expect(own.failures).toEqual([]);
    expect(endpoints.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
    expect(Object.keys(errorStatus).filter((one) => !codes.has(one))).toEqual(beyondReach);
  }, 180_000);

  it('passes again where the kit has been before, whatever it left there', async () => {
    const { code, lines } = await against(own, own.url, '--only', 'areas/roll-up,sight/unnamed,points/ranks,stars/whole-way');
    expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
    expect(code).toBe(0);
  });

  it('has what the kit made in the area of the kit, and nowhere else', async () => {
    expect(await own.areasWithSomething()).toEqual(['east', 'south', 'west']);
  });
});
