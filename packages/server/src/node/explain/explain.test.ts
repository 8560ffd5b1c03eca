import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../../db/pglite.ts';
import { plantFolder } from '../../testing/databases.ts';
import { run, type ServerProcess, startProcess } from '../../testing/server-process.ts';
import { openDemoIssuer } from '../demo-issuer.ts';

const explain = (dataDir: string, token: string, ...more: string[]) =>
  run('token', 'explain', token, '--data-dir', dataDir, ...more);

describe('five-micro token explain', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-'));
  const sign = async (changes: { area?: string; roles?: string[]; ttl?: number } = {}) =>
    (await openDemoIssuer(dataDir, 'five-micro')).sign({ sub: 'wang', area: 'yikang', roles: ['resident'], ...changes });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('says of a good token that it is right so far, where there is no database to ask for the rest', async () => {
    const { code, stdout, stderr } = await explain(dataDir, await sign());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Right so far/);
    expect(stdout).toContain(`– area: not looked at: there is no database in ${dataDir}\n    --api-url asks a running server.\n`);
    expect(stdout).not.toContain('✗');
    const chinese = await explain(dataDir, await sign(), '--lang', 'zh-CN');
    expect(chinese.stdout).toContain(`– 社区 area: 没有查：${dataDir} 里没有数据库\n    加上 --api-url 可以问正在运行的服务。\n`);
  });

  it('says in words, in either language, why a token is refused', async () => {
    const token = await (await openDemoIssuer(dataDir, 'another')).sign({ sub: 'wang', area: 'yikang', roles: ['resident'] });
    const english = await explain(dataDir, token, '--lang', 'en');
    expect(english.code).toBe(1);
    expect(english.stdout).toMatch(
      /^Refused \(token\.audience\): The aud of the token is "another"; this service expects "five-micro"\./,
    );
    expect(english.stdout).toContain('✗ audience (aud): "another", but "five-micro" is expected');
    expect(english.stdout).toContain('✓ signature: fits');
    const chinese = await explain(dataDir, token, '--lang', 'zh-CN');
    expect(chinese.stdout).toMatch(/^不收（token\.audience）：登录凭证的 aud 是“another”，这个服务要的是“five-micro”。/);
    expect(chinese.stdout).toContain('✗ 给谁 aud: 是“another”，要的是“five-micro”');
  });

  it('takes what people copy along with a token', async () => {
    const token = await sign();
    for (const copied of [`Bearer ${token}`, `authorization: Bearer ${token}\n`, `"${token}"`])
      expect((await explain(dataDir, copied)).code, copied).toBe(0);
  });

  it('says in one line what it does not understand', async () => {
    const lines = [
      [await run('token', 'explain'), /Which token\?/],
      [await explain(dataDir, await sign(), '--lang', 'fr'), /--lang must be zh-CN or en/],
    ] as const;
    for (const [{ code, stdout, stderr }, words] of lines) {
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(stderr).toMatch(words);
    }
  });
});

describe('five-micro token explain beside a database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-'));
  const sign = async (area: string, roles: string[]) =>
    (await openDemoIssuer(dataDir, 'five-micro')).sign({ sub: 'wang', area, roles });
  beforeAll(() => plantFolder(dataDir));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('says which of the roles count, and which not', async () => {
    const { code, stdout } = await explain(dataDir, await sign('east', ['resident', 'worker@west', 'king', 'worker@far']));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Accepted/);
    expect(stdout).toContain('✓ area: east, below jianye');
    expect(stdout).toContain('! roles: resident@east, worker@west; without effect: king, worker@far');
  }, 60_000);

  it('says of an area that it is not below the portal’s own', async () => {
    const { code, stdout } = await explain(dataDir, await sign('far', ['resident']));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Refused \(token\.area\): The token names "far"/);
    expect(stdout).toContain('✗ area: far does not exist, or is not below jianye');
  }, 60_000);

  it('says that a portal’s tokens were revoked', async () => {
    const token = await sign('east', ['resident']);
    const { db, close } = await openPglite({ dataDir: join(dataDir, 'database') });
    await db
      .insertInto('issuer')
      .values({ iss: 'urn:five-micro:demo', root_id: 1, area_id: 1, not_before: new Date() })
      .execute();
    await close();
    const { code, stdout } = await explain(dataDir, token);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Refused \(token\.revoked\)/);
    expect(stdout).toContain('✗ revocation (not_before): ');
  }, 60_000);
});

describe('five-micro token explain beside a running server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-'));
  let server: ServerProcess;
  beforeAll(async () => {
    await plantFolder(dataDir);
    server = await startProcess('--data-dir', dataDir);
  }, 180_000);
  afterAll(async () => {
    await server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  it('asks it for what only it knows', async () => {
    const issuer = await openDemoIssuer(dataDir, 'five-micro');
    const api = ['--api-url', `${server.url}api/v1`];
    const good = await explain(dataDir, await issuer.sign({ sub: 'wang', area: 'east', roles: [], name: '王小明' }), ...api);
    expect([good.code, good.stdout]).toEqual([0, expect.stringMatching(/api\/v1 says: accepted, as 王小明\n$/)]);
    const bad = await explain(dataDir, await issuer.sign({ sub: 'wang', area: 'nowhere', roles: [] }), ...api, '--lang', 'zh-CN');
    expect([bad.code, bad.stdout]).toEqual([1, expect.stringMatching(/“nowhere”不存在.+\(token\.area\)\n$/)]);
    expect(bad.stdout).toMatch(/没有查：另一个进程正用着 .+ 里的内嵌数据库/);
    for (const { stdout } of [good, bad]) expect(stdout).not.toContain('--api-url');
  });
});
