import { type Connection, transportKey } from './connection.ts';
import { type Live, type LivePorts, pollEvery } from './live-ports.ts';

export type { Live, LiveListener, LiveState, Resync } from './live-ports.ts';

/** @internal What happens, as `live-places.ts` hears it, which is loaded when someone listens: no page waits for it to show something. */
export function createLive(ports: LivePorts): Live {
  let live: Live | undefined;
  let loading: Promise<Live> | undefined;
  let paused = false;

  async function load(): Promise<Live> {
    const { openLive } = await import('./live-places.ts');
    live = openLive(ports);
    if (paused) live.pause();
    return live;
  }

  return {
    get state() {
      return live?.state ?? 'idle';
    },
    subscribe(listener, options) {
      if (live) return live.subscribe(listener, options);
      if (!(options?.area ?? ports.area)) return () => undefined;
      let off = () => {
        left = true;
      };
      let left = false;
      const begin = () => {
        if (left || options?.signal?.aborted) return;
        loading ??= load();
        loading.then(
          (loaded) => {
            if (!left) off = loaded.subscribe(listener, options);
          },
          () => {
            loading = undefined;
            // Not even that comes through: look at everything, and try again.
            ports.clock.after(pollEvery, () => {
              ports.transport.forget();
              if (!left && !paused) listener({ type: 'resync' });
              begin();
            });
          },
        );
      };
      begin();
      return () => off();
    },
    pause() {
      paused = true;
      live?.pause();
    },
    resume() {
      paused = false;
      live?.resume();
    },
  };
}

/** @internal */
export const liveOf = ({ area, session, [transportKey]: transport }: Connection): Live =>
  createLive({ transport, clock: transport.clock, random: transport.random, session, area });

const hasLive = (client: object): client is { live: Live } => 'live' in client;

/** Live facts over a connection's session, for whoever does not want to carry the whole client. */
export const liveIn = (client: Connection): Live => (hasLive(client) ? client.live : liveOf(client));
