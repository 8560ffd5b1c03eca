import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { hasCode } from './once-file.ts';
import { PlainError } from './plain-error.ts';

/** Milliseconds for which an idle connection stays: longer than a proxy keeps it (nginx a minute), so that it is the proxy that ends it. */
const keepAliveTimeout = 75_000;

export type Handler = (request: Request, address: string) => Promise<Response>;

export interface Listening {
  port: number;
  /** Lets what is under way finish, for at most this many milliseconds. */
  stop(patience: number): Promise<void>;
}

/**
 * Listens on the address; `localhost` means IPv4 and IPv6 both, as browsers try either. Port 0 takes a free one.
 * @throws {PlainError} where the port is taken or may not be had.
 */
export async function listen(host: string, port: number, handler: Handler): Promise<Listening> {
  const listener = getRequestListener(
    (request, { incoming }) => handler(request, 'socket' in incoming ? addressOf(incoming) : 'unknown'),
    {
      overrideGlobalObjects: false,
    },
  );
  const servers: Server[] = [];
  const stop = async (patience: number) => {
    const ended = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    const cut = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), patience);
    for (const server of servers) server.closeIdleConnections();
    await Promise.all(ended);
    clearTimeout(cut);
  };

  let chosen = port;
  for (const [index, address] of (host === 'localhost' ? ['127.0.0.1', '::1'] : [host]).entries()) {
    const server = createServer({ keepAliveTimeout }, (incoming, outgoing) => void listener(incoming, outgoing));
    try {
      chosen = await open(server, address, chosen);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 is as good.
      if (index > 0 && (hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'EAFNOSUPPORT'))) continue;
      await stop(0);
      throw plain(error, address, port);
    }
  }
  return { port: chosen, stop };
}

const addressOf = (incoming: { socket?: IncomingMessage['socket'] }) => incoming.socket?.remoteAddress ?? 'unknown';

const open = (server: Server, host: string, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

function plain(error: unknown, host: string, port: number): unknown {
  if (hasCode(error, 'EADDRINUSE'))
    return new PlainError(`Port ${port} is taken: stop what uses it, or choose another with PORT or --port.`);
  if (hasCode(error, 'EACCES'))
    return new PlainError(`Port ${port} may not be used by this account: choose one above 1023 with PORT or --port.`);
  if (hasCode(error, 'ENOTFOUND') || hasCode(error, 'EADDRNOTAVAIL'))
    return new PlainError(`HOST ${host} is not an address of this machine.`);
  return error;
}
