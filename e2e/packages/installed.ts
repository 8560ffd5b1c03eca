import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { packTo } from '../../scripts/pack.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
/** What was downloaded for this repository is there already. */
const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside the repository in which nothing but our packages is installed. */
    portal: string;
    /** The packed packages, by the names of their folders. */
    tarballs: Record<string, string>;
    /** The address of the installed server, with the sample community. */
    server: string;
  }
}

/** Packs the packages and installs them, as whoever downloads them has them, and starts the server that came along. */
export default async function install({ provide }: TestProject): Promise<() => Promise<void>> {
  // As it is published: a test's own NODE_ENV would make files for developers of it.
  await run(process.execPath, [join(root, 'scripts/packages.mjs')], { env: { ...process.env, NODE_ENV: 'production' } });
  const folder = await mkdtemp(join(tmpdir(), 'five-micro-packed-'));
  const tarballs = await packTo(folder);

  const portal = join(folder, 'portal');
  await mkdir(portal);
  await writeFile(join(portal, 'package.json'), JSON.stringify({ name: 'portal', private: true, type: 'module' }));
  await run('npm', ['install', ...quick, ...Object.values(tarballs)], { cwd: portal });
  const server = await serve(portal);
  provide('portal', portal);
  provide('tarballs', tarballs);
  provide('server', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** As `npx five-micro serve`. */
async function serve(portal: string): Promise<{ url: string; stop(): Promise<void> }> {
  const command = join(portal, 'node_modules/.bin/five-micro');
  const env = { ...process.env, PORT: '0', DATA_DIR: join(portal, 'data'), DATABASE_URL: '', RATE_LIMITS: 'off' };
  const server = spawn(process.execPath, [command, 'serve'], { cwd: portal, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const stop = async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /Five Micro is at (http:\/\/\S+?)\/?$/.exec(line)?.[1];
    if (url) return { url, stop };
  }
  throw new Error(`The installed server ended before it told its address.\n${said.join('')}`);
}
