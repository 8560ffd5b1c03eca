import { badCursor, decodeCursor, encodeCursor } from '../http/cursor.ts';
import { fromBase64Url, type Secrets, toBase64Url } from '../identity/secrets.ts';
import { isUuid } from '../ids.ts';

type Keeper = Pick<Secrets, 'seal' | 'open'>;

/** Where a page of members ended. */
export interface BoardEnd {
  points: number;
  memberId: string;
}

/**
 * Among equals the id decides, and it is sealed: open, a board asked for line by line would name everyone on it for good,
 * over periods and areas and whatever they let others see later.
 */
export const boardCursor = async (secrets: Keeper, { points, memberId }: BoardEnd): Promise<string> =>
  encodeCursor([points, toBase64Url(await secrets.seal(memberId))]);

/** @throws {Refusal} `request.invalid` where it is not a cursor of ours. */
export async function boardEnd(secrets: Keeper, cursor: string): Promise<BoardEnd> {
  const [points = '', sealed = ''] = decodeCursor(cursor, 2);
  const bytes = fromBase64Url(sealed);
  if (!/^\d{1,9}$/.test(points) || !bytes) throw badCursor();
  const memberId = await secrets.open(bytes).catch(() => '');
  if (!isUuid(memberId)) throw badCursor();
  return { points: Number(points), memberId };
}
