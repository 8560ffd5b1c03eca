import type { Context } from '../http/route.ts';
import type { Ports } from '../ports.ts';

/** A signed link lives for two of these at most, and is the same for everyone who asks within one: browsers can keep the picture. */
const slot = 10 * 60;

const signed = (id: string, expiry: number) => `upload ${id} until ${expiry}`;

/** Where a picture is: openly, or for a while under a signature, as an `<img>` sends no token. */
export async function photoUrl(
  { ports, at, apiUrl }: Pick<Context, 'ports' | 'at' | 'apiUrl'>,
  id: string,
  open: boolean,
): Promise<string> {
  const plain = `${apiUrl}/uploads/${id}`;
  if (open) return plain;
  const expiry = (Math.floor(at.getTime() / 1000 / slot) + 2) * slot;
  return `${plain}?e=${expiry}&s=${await ports.secrets.sign(signed(id, expiry))}`;
}

/** Seconds for which a link still holds; 0 for none and for one that is not ours. */
export async function secondsLeft(ports: Ports, id: string, url: URL): Promise<number> {
  const expiry = Number(url.searchParams.get('e') ?? 0);
  const signature = url.searchParams.get('s');
  const left = expiry - Math.floor(ports.clock().getTime() / 1000);
  if (!signature || !Number.isSafeInteger(expiry) || left <= 0) return 0;
  return (await ports.secrets.verify(signed(id, expiry), signature)) ? left : 0;
}
