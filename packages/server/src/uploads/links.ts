import type { Context } from '../http/route.ts';
import * as links from '../http/signed-links.ts';
import type { Ports } from '../ports.ts';

/** What was signed before a picture was hidden opens it no more: those who may see it still are given a new link. */
const named = (id: string, hiddenAt: Date | null) => `upload ${id}${hiddenAt === null ? '' : ` hidden ${hiddenAt.getTime()}`}`;

/** Where a picture is: openly, or for a while under a signature, as an `<img>` sends no token. */
export async function photoUrl(
  { ports, at, apiUrl }: Pick<Context, 'ports' | 'at' | 'apiUrl'>,
  id: string,
  open: boolean,
  hiddenAt: Date | null = null,
): Promise<string> {
  const plain = `${apiUrl}/uploads/${id}`;
  return open ? plain : `${plain}?${await links.signedQuery(ports, named(id, hiddenAt), at)}`;
}

/** Seconds for which a picture's link still holds; 0 for none and for one that is not ours. */
export const secondsLeft = (ports: Ports, id: string, hiddenAt: Date | null, url: URL): Promise<number> =>
  links.secondsLeft(ports, named(id, hiddenAt), url);
