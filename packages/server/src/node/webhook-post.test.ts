import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPost, faultOf, isPublic } from './webhook-post.ts';

const never = new AbortController().signal;
const headers = { 'content-type': 'application/json' };

describe('where portals are told', () => {
  let server: Server;
  let port: number;
  const heard: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      if (request.url === '/hang') return;
      if (request.url === '/away') response.setHeader('location', '/fine');
      response.writeHead(request.url === '/away' ? 307 : request.url === '/busy' ? 503 : 204).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => server.closeAllConnections());

  const inside = (path: string, signal = never, patience?: number) =>
    createPost({ webhooksPrivate: true }, patience)(`http://localhost:${port}${path}`, headers, '{}', signal);

  it('is what answers well; redirects are not followed, and what hangs is left', async () => {
    expect(await inside('/fine')).toBeUndefined();
    expect(await inside('/busy')).toBe('HTTP 503');
    expect(await inside('/away')).toBe('HTTP 307');
    expect(await inside('/hang', never, 50)).toBe('timeout');
    const stopping = new AbortController();
    const cut = inside('/hang', stopping.signal);
    stopping.abort();
    expect(await cut).toBe('the server was stopped');
    expect(heard.filter((one) => one === 'POST /fine')).toHaveLength(1);
  });

  it('is never this machine or its network, whatever the address calls itself', async () => {
    const post = createPost({ webhooksPrivate: false });
    const before = heard.length;
    for (const host of [
      'localhost',
      '127.0.0.1',
      '[::1]',
      '0x7f000001',
      '2130706433',
      '[::ffff:127.0.0.1]',
      '10.0.0.8',
      '169.254.169.254',
    ])
      expect(await post(`https://${host}:${port}/fine`, headers, '{}', never)).toBe('it is an address of a private network');
    expect(await post(`http://portal.example/`, headers, '{}', never)).toBeDefined();
    expect(heard).toHaveLength(before);
  });

  it.each([
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['198.19.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['114.114.114.114', true],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:114.114.114.114', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001:0:1::', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['nonsense', false],
    ['ff02::1', false],
    ['2400:3200::1', true],
  ])('%s: known outside %s', (address, known) => {
    expect(isPublic(address)).toBe(known);
  });

  it('is said before it is registered', () => {
    const strict = { webhooksPrivate: false };
    expect(faultOf('https://portal.example/told', strict)).toBeUndefined();
    for (const bad of [
      'portal.example',
      'ftp://portal.example',
      'http://portal.example',
      'https://10.0.0.1/',
      'https://a:b@portal.example/',
    ])
      expect(faultOf(bad, strict)).toBeDefined();
    expect(faultOf('http://10.0.0.1:8000/told', { webhooksPrivate: true })).toBeUndefined();
  });
});
