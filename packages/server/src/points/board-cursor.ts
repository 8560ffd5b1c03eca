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
 * Among equals the id decides, and all of it is sealed: open, a board asked for line by line would name everyone on it
 * for good, over periods and areas and whatever they let others see later; and so would one whose points can be chosen.
 */
export const boardCursor = async (secrets: Keeper, { points, memberId }: BoardEnd): Promise<string> =>
  encodeCursor([toBase64Url(await secrets.seal(`${points} ${memberId}`))]);

/** @throws {Refusal} `request.invalid` where it is not a cursor of ours. */
export async function boardEnd(secrets: Keeper, cursor: string): Promise<BoardEnd> {
  const bytes = fromBase64Url(decodeCursor(cursor, 1)[0] ?? '');
  if (!bytes) throw badCursor();
  const [points = '', memberId = ''] = (await secrets.open(bytes).catch(() => '')).split(' ');
  if (!/^\d{1,9}$/.test(points) || !isUuid(memberId)) throw badCursor();
  return { points: Number(points), memberId };
}
