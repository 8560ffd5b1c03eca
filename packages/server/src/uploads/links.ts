import type { Context } from '../http/route.ts';
import * as links from '../http/signed-links.ts';
import type { Ports } from '../ports.ts';

const named = (id: string) => `upload ${id}`;

/** Where a picture is: openly, or for a while under a signature, as an `<img>` sends no token. */
export async function photoUrl(
  { ports, at, apiUrl }: Pick<Context, 'ports' | 'at' | 'apiUrl'>,
  id: string,
  open: boolean,
): Promise<string> {
  const plain = `${apiUrl}/uploads/${id}`;
  return open ? plain : `${plain}?${await links.signedQuery(ports, named(id), at)}`;
}

/** Seconds for which a picture's link still holds; 0 for none and for one that is not ours. */
export const secondsLeft = (ports: Ports, id: string, url: URL): Promise<number> => links.secondsLeft(ports, named(id), url);
