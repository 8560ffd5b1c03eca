import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './lock.ts';

const source = fileURLToPath(new URL('./lock.ts', import.meta.url));
const program = `
  const { lockFolder } = await import(${JSON.stringify(source)});
  console.log('ready');
  process.stdin.once('data', async () => {
    try { await lockFolder(process.argv[1]); console.log('mine'); }
    catch (error) { console.log(error.name); process.exit(); }
  });
`;

describe('the lock on a folder', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  /** A process that asks for the folder when told to. */
  async function starter(where = folder) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, where], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    await lines.next();
    return {
      child,
      async ask(): Promise<string> {
        child.stdin.write('go\n');
        const { value } = await lines.next();
        return String(value);
      },
    };
  }

  it('is given again after it was released', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  it('refuses a second process', async () => {
    const [first, second] = [await starter(), await starter()];
    expect(await first.ask()).toBe('mine');
    expect(await second.ask()).toBe('FolderInUse');
  });

  it('goes to exactly one of six that start at the same moment, again and again', async () => {
    for (let round = 0; round < 3; round++) {
      const six = await Promise.all(Array.from({ length: 6 }, () => starter()));
      const answers = await Promise.all(six.map((one) => one.ask()));
      expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'FolderInUse')).toHaveLength(5);
      // Killed, not asked to stop: the next round finds what they left behind.
      await Promise.all(
        six.map(async ({ child }) => {
          if (child.exitCode !== null) return;
          child.kill('SIGKILL');
          await once(child, 'exit');
        }),
      );
    }
  }, 60_000);

  it('goes to one of many askers within one process', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    const owners = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(owners).toHaveLength(1);
    await owners[0]?.release();
  });

  it('ends with a process that is killed', async () => {
    const first = await starter();
    expect(await first.ask()).toBe('mine');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const lock = await lockFolder(folder);
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1);
    await lock.release();
  });

  it('holds though curious callers hang up on its owner', async () => {
    const lock = await lockFolder(folder);
    const [socketFile] = readdirSync(join(folder, 'lock'));
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket = createConnection(join(folder, 'lock', String(socketFile)));
        await once(socket, 'connect');
        socket.destroy();
      }),
    );
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await lock.release();
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, '很长的名字'.repeat(8), 'x'.repeat(100));
    const lock = await lockFolder(deep);
    const other = await starter(deep);
    expect(await other.ask()).toBe('FolderInUse');
    await lock.release();
    expect(existsSync(join(deep, 'lock'))).toBe(false);
    const next = await starter(deep);
    expect(await next.ask()).toBe('mine');
  });
});
