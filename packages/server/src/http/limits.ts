import type { Caller } from '../identity/caller.ts';
import { Refusal } from './problem.ts';

/** Requests a minute: a member's writes and reads, an address's anonymous calls. */
const perMinute = { write: 120, read: 600, anonymous: 600 } as const;
const minute = 60_000;

/**
 * Fixed windows of a minute, in memory and per process. Members are counted by themselves, never by address: a whole
 * community may share the one of its WeChat proxy.
 */
export function createLimits(clock: () => Date, enabled: boolean): (caller: Caller, address: string, method: string) => void {
  let window = 0;
  let counts = new Map<string, number>();
  return (caller, address, method) => {
    if (!enabled) return;
    const now = Math.floor(clock().getTime() / minute);
    if (now !== window) {
      window = now;
      counts = new Map();
    }
    const kind = caller.kind === 'visitor' ? 'anonymous' : method === 'GET' ? 'read' : 'write';
    const key = `${kind} ${caller.kind === 'visitor' ? address : caller.id}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > perMinute[kind]) {
      const wait = Math.ceil(((now + 1) * minute - clock().getTime()) / 1000);
      throw new Refusal('request.rate-limited', { params: { seconds: String(wait) } });
    }
  };
}
