import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../server/src/testing/databases.ts';
import { breakages } from './testing/broken.ts';
import { against, type OwnServer, startOwn } from './testing/own-server.ts';

describe('a server on which something is broken', () => {
  let own: OwnServer;
  beforeAll(async () => {
    own = await startOwn(databases[0]?.open ?? nothing, { rateLimits: false });
  }, 120_000);
  afterAll(() => own.stop());

  it.each(breakages)('is caught where $fault', async ({ caughtBy, says, breaks }) => {
    const front = await own.behind(breaks(own.handler, own));
    try {
      const { code, lines } = await against(own, front.url, '--only', caughtBy);
      const failed = lines.filter((line) => line.startsWith('FAIL'));
      expect(failed).toEqual([expect.stringMatching(says)]);
      expect(failed[0]).toMatch(
        new RegExp(`^FAIL {2}${caughtBy} .+; rule: docs/api-rules\\.md#[a-z-]+, .+; last: [A-Z]+ /\\S+ → \\d+`),
      );
      expect(code).toBe(1);
    } finally {
      await front.stop();
    }
  });

  it('is none where answers say more than the contract knows', async () => {
    const front = await own.behind(async (request, address) => {
      const response = await own.handler(request, address);
      if (!(response.headers.get('content-type') ?? '').includes('json')) return response;
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      // Things, pages and refusals; what maps names to numbers has no other fields.
      const text = (await response.text()).replace(/\{"(id|slug|items|type)"/g, '{"novelty":{"more":[1]},"$1"');
      return new Response(text, { status: response.status, headers });
    });
    const { code, lines, complaints } = await against(own, front.url, '--only', 'answers,lists,wishes/whole-way');
    expect(complaints).toEqual([]);
    expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
    expect(code).toBe(0);
    await front.stop();
  });
});

function nothing(): never {
  throw new Error('No database to test with.');
}
