import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { vi } from 'vitest';

/** What WebDriver calls a reference to an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
export type Reference = Record<typeof elementKey, string>;

export interface Session {
  open(url: string): Promise<unknown>;
  /** Runs in the page; elements come back as references. */
  run<R, A extends unknown[]>(script: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  click(element: Reference): Promise<unknown>;
  /** Key by key, into what has the focus; `keys` names the others. */
  type(text: string): Promise<unknown>;
  /** Puts files into an `<input type=file>`. */
  put(element: Reference, path: string): Promise<unknown>;
  resize(width: number, height: number): Promise<unknown>;
  picture(): Promise<Buffer>;
  end(): Promise<unknown>;
}

/** Keys without a character, as WebDriver writes them. */
export const keys = { escape: '\uE00C' };

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A display that nobody looks at; its number is told on a pipe when it is ready. */
async function openDisplay(): Promise<{ name: string; server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { name: `:${number.toString().trim()}`, server };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** WebKitGTK in its own small browser, driven by its own driver. Every session is a person with nothing stored. */
export async function startWebKit(): Promise<{ session(): Promise<Session>; stop(): Promise<void> }> {
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const base = `http://127.0.0.1:${port}`;
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      signal: AbortSignal.timeout(20_000),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  // It says nothing when it is ready.
  await vi.waitFor(() => call('GET', '/status'), { timeout: 10_000, interval: 50 });
  return {
    async session() {
      const options = { binary: miniBrowser, args: ['--automation'] };
      const { sessionId } = (await call('POST', '/session', {
        capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
      })) as { sessionId: string };
      const at = `/session/${sessionId}`;
      const press = (text: string) =>
        Array.from(text).flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      return {
        open: (url) => call('POST', `${at}/url`, { url }),
        run: async (script, ...args) =>
          (await call('POST', `${at}/execute/sync`, {
            script: `return (${String(script)}).apply(null, arguments)`,
            args,
          })) as never,
        click: (element) => call('POST', `${at}/element/${element[elementKey]}/click`, {}),
        type: (text) => call('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: press(text) }] }),
        put: (element, path) => call('POST', `${at}/element/${element[elementKey]}/value`, { text: path }),
        resize: (width, height) => call('POST', `${at}/window/rect`, { width, height }),
        picture: async () => Buffer.from(String(await call('GET', `${at}/screenshot`)), 'base64'),
        end: () => call('DELETE', at),
      };
    },
    async stop() {
      await stop(driver);
      await stop(display.server);
    },
  };
}
