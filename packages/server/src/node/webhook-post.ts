import { lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Post } from '../webhooks/delivering.ts';
import { outcomes } from '../webhooks/outcomes.ts';

/** Milliseconds for one try, all together. */
const patience = 10_000;

/** Of IANA's special-purpose registries, and IPv6 that leads to an IPv4 address. A list takes IPv4 for a part of IPv6. */
const reserved = {
  4: listOf(
    'ipv4',
    `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
    192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
  ),
  // All but global unicast, and of that what embeds or documents other addresses.
  6: listOf('ipv6', '::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20'),
};

/** Whether the outside knows an address: neither this machine nor its network, nor what is kept for other purposes. */
export function isPublic(address: string): boolean {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  return family === 4 ? !reserved[4].check(bare, 'ipv4') : family === 6 && !reserved[6].check(bare, 'ipv6');
}

/** What keeps a portal from being told at an address. */
export type Fault = 'badAddress' | 'password' | 'notSecure' | 'private';

/** Undefined where there is none. Names are looked up when something is sent. */
export function faultOf(text: string, { webhooksPrivate }: { webhooksPrivate: boolean }): Fault | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return 'badAddress';
  if (url.username || url.password) return 'password';
  if (webhooksPrivate) return undefined;
  if (url.protocol === 'http:') return 'notSecure';
  const host = hostOf(url);
  return isIP(host) && !isPublic(host) ? 'private' : undefined;
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

/**
 * Sends by hand rather than with fetch: what a name leads to is looked at in the same look-up that is connected to, so
 * that it cannot be another address a moment later. Redirects are not followed, and of the answer only the status is read.
 */
export const createPost =
  (settings: { webhooksPrivate: boolean }, most = patience): Post =>
  (url, headers, body, signal) => {
    if (faultOf(url, settings) !== undefined) return Promise.resolve(outcomes.private);
    const target = new URL(url);
    const request = target.protocol === 'http:' ? plain : secure;
    const enough = AbortSignal.timeout(most);
    return new Promise((resolve) => {
      const sending = request(
        target,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'five-micro' },
          agent: false,
          signal: AbortSignal.any([signal, enough]),
          ...(!settings.webhooksPrivate && { lookup: outside }),
        },
        ({ statusCode = 0 }) => {
          resolve(statusCode >= 200 && statusCode < 300 ? undefined : `HTTP ${statusCode}`);
          sending.destroy();
        },
      );
      sending.on('error', (error) =>
        resolve(enough.aborted ? outcomes.timeout : signal.aborted ? outcomes.stopped : reasonOf(error)),
      );
      sending.end(body);
    });
  };

const reasonOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

const outside: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const known = error ? [] : found.filter(({ address }) => isPublic(address));
    const [first] = known;
    if (!first) done(error ?? Object.assign(new Error(outcomes.private), { code: outcomes.private }), '', 0);
    else if (options.all) done(null, known);
    else done(null, first.address, first.family);
  });
};

function listOf(family: 'ipv4' | 'ipv6', ranges: string): BlockList {
  const list = new BlockList();
  for (const range of ranges.split(/\s+/)) {
    const [net = '', bits = ''] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}
