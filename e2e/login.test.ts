import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, person, type Portal, startPortal } from './portal.ts';
import { sheet } from './steps.ts';

const makeKey = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid } };
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Somebody's own portal, on an origin of its own: a session cookie, a token for it, its published keys, one page. */
async function startOwnPortal() {
  let key = makeKey('2026-11');
  let api = '';
  const answers: Record<string, (signedIn: boolean) => [type: string, body: string, cookie?: string]> = {
    'GET /keys': () => ['application/json', JSON.stringify({ keys: [key.jwk] })],
    'POST /login': () => ['application/json', '{}', 'session=wang; HttpOnly; SameSite=Lax'],
    'GET /token': (signedIn) => ['application/json', JSON.stringify({ token: signedIn ? sign() : null })],
    'GET /': () => ['text/html', page(api)],
    'GET /portal.js': () => ['text/javascript', script],
    'GET /favicon.ico': () => ['image/x-icon', ''],
  };
  const server: Server = createServer((request, response) => {
    const signedIn = request.headers.cookie?.includes('session=wang') ?? false;
    const [type, body, cookie] = answers[`${request.method ?? ''} ${request.url ?? ''}`]?.(signedIn) ?? ['', ''];
    response.writeHead(type ? 200 : 404, { 'content-type': `${type}; charset=utf-8`, ...(cookie && { 'set-cookie': cookie }) });
    response.end(body);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const sign = (by = key) => {
    const iat = Math.floor(Date.now() / 1000);
    const who = { sub: 'wang-1024', name: '王小明', area: 'yikang', roles: ['resident', 'volunteer'] };
    const data = `${part({ alg: 'ES256', kid: by.kid })}.${part({ iss: url, aud: 'five-micro', iat, exp: iat + 600, ...who })}`;
    return `${data}.${signBytes('sha256', Buffer.from(data), { key: by.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  return {
    url,
    sign,
    key: () => key,
    serves: (address: string) => (api = address),
    changeKey: () => (key = makeKey('2026-12')),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const page = (api: string) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8" /><title>门户</title>
<script type="module" src="${api}/embed/five-micro.js"></script>
<script type="module" src="/portal.js"></script>
<button id="leave">退出</button>
<dialog id="login" aria-label="门户登录"><button id="enter">登录门户</button></dialog>
<fm-community api-url="${api}/api/v1" area="yikang" token-url="/token"><fm-wish-wall></fm-wish-wall></fm-community></html>`;

const script = `
const login = document.getElementById('login');
document.addEventListener('fm-login-required', (event) => {
  login.showModal();
  event.waitUntil(new Promise((done) => {
    document.getElementById('enter').onclick = async () => {
      await fetch('/login', { method: 'POST' });
      login.close();
      done();
    };
  }));
});
document.getElementById('leave').onclick = () => document.querySelector('fm-community').signedOut();
`;

let own: Awaited<ReturnType<typeof startOwnPortal>>;
let server: Portal;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'five-micro-'));
  own = await startOwnPortal();
  const issuersFile = join(folder, 'issuers.json');
  const registered = { iss: own.url, area: 'jianye', roles: ['resident'], origins: [own.url], jwksUrl: `${own.url}/keys` };
  await writeFile(issuersFile, JSON.stringify([registered]));
  [server, browser] = await Promise.all([startPortal({ issuersFile }), openBrowser()]);
  own.serves(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await own.stop();
  await rm(folder, { recursive: true });
});

describe('a portal of another origin, with its own login and its own keys', () => {
  it('has a claim go on after its login, and nobody signed in once it says so, whatever its cookie says', async () => {
    const { page: at, context, complaints } = await person(browser, server, own.url);
    const bearers: (string | undefined)[] = [];
    at.on('request', (request) => {
      if (request.url().startsWith(`${server.url}/api/`)) bearers.push(request.headers()['authorization']);
    });
    await at.locator('fm-wish-wall li').getByRole('button', { name: '我来帮 TA' }).first().click();
    await sheet(at).getByRole('button', { name: '我来帮 TA' }).click();
    expect(bearers.every((bearer) => bearer === undefined)).toBe(true);
    await at.getByRole('button', { name: '登录门户' }).click();
    await at.getByText('你正在帮 TA').first().waitFor();
    expect(bearers.some((bearer) => bearer?.startsWith('Bearer '))).toBe(true);

    await at.keyboard.press('Escape');
    await at.getByRole('button', { name: '退出' }).click();
    bearers.length = 0;
    await at.locator('fm-wish-wall li').getByRole('button', { name: '我来帮 TA' }).last().click();
    await expect.poll(() => bearers.length).toBeGreaterThan(0);
    expect(bearers.filter((bearer) => bearer !== undefined)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is believed with a new key as soon as it is published, and no more with the one that was taken out', async () => {
    const before = own.key();
    const me = async (token: string) => {
      const { status, json } = await server.api('GET', '/me', { token });
      return status === 200 ? json['name'] : json['code'];
    };
    expect(await me(own.sign())).toBe('王小明');
    own.changeKey();
    await server.advance(31_000);
    expect(await me(own.sign())).toBe('王小明');
    expect(await me(own.sign(before))).toBe('token.key');
  });
});
