import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { verifyWebhook } from '../../../sdk/src/webhooks.ts';
import { openPglite } from '../db/pglite.ts';
import { plantFolder } from '../testing/databases.ts';
import { run, type ServerProcess, startProcess } from '../testing/server-process.ts';
import { newKey, writeKeys } from './secret-file.ts';

const iss = 'urn:five-micro:demo';
const wish = z.object({ id: z.string() });

describe('five-micro webhooks, and a server that is killed', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-webhooks-'));
  const command = (...more: string[]) => run('webhooks', ...more, '--data-dir', dataDir, '--webhooks-private', 'on');
  const servers: ServerProcess[] = [];
  const start = async () => {
    const server = await startProcess('--data-dir', dataDir, '--webhooks-private', 'on');
    servers.push(server);
    return server;
  };
  const headersOf = async (sub: string, role: string) => {
    const { stdout } = await run('token', '--data-dir', dataDir, '--sub', sub, '--area', 'east', '--role', role);
    return { authorization: `Bearer ${stdout.trim()}`, 'content-type': 'application/json', 'idempotency-key': sub };
  };

  /** The portal: it keeps what it was sent, and answers as it is told to. */
  const heard: { headers: IncomingMessage['headers']; body: string }[] = [];
  let looks: () => void = () => undefined;
  /** Waits until what was heard is enough. */
  const until = (enough: () => boolean) =>
    new Promise<void>((resolve) => {
      looks = () => enough() && resolve();
      looks();
    });
  const idsOf = (calls: typeof heard) => calls.map((one) => one.headers['webhook-id']);
  let answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  const portal = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body });
      answer(response);
      looks();
    });
  });
  let url: string;
  beforeAll(async () => {
    await once(portal.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/told`;
    await plantFolder(dataDir);
    await writeKeys(join(dataDir, 'secret'), [newKey()]);
  }, 120_000);
  afterAll(async () => {
    for (const server of servers) await server.kill('SIGKILL');
    portal.closeAllConnections();
    portal.close();
    rmSync(dataDir, { recursive: true });
  });

  let id = '';
  const secrets: string[] = [];
  it('registers an address, tries it, changes its secret and says how it stands', async () => {
    const added = await command('add', '--iss', iss, '--url', url, '--area', 'east');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    [id = '', secrets[0] = ''] = [added.stdout.split(' ')[0], added.stdout.trim().split('\n')[1]];
    expect(await command('test', '--id', id)).toMatchObject({ code: 0, stdout: `${url} took it.\n` });
    const rotated = await command('rotate', '--id', id);
    secrets.push(rotated.stdout.trim().split('\n')[1] ?? '');
    await command('test', '--id', id);
    const [first, second] = heard.splice(0);
    if (!first || !second) throw new Error('Nothing came.');
    expect(await verifyWebhook(first, secrets[0])).toMatchObject({ type: 'webhook.test' });
    for (const secret of secrets) expect(await verifyWebhook(second, secret)).toMatchObject({ type: 'webhook.test' });
    const { stdout } = await command('list');
    expect(stdout).toContain(
      `${id}\n  portal   ${iss}\n  area     east, and all below\n  address  ${url}\n  told     0\n  waiting  0\n  secrets  2`,
    );
  }, 120_000);

  it('refuses in one line what would tell nobody, or whom it should not', async () => {
    const refused = [
      [await command('add', '--iss', 'https://nobody.example', '--url', url), /not registered/],
      [await command('add', '--iss', iss, '--url', url, '--area', 'east'), /already/],
      [await command('add', '--iss', iss, '--url', url, '--area', 'nowhere'), /no area "nowhere"/],
      [await command('add', '--iss', iss, '--url', url, '--days', '90'), /from 1 to 14/],
      [await command('remove', '--id', '7'), /no webhook 7/],
      // Portals may still be at the one before: a third would take it from them.
      [await command('rotate', '--id', id), /is valid until/],
      // A key file that was made for it would keep the server from starting.
      [await command('add', '--iss', iss, '--url', `${url}/2`, '--secret-file', join(dataDir, 'none')), /There is no key file/],
      [await run('webhooks', 'add', '--iss', iss, '--url', url, '--data-dir', dataDir), /must begin with https/],
    ] as const;
    for (const [{ code, stdout, stderr }, words] of refused) {
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(stderr).toMatch(words);
    }
    const chinese = await run('webhooks', 'test', '--id', id, '--data-dir', dataDir, '--lang', 'zh-CN');
    expect(chinese.stdout).toBe(`${url} 没有收下：地址在内网里。\n`);
  }, 120_000);

  it('tells the portal again, under the same id, what it was killed with', async () => {
    const killed = await start();
    // It hangs: the server is killed while it waits for the answer.
    answer = () => undefined;
    const post = async (path: string, headers: Record<string, string>, body: object) => {
      const response = await fetch(`${killed.url}api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return wish.parse(await response.json()).id;
    };
    const posted = await post('areas/east/wishes', await headersOf('wisher', 'resident'), {
      title: '想要一盏台灯',
      kind: 'item',
    });
    await post(`wishes/${posted}/publish`, await headersOf('worker', 'worker'), {});
    await post(`wishes/${posted}/claim`, await headersOf('passer-by', 'resident'), {});
    await until(() => heard.length > 0);
    await killed.kill('SIGKILL');
    portal.closeAllConnections();

    expect((await command('list')).stdout).toMatch(/waiting {2}[1-9]/);
    const { db, close } = await openPglite({ dataDir: join(dataDir, 'database') });
    // The time for which it was held is over.
    await db
      .updateTable('webhook_message')
      .set({ next_at: new Date(0) })
      .execute();
    await close();
    const before = heard.splice(0);
    answer = (response) => response.writeHead(204).end();
    const again = await start();
    await until(() => idsOf(before).every((one) => idsOf(heard).includes(one)));
    // One of a member's messages after the other: the claim comes behind it.
    await until(() => heard.some(({ body }) => body.includes('wish.claimed')));
    await again.kill('SIGTERM');
    for (const one of heard) await verifyWebhook(one, secrets);
    expect(heard.map(({ body }): unknown => JSON.parse(body))).toContainEqual(expect.objectContaining({ type: 'wish.claimed' }));
    const words = ['off', '--id', id, '--lang', 'zh-CN'];
    expect(await command(...words)).toMatchObject({ code: 0, stdout: `${id} 停用了：不发，也不给它留。\n` });
    expect((await command('list', '--lang', 'en')).stdout).toMatch(/OFF {6}since .+\n {2}told {5}[1-9]\d*, last at /);
    expect(await command('remove', '--id', id)).toMatchObject({ code: 0 });
    expect((await command('list')).stdout).toBe('No portal is told.\n');
  }, 120_000);
});
