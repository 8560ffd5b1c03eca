import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { chromiumArgs, findChromium } from '../scripts/chromium.mjs';
import { openFirefox } from './engines/firefox.ts';
import { fiveMicro } from './seeded.ts';

const movingClock = new URL('./moving-clock.mjs', import.meta.url).href;

export interface Portal {
  /** As `http://localhost:41234`. */
  url: string;
  /** A token of the demo issuer, as `npm run token` prints it. */
  token(...args: string[]): Promise<string>;
  /** A request to the API; answers the status and the JSON. */
  api(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown },
  ): Promise<{ status: number; json: Record<string, unknown> }>;
  /** Lets time pass for the server; pages keep the machine's clock. */
  advance(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Really starts the server, as `npm start` does, on a folder with the sample community and a free port. With a file of
 * issuers it is one for other portals' pages, without the demo portal.
 */
export async function startPortal({ issuersFile = '' } = {}): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'five-micro-e2e-'));
  await cp(inject('seeded'), dataDir, { recursive: true });
  const clock = join(dataDir, '..', `${basename(dataDir)}.clock`);
  let ahead = 0;
  await writeFile(clock, '0');
  const settings = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '', RATE_LIMITS: 'off', ISSUERS_FILE: issuersFile };
  const env = { ...process.env, CLOCK_FILE: clock, ...settings };
  const server = spawn(process.execPath, ['--import', movingClock, ...fiveMicro, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const url = await addressFrom(server.stdout, said);

  return {
    url,
    async token(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', movingClock, ...fiveMicro, 'token', ...args], {
        env,
      });
      return stdout.trim();
    },
    async api(method, path, { token, body } = {}) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const json: unknown = await response.json();
      return { status: response.status, json: typeof json === 'object' && json !== null ? { ...json } : {} };
    },
    async advance(milliseconds) {
      ahead += milliseconds;
      await writeFile(clock, String(ahead));
    },
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      await Promise.all([dataDir, clock].map((path) => rm(path, { recursive: true, force: true })));
    },
  };
}

async function addressFrom(stdout: NodeJS.ReadableStream, said: string[]): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const address = /Five Micro(?: API)? is at (http:\/\/[^/\s]+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error(`The server ended before it told its address.\n${said.join('')}`);
}

/** `npm run engines` walks through the same in Firefox. */
const isFirefox = process.env['ENGINE'] === 'firefox';

export async function openBrowser(): Promise<Browser> {
  if (isFirefox) return openFirefox();
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: chromiumArgs });
}

/** One person at one device. Whatever their pages complain about is collected. */
export interface Person {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  /** What the policy of the portal's pages refused. */
  violations: string[];
}

declare global {
  interface Window {
    /** Put into the page by a test. */
    reportViolation?: (text: string) => void;
  }
}

/** Hears of everything that a page's security policy refuses, from the page's first moment on. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      // What a browser asks for by itself, not the page.
      if (blockedURI.endsWith('/favicon.ico')) return;
      window.reportViolation?.(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return violations;
}

/** The demo portal's pages have the strict policy, so whatever a person opens anywhere in these tests is tried under it. */
const watched: string[][] = [];
const own: Browser[] = [];
afterAll(() => Promise.all(own.splice(0).map((browser) => browser.close())));
afterEach(() => {
  expect(watched.flatMap((violations) => violations.splice(0))).toEqual([]);
});

export async function person(browser: Browser, portal: Portal, path: string, width = 1200): Promise<Person> {
  // Keys do what they do in the window in front, and a Firefox has one such window: there everyone has a Firefox.
  if (isFirefox) own.push((browser = await openFirefox()));
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', baseURL: portal.url });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  const violations = await watchPolicy(context);
  watched.push(violations);
  await page.goto(path);
  return { page, context, complaints, violations };
}
