import type { Ports } from '../ports.ts';

/** A signed link lives for two of these at most, and is the same for everyone who asks within one: browsers can keep what it leads to. */
const slot = 10 * 60;

const signed = (what: string, expiry: number) => `${what} until ${expiry}`;

/** The query that opens something for a while without a token: `<img>` and a new window send none. */
export async function signedQuery({ secrets }: Pick<Ports, 'secrets'>, what: string, at: Date): Promise<string> {
  const expiry = (Math.floor(at.getTime() / 1000 / slot) + 2) * slot;
  return `e=${expiry}&s=${await secrets.sign(signed(what, expiry))}`;
}

/** Seconds for which a link still holds; 0 for none and for one that is not ours. */
export async function secondsLeft({ secrets, clock }: Pick<Ports, 'secrets' | 'clock'>, what: string, url: URL): Promise<number> {
  const expiry = Number(url.searchParams.get('e') ?? 0);
  const signature = url.searchParams.get('s');
  const left = expiry - Math.floor(clock().getTime() / 1000);
  if (!signature || !Number.isSafeInteger(expiry) || left <= 0) return 0;
  return (await secrets.verify(signed(what, expiry), signature)) ? left : 0;
}
