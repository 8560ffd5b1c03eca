import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Folder, serveFolder } from './files.ts';

/**
 * The drop-in files (`/embed/…`), where they are built. Any page may load them.
 * What lies below `v/` carries its contents' hash in its address and never changes; the rest is asked for again.
 */
export function openEmbed(): Folder {
  const folder = embedFolder();
  if (folder === undefined) return async () => undefined;
  return serveFolder(folder, {
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
    immutable: (path) => path.startsWith('v/'),
  });
}

/** Published, they lie in this package; in the repository they are built in that of the components. */
function embedFolder(): string | undefined {
  const own = fileURLToPath(new URL('../embed', import.meta.url));
  if (existsSync(own)) return own;
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@five-micro/components/package.json')), 'dist', 'embed');
  } catch {
    return undefined;
  }
}
