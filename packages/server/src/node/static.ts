import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Folder, serveFolder } from './files.ts';

/** The strictest policy that a portal may have: what we embed has to work under it. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Where everybody can count a closed round again: on every server, as whoever doubts a vote has none of their own. */
const recountPath = 'recount/';

/** The page that counts a round again, and where it is asked for those of the demo portal. */
export function openPages({ demo }: { demo: boolean }): Folder {
  const recount = openFolder('recount');
  const portal = demo ? openFolder('portal') : undefined;
  return async (request, path) =>
    path.startsWith(recountPath) ? recount(request, path.slice(recountPath.length)) : portal?.(request, path);
}

export function openFolder(name: string): Folder {
  // Published, they lie in this package; in the repository they are examples like others.
  const folder = ['../pages', '../../../../examples']
    .map((place) => fileURLToPath(new URL(`${place}/${name}`, import.meta.url)))
    .find((place) => existsSync(place));
  if (folder === undefined) return async () => undefined;
  const files = serveFolder(folder, { headers: { 'content-security-policy': strictPolicy, 'referrer-policy': 'same-origin' } });
  return (request, path) => files(request, path === '' || path.endsWith('/') ? `${path}index.html` : path);
}
