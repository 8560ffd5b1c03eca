import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../node/cli.ts', import.meta.url));
const nodeFlags = ['--conditions=five-micro-src', '--disable-warning=ExperimentalWarning', cli];

/** Without what the machine happens to set: a test names all that matters to it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `five-micro …` to its end. */
export async function run(...args: string[]): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...nodeFlags, ...args], { env: plainEnvironment() });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number' && 'stdout' in error && 'stderr' in error) {
      return { code: error.code, stdout: String(error.stdout), stderr: String(error.stderr) };
    }
    throw error;
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
