import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../server/src/testing/databases.ts';
import { allScenarios } from './scenarios/index.ts';
import { against, type OwnServer, startOwn } from './testing/own-server.ts';

describe.each(databases)('our own server on $name', ({ open }) => {
  let own: OwnServer;
  beforeAll(async () => {
    own = await startOwn(open, { rateLimits: true });
  }, 120_000);
  afterAll(() => own.stop());

  it('passes every scenario, with none left out, and fails at nothing inside', async () => {
    const { code, lines, complaints } = await against(own, own.url, '--no-skips');
    expect(complaints).toEqual([]);
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([
      `${allScenarios.length} passed, 0 failed, 0 skipped`,
      expect.stringMatching(/^Left behind in south and below: \d+ members, \d+ wishes, .+ nothing was written anywhere else\.$/),
    ]);
    expect(code).toBe(0);
    expect(own.failures).toEqual([]);
  }, 180_000);
});
