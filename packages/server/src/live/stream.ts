import { type Fact, longestAgo } from '@five-micro/contract';
import type { AreaRow } from '../areas/statements.ts';
import { networkOf } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Ports } from '../ports.ts';
import { factOf, hears } from './hearing.ts';
import { eventsAfter, isAfter, type LiveEvent, newest, type Position, positionAt, revokedAmong } from './statements.ts';

export interface Live {
  /** @throws {Refusal} `request.rate-limited` or `server.busy` where too many are open, `request.invalid` of `ago` */
  stream(request: Request, area: AreaRow, caller: Caller, address?: string): Response;
  /** Ends every stream; done when nothing is being read any more. */
  stop(): Promise<void>;
}

interface Listener {
  area: AreaRow;
  caller: Caller;
  /** Who is counted: a member, or an address. */
  who: string;
  controller: ReadableStreamDefaultController<Uint8Array>;
  /** The last event that was read for this listener, heard or not. */
  position: Position;
  /** Catching up by itself before it hears with the others. */
  behind: boolean;
  since: Date;
}

const heartbeat = 20_000;
/** Milliseconds that a request may take between its token's check and the stream. */
const settling = 5_000;
/** An event batch; also the most that is made up for: whoever was away longer asks for everything anew. */
const batch = 500;
/** Bytes that may wait for a slow reader. */
const patience = 64 * 1024;
/** Streams at once: of a member, from an address, of this process. */
export const most = { member: 12, address: 2_000, all: 20_000 };

const beginning: Position = { xid: '0', id: '0' };
const encoder = new TextEncoder();
const beat = encoder.encode(':\n\n');
const message = (fact: Fact, at: Position) => encoder.encode(`id: ${at.xid}-${at.id}\ndata: ${JSON.stringify(fact)}\n\n`);

/**
 * `GET /areas/{area}/live`: facts as they happen, from one reader of the event table for all listeners of this
 * process, which reads only while someone listens.
 */
export function createLive(ports: Pick<Ports, 'db' | 'clock' | 'log'>, { every = 250 }: { every?: number } = {}): Live {
  const listeners = new Set<Listener>();
  /** Up to where events were handed out. Undefined while nobody listens. */
  let position: Position | undefined;
  let starting: Promise<void> | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let reading: Promise<void> | undefined;
  let lastBeat = 0;
  let revocationsDue = false;

  function start(): Promise<void> {
    timer ??= setInterval(tick, every);
    starting ??= newest(ports.db).then((now) => {
      position = now;
    });
    return starting;
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    starting = undefined;
    position = undefined;
  }

  function end(listener: Listener): void {
    if (!listeners.has(listener)) return;
    leave(listener);
    try {
      listener.controller.close();
    } catch {
      // The reader was faster.
    }
  }

  function send(listener: Listener, bytes: Uint8Array): void {
    if (!listeners.has(listener)) return;
    // A reader that does not keep up is let go; it comes back with the last id it saw.
    if ((listener.controller.desiredSize ?? 0) <= 0) end(listener);
    else listener.controller.enqueue(bytes);
  }

  function hand(listener: Listener, event: LiveEvent): void {
    if (!isAfter(event, listener.position)) return;
    listener.position = event;
    if (hears(listener.caller, listener.area, event)) send(listener, message(factOf(event), event));
  }

  async function read(): Promise<void> {
    for (let full = true; full && position !== undefined; ) {
      const from: Position = position;
      const events = await eventsAfter(ports.db, from, batch);
      // Everyone left meanwhile, and others may have begun elsewhere.
      if (position !== from) return;
      for (const event of events) for (const listener of listeners) if (!listener.behind) hand(listener, event);
      position = events.at(-1) ?? from;
      full = events.length === batch;
    }
  }

  /**
   * Begins to hear with the others, after making up for what was missed. The first bytes are sent only then, so that
   * whatever happens after a client has seen them is told.
   */
  async function join(listener: Listener, since: Position | undefined, ago: number): Promise<void> {
    await start();
    let resync = false;
    if (since !== undefined) {
      listener.position = since;
      resync = isAfter(since, await newest(ports.db)) || !(await catchUp(listener));
    } else if (ago > 0) {
      const now = await newest(ports.db);
      const then = (await positionAt(ports.db, new Date(listener.since.getTime() - ago))) ?? now;
      // Before a transaction that is still under way, or what it does would be told to nobody.
      listener.position = isAfter(then, now) ? now : then;
      resync = !(await catchUp(listener));
    }
    if (resync) listener.position = beginning;
    listener.behind = false;
    send(listener, encoder.encode('retry: 3000\n\n'));
    if (resync && position) send(listener, message({ type: 'resync', area: listener.area.slug }, position));
  }

  /** False where more was missed than is made up for. */
  async function catchUp(listener: Listener): Promise<boolean> {
    for (let others: Position | undefined; others !== position; ) {
      // What the others hear while this is being read would be lost to it: then it is read again.
      others = position;
      const missed = await eventsAfter(ports.db, listener.position, batch);
      if (missed.length === batch) return false;
      for (const event of missed) hand(listener, event);
    }
    return true;
  }

  function tick(): void {
    const now = ports.clock().getTime();
    const beating = Math.abs(now - lastBeat) >= heartbeat;
    if (beating) lastBeat = now;
    for (const listener of listeners) {
      if (listener.caller.kind === 'member' && listener.caller.expiresAt * 1000 <= now) end(listener);
      else if (beating && !listener.behind) send(listener, beat);
    }
    // A beat that falls into a reading is not lost: who is revoked is looked for with the next one.
    revocationsDue ||= beating;
    if (reading) return;
    const looking = revocationsDue;
    revocationsDue = false;
    reading = Promise.all([read(), looking && endRevoked()])
      .then(
        () => undefined,
        () => ports.log.error('Live events could not be read.'),
      )
      .finally(() => {
        reading = undefined;
      });
  }

  /**
   * A stream is let in once; what is revoked while it is open ends it. One that began just after may have been let
   * in just before: it ends too, and comes back if it may.
   */
  async function endRevoked(): Promise<void> {
    const members = [...listeners].flatMap(({ caller }) => (caller.kind === 'member' ? [caller] : []));
    const revoked = await revokedAmong(ports.db, members);
    for (const listener of listeners) {
      const { caller, since } = listener;
      if (
        caller.kind === 'member' &&
        revoked.some((one) => (one.id === caller.id || one.iss === caller.iss) && one.at.getTime() > since.getTime() - settling)
      )
        end(listener);
    }
  }

  function demandRoom(who: string, allowed: number): void {
    if (listeners.size >= most.all) throw new Refusal('server.busy');
    let open = 0;
    for (const listener of listeners) if (listener.who === who) open += 1;
    if (open >= allowed) throw new Refusal('request.rate-limited', { params: { seconds: '60' } });
  }

  return {
    stream(request, area, caller, address = 'unknown') {
      const who = caller.kind === 'member' ? caller.id : networkOf(address);
      demandRoom(who, caller.kind === 'member' ? most.member : most.address);
      const since = positionIn(request.headers.get('last-event-id'));
      const ago = agoIn(new URL(request.url).searchParams.get('ago'));
      const headers = {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      };
      // Nobody would read it, and nobody end it.
      if (request.method === 'HEAD') return new Response(null, { headers });
      let listener: Listener | undefined;
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const joining: Listener = { area, caller, who, controller, position: beginning, behind: true, since: ports.clock() };
            listener = joining;
            listeners.add(joining);
            join(joining, since, ago).catch(() => {
              ports.log.error('A live stream could not begin.');
              end(joining);
            });
          },
          cancel() {
            if (listener) leave(listener);
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: patience }),
      );
      return new Response(body, { headers });
    },
    async stop() {
      for (const listener of [...listeners]) end(listener);
      await reading;
    },
  };
}

function agoIn(query: string | null): number {
  if (query === null) return 0;
  const ago = /^\d{1,5}$/.test(query) ? Number(query) : Infinity;
  if (ago > longestAgo) throw new Refusal('request.invalid', { fields: [{ path: 'ago', code: 'format' }] });
  return ago;
}

/** `xid-id`, as every message carries it. */
function positionIn(header: string | null): Position | undefined {
  const [, xid, id] = /^(\d{1,18})-(\d{1,18})$/.exec(header ?? '') ?? [];
  return xid === undefined || id === undefined ? undefined : { xid, id };
}
