import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { run, type ServerProcess, startProcess } from '../testing/server-process.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'five-micro-'));
const tokenFor = (dataDir: string, sub = 'li-guifang') =>
  run('token', '--data-dir', dataDir, '--sub', sub, '--area', 'yikang', '--role', 'resident', '--name', '李桂芳');

describe('a started server', () => {
  const dataDir = folder();
  let server: ServerProcess;
  let early: string;
  beforeAll(async () => {
    early = (await tokenFor(dataDir)).stdout.trim();
    server = await startProcess('--data-dir', dataDir);
  }, 180_000);
  afterAll(async () => {
    await server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  it('says where it is and what the embedded database does not promise', () => {
    expect(server.stdout.join('\n')).toMatch(/no fsync/);
    expect(server.stdout.at(-1)).toBe(`Five Micro is at ${server.url}`);
  });

  it('has nothing to complain of, also on its very first start', () => {
    expect([...server.stdout, ...server.stderr].filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it('is reached by both addresses of localhost, and says that it is well', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      const base = server.url.replace('localhost', host);
      expect((await fetch(`${base}healthz`)).status).toBe(200);
      expect((await fetch(`${base}readyz`)).status).toBe(200);
    }
    // nginx uses an idle connection again for a minute: where it ends at that moment a POST is lost to a 502.
    expect((await fetch(`${server.url}healthz`)).headers.get('keep-alive')).toBe('timeout=75');
  });

  it('believes tokens made before its first start and beside it', async () => {
    const beside = await tokenFor(dataDir);
    expect(beside.stderr).toBe('');
    for (const token of [early, beside.stdout.trim()]) {
      const response = await fetch(new URL('/api/v1/me', server.url), { headers: { authorization: `Bearer ${token}` } });
      expect(await response.json()).toMatchObject({ name: '李桂芳', area: { slug: 'yikang' } });
    }
  });

  it('keeps its secrets to its own account', () => {
    for (const name of ['secret', 'demo-issuer.json']) expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0);
  });

  it('does not share its folder: a second server, check, seed and migrate say so in one line', async () => {
    for (const command of ['serve', 'check', 'seed', 'migrate']) {
      const { code, stdout, stderr } = await run(command, '--data-dir', dataDir, '--port', '0');
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^Another process is using the embedded database in .+\n$/);
    }
    expect((await fetch(`${server.url}readyz`)).status).toBe(200);
  }, 60_000);

  it('keeps its port to itself', async () => {
    const other = folder();
    const { code, stderr } = await run('serve', '--data-dir', other, '--port', new URL(server.url).port);
    expect(readdirSync(other)).toEqual([]);
    rmSync(other, { recursive: true });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Port \d+ is taken: .+\n$/)]);
  });

  it('lets one sign in to the demo portal, and hands its page tokens', async () => {
    const portal = `${server.url}portal/`;
    expect(await (await fetch(`${portal}token`)).json()).toEqual({ token: null });
    const headers = { 'content-type': 'application/json' };
    const signedIn = await fetch(`${portal}sign-in`, { method: 'POST', headers, body: '{"sub":"wu-min"}' });
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    const page = await fetch(`${portal}token`, { headers: session });
    const { token } = z.object({ token: z.string() }).parse(await page.json());
    const me = await fetch(new URL('/api/v1/me', server.url), { headers: { authorization: `Bearer ${token}` } });
    const { name, roles } = z.object({ name: z.string(), roles: z.array(z.unknown()) }).parse(await me.json());
    expect(name).toBe('吴敏');
    expect(roles).toContainEqual({ role: 'worker', area: 'yikang' });

    const forged = { cookie: session.cookie.replace(/(?<=\.)./, (first) => (first === 'x' ? 'y' : 'x')) };
    expect(await (await fetch(`${portal}token`, { headers: forged })).json()).toEqual({ token: null });
    expect((await fetch(`${portal}sign-in`, { method: 'POST', headers, body: '{"sub":"mayor"}' })).status).toBe(400);
    expect((await fetch(`${portal}sign-in`, { method: 'POST', body: new URLSearchParams({ sub: 'wu-min' }) })).status).toBe(400);
  });

  it('logs what was asked, and nothing of who asked', async () => {
    await fetch(`${server.url}api/v1/areas/yikang/wishes?q=李桂芳`);
    const lines = server.stderr.map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', route: '/api/v1/areas/{area}/wishes', status: 200 }));
    expect(server.stderr.join('\n')).not.toMatch(/eyJ|李桂芳|%E6|wu-min/);
  });

  it('stops when asked to, with streams open, and leaves data that agree with their events', async () => {
    const stream = await fetch(`${server.url}api/v1/areas/yikang/live`);
    const ended = stream.text();
    expect(await server.kill('SIGTERM')).toBe(0);
    await ended;
    const checked = await run('check', '--data-dir', dataDir);
    expect(checked.stdout).toMatch(/^\d+ wishes agree/);
    expect(checked.code).toBe(0);
  }, 60_000);
});

describe('a server for everyone', () => {
  it('has neither the demo sign-in nor its tokens', async () => {
    const dataDir = folder();
    const server = await startProcess('--data-dir', dataDir, '--host', '127.0.0.1', '--public-url', 'https://portal.example');
    try {
      expect(server.stdout.at(-1)).toMatch(/^The Five Micro API is at http/);
      expect(server.stdout.join('\n')).toMatch(/^There are no areas yet, .+\nNo portal is registered, /m);
      const { code, stderr } = await run(
        'token',
        '--data-dir',
        dataDir,
        '--public-url',
        'https://portal.example',
        '--sub',
        'a',
        '--area',
        'yikang',
        '--role',
        'officer',
      );
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^The demo issuer exists on localhost only/)]);
      for (const path of ['portal/personas', 'portal/token', ''])
        expect((await fetch(new URL(`/${path}`, server.url))).status).toBe(404);
      // Whoever doubts a vote counts it again there, whatever portal it was on.
      const recount = await fetch(new URL('/recount/', server.url));
      expect([recount.status, await recount.text()]).toEqual([200, expect.stringContaining('/embed/recount.js')]);
      const { stdout: token } = await run('token', '--data-dir', dataDir, '--sub', 'a', '--area', 'yikang', '--role', 'officer');
      const refused = await fetch(new URL('/api/v1/me', server.url), { headers: { authorization: `Bearer ${token.trim()}` } });
      expect(await refused.json()).toMatchObject({ status: 401, code: 'token.issuer' });
    } finally {
      await server.kill('SIGKILL');
      rmSync(dataDir, { recursive: true });
    }
  }, 180_000);
});
