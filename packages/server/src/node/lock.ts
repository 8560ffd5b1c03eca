import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has the folder: two on one embedded database destroy it. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
  readonly folder: string;
  constructor(folder: string) {
    super(`Another process is using ${folder}.`);
    this.folder = folder;
  }
}

export interface FolderLock {
  release: () => Promise<void>;
}

/**
 * Takes a folder for this process alone, until it releases it or ends, however it ends.
 *
 * Process ids say little (in a container everyone is 1), so a listening socket is the sign of life. Everyone who
 * wants the folder first puts a socket of their own into it, then asks all others: whoever has the folder says so;
 * of those who still ask, the lowest name goes on and the rest give up. The later of two to show themselves always
 * sees the earlier, so there are never two owners; a name is never used twice, so a dead socket can be cleared away
 * without hitting a living one.
 *
 * @throws {FolderInUse}
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const real = await realpath(folder);
  if (process.platform === 'win32') return lockByPipe(real);

  const name = `${randomBytes(8).toString('hex')}.sock`;
  const { place, own } = await showWhereItCan(real, name);
  for (const other of await readdir(place)) {
    if (other === name || !other.endsWith('.sock')) continue;
    const answer = await ask(join(place, other), other < name);
    if (answer === 'dead') await rm(join(place, other), { force: true });
    if (answer === 'before-us') {
      await own.withdraw();
      throw new FolderInUse(folder);
    }
  }
  own.announce();
  return { release: own.withdraw };
}

/**
 * In the folder, so that two containers see each other who share it. A socket's address holds about a hundred bytes,
 * and some shared file systems take no sockets: there the hash of the folder's path stands for it.
 */
async function showWhereItCan(real: string, name: string): Promise<{ place: string; own: Shown }> {
  const inside = join(real, 'lock');
  if (Buffer.byteLength(inside) <= 70) {
    await mkdir(inside, { recursive: true });
    try {
      return { place: inside, own: await show(inside, name) };
    } catch (error) {
      if (!['ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EPERM'].includes(codeOf(error))) throw error;
    }
  }
  const place = join(tmpdir(), `five-micro-${hashOf(real)}`);
  await mkdir(place, { recursive: true });
  return { place, own: await show(place, name) };
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const asking = 'a';
const owning = 'o';

interface Shown {
  announce: () => void;
  withdraw: () => Promise<void>;
}

async function show(place: string, name: string): Promise<Shown> {
  let state = asking;
  const curious = new Set<Socket>();
  const server = createServer((socket) => {
    // Whoever asks may be gone before they are answered; that must not bring the owner down.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => curious.delete(socket));
    socket.unref();
    curious.add(socket);
    socket.write(state);
  });
  // Shown only once it listens: between the two steps it would look dead.
  await listen(server, join(place, `${name}.new`));
  await rename(join(place, `${name}.new`), join(place, name));
  server.unref();
  return {
    announce() {
      state = owning;
      for (const socket of curious) socket.write(state);
    },
    async withdraw() {
      await rm(join(place, name), { force: true });
      for (const socket of curious) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Waits out one who also asks and comes after us: they will see us and give up. */
function ask(address: string, comesFirst: boolean): Promise<'dead' | 'gone' | 'before-us'> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    // An owner deep in a query answers late, but it lives: the connection itself stood.
    socket.setTimeout(5_000, () => answer('before-us'));
    const answer = (result: 'dead' | 'gone' | 'before-us') => {
      socket.destroy();
      resolve(result);
    };
    socket.on('data', (states) => {
      if (comesFirst || states.toString().endsWith(owning)) answer('before-us');
    });
    socket.on('close', () => answer('gone'));
    socket.on('error', (error) => {
      const code = codeOf(error);
      if (code === 'ECONNREFUSED') answer('dead');
      else answer(['ENOENT', 'ECONNRESET', 'EPIPE'].includes(code) ? 'gone' : 'before-us');
    });
  });
}

/** A named pipe belongs to one process, ends with it and leaves nothing behind. */
async function lockByPipe(real: string): Promise<FolderLock> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end();
  });
  await listen(server, `\\\\.\\pipe\\five-micro-${hashOf(real.toLowerCase())}`).catch((error: unknown) => {
    throw codeOf(error) === 'EADDRINUSE' ? new FolderInUse(real) : error;
  });
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

const listen = (server: Server, address: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
