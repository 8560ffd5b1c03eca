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

/** The pages of the demo portal. */
export function openDemoPages(): Folder {
  const [portal, recount] = ['portal', 'recount'].map(openPages);
  return async (request, path) =>
    path.startsWith(recountPath) ? recount?.(request, path.slice(recountPath.length)) : portal?.(request, path);
}

/** Where everybody can count a closed round again. */
const recountPath = 'recount/';

export function openPages(name: string): Folder {
  // Published, they lie in this package; in the repository they are examples like others.
  const folder = ['../pages', '../../../../examples']
    .map((place) => fileURLToPath(new URL(`${place}/${name}`, import.meta.url)))
    .find((place) => existsSync(place));
  if (folder === undefined) return async () => undefined;
  const files = serveFolder(folder, { headers: { 'content-security-policy': strictPolicy, 'referrer-policy': 'same-origin' } });
  return (request, path) => files(request, path === '' || path.endsWith('/') ? `${path}index.html` : path);
}
