import type { Caller } from '../identity/caller.ts';
import { Refusal } from './problem.ts';

/** Requests a minute: a member's writes, reads, and archives of all that is kept of them; an address's anonymous calls. */
export const perMinute = { write: 120, read: 600, export: 5, anonymous: 600 } as const;
const minute = 60_000;

export type Limit = (caller: Caller, address: string, kind: 'write' | 'read' | 'export') => void;

export const kindOf = (method: string): 'read' | 'write' => (method === 'GET' ? 'read' : 'write');

/**
 * Fixed windows of a minute, in memory and per process. Members are counted by themselves, never by address: a whole
 * community may share the one of its WeChat proxy.
 */
export function createLimits(clock: () => Date, enabled: boolean): Limit {
  let window = 0;
  let counts = new Map<string, number>();
  return (caller, address, kind) => {
    if (!enabled) return;
    const now = Math.floor(clock().getTime() / minute);
    if (now !== window) {
      window = now;
      counts = new Map();
    }
    const counted = caller.kind === 'visitor' ? 'anonymous' : kind;
    const key = `${counted} ${caller.kind === 'visitor' ? networkOf(address) : caller.id}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > perMinute[counted]) {
      const wait = Math.ceil(((now + 1) * minute - clock().getTime()) / 1000);
      throw new Refusal('request.rate-limited', { params: { seconds: String(wait) } });
    }
  };
}

/** Of IPv6 the first half: whoever has one address has the 2^64 of its network, and would come from another each time. */
export function networkOf(address: string): string {
  // As IPv6 sockets and some proxies write IPv4.
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1];
  if (four !== undefined || !address.includes(':')) return four ?? address;
  const [bare = ''] = address.replace(/^\[|\].*$/g, '').split('%');
  const [front = [], back = []] = bare.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const left = bare.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0;
  const groups = [...front, ...Array.from({ length: left }, () => '0'), ...back].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
