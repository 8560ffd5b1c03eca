import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { main } from '../node/main.ts';

const cli = fileURLToPath(new URL('../node/cli.ts', import.meta.url));
const nodeFlags = ['--conditions=five-micro-src', '--disable-warning=ExperimentalWarning', cli];

/** Without what the machine happens to set: a test names all that matters to it. What was compiled once stays so. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE: join(tmpdir(), 'five-micro-compiled') };
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

let running: Promise<unknown> = Promise.resolve();

/**
 * Runs `five-micro …` to its end, in this process, and one after the other, as they share its streams: an embedded
 * database takes a second less to open here than in a new one. How the program starts is tried where the server starts.
 */
export function run(...args: string[]): Promise<Ran> {
  const ran = running.then(() => runAlone(args));
  running = ran.catch(() => undefined);
  return ran;
}

async function runAlone(args: readonly string[]): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const { env } = process;
  process.env = plainEnvironment();
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      stdout += String(chunk);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      stderr += String(chunk);
      return true;
    }),
  ];
  try {
    const code = await main(args);
    return { code, stdout, stderr };
  } finally {
    process.env = env;
    for (const spy of spies) spy.mockRestore();
  }
}

export interface ServerProcess {
  child: ChildProcess;
  /** As `http://localhost:12345/`. */
  url: string;
  /** What it has said so far. */
  stdout: string[];
  stderr: string[];
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `five-micro serve` on a free port, and answers when it says where it is. */
export async function startProcess(...args: string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeFlags, 'serve', '--port', '0', ...args], {
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: string[] = [];
  const stderr: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => stderr.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      stdout.push(line);
      const [address] = /http:\/\/\S+\//.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${stderr.join('\n')}`)));
  });
  return {
    child,
    url,
    stdout,
    stderr,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}
