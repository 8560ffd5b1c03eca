import type { Hours } from '@five-micro/contract';
import type { Context } from '../http/route.ts';
import { secondsLeft, signedQuery } from '../http/signed-links.ts';
import type { Ports } from '../ports.ts';

/** Below `/api/v1`: `{member}.csv` is the same as a table. They answer with pages, so no lines of the endpoint table. */
export const recordPath = '/records/{member}';

interface Owner {
  id: string;
  not_before: Date | null;
}

/** Revoking someone's tokens ends the links that they had opened before, too. */
const named = ({ id, not_before }: Owner) => `record ${id} since ${not_before?.getTime() ?? 0}`;

/** Where one's own record is for a while without a token: a window to print from sends none, and knows no language. */
export async function recordLinks(
  { ports, at, apiUrl, language }: Pick<Context, 'ports' | 'at' | 'apiUrl' | 'language'>,
  owner: Owner,
): Promise<Hours['links']> {
  const page = `${apiUrl}${recordPath.replace('{member}', owner.id)}`;
  const query = `${await signedQuery(ports, named(owner), at)}&lang=${language}`;
  return { page: `${page}?${query}`, csv: `${page}.csv?${query}` };
}

export const isRecordLink = async (ports: Ports, owner: Owner, url: URL): Promise<boolean> =>
  (await secondsLeft(ports, named(owner), url)) > 0;
