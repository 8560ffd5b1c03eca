import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { hasCode } from './once-file.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
};
const worthZipping = /^text\/|json|svg/;

interface Kept {
  modified: number;
  type: string;
  etag: string;
  plain: Uint8Array<ArrayBuffer>;
  zipped: Uint8Array<ArrayBuffer> | undefined;
}

export interface FolderOptions {
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Whether what lies at a path never changes and may be kept for ever. */
  immutable?: (path: string) => boolean;
  /** `cache-control` of everything else; without it a browser asks each time whether what it has is still the newest. */
  otherwise?: string;
}

/** Answers a path below the folder, or nothing where there is no such file. */
export type Folder = (request: Request, path: string) => Promise<Response | undefined>;

/**
 * Files of a folder, and of nothing outside it, in no type but the known ones. They are read once and again when
 * they change.
 */
export function serveFolder(folder: string, { headers, immutable = () => false, otherwise = 'no-cache' }: FolderOptions): Folder {
  const kept = new Map<string, Kept>();

  async function load(path: string): Promise<Kept | undefined> {
    const type = types[extname(path)];
    const file = type === undefined ? undefined : await inside(folder, path);
    if (type === undefined || file === undefined) return undefined;
    const { mtimeMs } = await stat(file);
    const before = kept.get(file);
    if (before?.modified === mtimeMs) return before;
    const plain = new Uint8Array(await readFile(file));
    const entry: Kept = {
      modified: mtimeMs,
      type,
      etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
      plain,
      zipped: worthZipping.test(type) && plain.length > 1000 ? new Uint8Array(await promisify(gzip)(plain)) : undefined,
    };
    kept.set(file, entry);
    return entry;
  }

  return async (request, path) => {
    const entry = await load(path);
    if (!entry) return undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...headers, allow: 'GET, HEAD' } });
    }
    // Weak: zipped or not, it is the same file.
    const etag = `W/"${entry.etag}"`;
    const answer = new Headers({
      ...headers,
      'content-type': entry.type,
      'cache-control': immutable(path) ? 'public, max-age=31536000, immutable' : otherwise,
      'x-content-type-options': 'nosniff',
      etag,
      vary: 'accept-encoding',
    });
    if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers: answer });
    const zipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '') ? entry.zipped : undefined;
    if (zipped) answer.set('content-encoding', 'gzip');
    const body = zipped ?? entry.plain;
    answer.set('content-length', String(body.length));
    return new Response(request.method === 'HEAD' ? null : body, { headers: answer });
  };
}

/** The file at a decoded or undecoded path, if it is one and really lies in the folder, symbolic links followed. */
async function inside(folder: string, path: string): Promise<string | undefined> {
  const steps = decode(path)?.split('/') ?? [''];
  if (steps.some((step) => step === '' || step.startsWith('.') || /[\\\0]/.test(step))) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...steps))]);
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') || hasCode(error, 'ENAMETOOLONG')) return undefined;
    throw error;
  }
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
