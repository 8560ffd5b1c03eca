import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIssuers } from '../identity/issuers.ts';
import { verifyToken } from '../identity/tokens.ts';
import { run } from '../testing/server-process.ts';
import { readIssuers } from './issuers-file.ts';
import { roles } from '../identity/caller.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const doc = readFileSync(at('docs/login.md'), 'utf8');
const blocks = (language: string) =>
  [...doc.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code);
const only = (language: string, holds: string) => {
  const found = blocks(language).filter((code) => code.includes(holds));
  if (found.length !== 1) throw new Error(`${found.length} blocks of ${language} hold ${holds}`);
  return found[0] ?? '';
};

const folder = mkdtempSync(join(tmpdir(), 'five-micro-'));
const within = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs what a block says to the shell, in a folder of its own: our commands here, the others as they stand. */
async function follow(block: string, variables: Record<string, string> = {}) {
  const lines = block.replace(/\\\n/g, ' ').trim().split('\n');
  const ran = [];
  for (const line of lines) {
    const words = line
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^"?\$(\w+)"?$/, (_, name: string) => variables[name] ?? ''));
    const ours =
      words[4] === '--'
        ? words.slice(5).map((word) => (/^\w+\.(json|secret|pub\.pem)$/.test(word) ? within(word) : word))
        : undefined;
    if (ours) ran.push(await run(...ours));
    else await promisify(execFile)(words[0] ?? '', words.slice(1), { cwd: folder });
  }
  return ran;
}

const iss = 'https://portal.example';
const believed = async () => createIssuers(await readIssuers(within('issuers.json')));

async function freePort(): Promise<number> {
  const free = createServer().listen(0);
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  return port;
}

describe('the guide to a portal’s login', () => {
  beforeAll(async () => {
    await follow(only('sh', '--secret-file'));
  });

  it('registers a portal with a secret', async () => {
    const [portal] = await readIssuers(within('issuers.json'));
    expect(portal).toMatchObject({ iss, area: 'jianye', roles: ['resident', 'volunteer'], origins: [iss] });
    expect(portal?.secrets?.[0]).toHaveLength(32);
  });

  it('answers with a token that the server takes, and with null for whoever has no session', async () => {
    writeFileSync(within('portal.mjs'), only('js', '// portal.mjs'));
    copyFileSync(at('examples/tokens/sign-token.mjs'), within('sign-token.mjs'));
    const port = await freePort();
    const portal = spawn(process.execPath, ['portal.mjs'], { cwd: folder, env: { ...process.env, PORT: String(port) } });
    try {
      const ask = (cookie: string) => fetch(`http://localhost:${port}/five-micro/token`, { headers: { cookie } });
      await vi.waitFor(() => ask(''), { timeout: 20_000 });
      const answer = await ask('theme=party; session=k7f3');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { token } = (await answer.json()) as { token: string };
      const taken = await verifyToken(token, await believed(), 'five-micro', new Date());
      expect(taken).toMatchObject({ sub: 'wang-1024', payload: { name: '王小明', area: 'yikang', roles: ['resident'] } });
      for (const cookie of ['', 'session=', 'session=constructor', 'othersession=k7f3'])
        expect(await (await ask(cookie)).json(), cookie).toEqual({ token: null });
    } finally {
      portal.kill();
      await once(portal, 'exit');
    }
  });

  it('answers so in PHP too, where the machine has it', async () => {
    const php = await promisify(execFile)('php', ['-v']).then(
      () => true,
      () => false,
    );
    if (!php) {
      console.log('Not run, because this machine has no php: token.php of docs/login.md.');
      return;
    }
    writeFileSync(within('token.php'), only('php', '// token.php'));
    copyFileSync(at('examples/tokens/sign-token.php'), within('sign-token.php'));
    const wang = "['sub' => 'wang-1024', 'name' => '王小明', 'area' => 'yikang', 'roles' => ['resident']]";
    writeFileSync(within('login.php'), `<?php session_start(); $_SESSION['person'] = ${wang};`);
    const port = await freePort();
    const portal = spawn('php', ['-d', `session.save_path=${folder}`, '-S', `localhost:${port}`, '-t', folder], {
      stdio: 'ignore',
    });
    try {
      const ask = (page: string, cookie = '') => fetch(`http://localhost:${port}/${page}`, { headers: { cookie } });
      await vi.waitFor(() => ask('token.php'), { timeout: 20_000 });
      expect(await (await ask('token.php')).json()).toEqual({ token: null });
      const cookie = (await ask('login.php')).headers.get('set-cookie')?.split(';')[0];
      const answer = await ask('token.php', cookie);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { token } = (await answer.json()) as { token: string };
      expect(await verifyToken(token, await believed(), 'five-micro', new Date())).toMatchObject({ sub: 'wang-1024' });
    } finally {
      portal.kill();
      await once(portal, 'exit');
    }
  });

  it('shows what the explanation of a token really says', async () => {
    const [portal] = await readIssuers(within('issuers.json'));
    const token = await new SignJWT({ area: 'yikang' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(iss)
      .setSubject('wang')
      .setAudience('another')
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(portal?.secrets?.[0] ?? new Uint8Array());
    const [explained] = await follow(only('sh', 'token explain'), { TOKEN: token });
    expect(explained?.stdout.startsWith(only('text', 'Refused').trimEnd())).toBe(true);
  });

  it('has a file with two secrets that can be read', async () => {
    writeFileSync(within('two.json'), only('json', '"secret"'));
    expect((await readIssuers(within('two.json')))[0]?.secrets?.map((bytes) => Buffer.from(bytes).toString())).toEqual([
      'new-secret-new-secret-new-secret',
      'old-secret-old-secret-old-secret',
    ]);
  });

  it('makes a key pair and registers its public half, where the machine has openssl', async () => {
    const openssl = await promisify(execFile)('openssl', ['version']).then(
      () => true,
      () => false,
    );
    if (!openssl) {
      console.log('Not run, because this machine has no openssl: the key pair of docs/login.md.');
      return;
    }
    rmSync(within('issuers.json'));
    const [added] = await follow(only('sh', 'openssl'));
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect((await readIssuers(within('issuers.json')))[0]?.jwks?.keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256' });
  });

  it('names the roles that there are, and every block in it is tried here or in a browser', () => {
    for (const role of roles) expect(doc).toContain(`\`${role}\``);
    expect(['sh', 'js', 'php', 'html', 'json', 'text'].map((language) => [language, blocks(language).length])).toEqual([
      ['sh', 3],
      ['js', 6],
      ['php', 1],
      ['html', 1],
      ['json', 1],
      ['text', 1],
    ]);
    expect(doc.match(/^```\w+$/gm)).toHaveLength(13);
  });
});
