import type { Consents } from '@five-micro/contract';
import { recordEvent } from '../db/events.ts';
import { consentsOf } from '../identity/consents.ts';
import { refreshHomes } from '../points/homes.ts';
import type { Db } from '../ports.ts';
import { starAreasOf } from '../stars/parting-statements.ts';
import { projectAreasOf } from '../projects/parting-statements.ts';

export const consentRow = (db: Db, memberId: string) =>
  db
    .selectFrom('consent')
    .select(['wish_author', 'helper', 'photos', 'star', 'ranking'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();

/** Whose consent it is, and where they are at home. */
interface Someone {
  id: string;
  rootId: number;
  areaId: number | null;
}

/** Changes what others see, and keeps each change as an event. Wishes on screen somewhere are asked for anew. */
export async function changeConsents(
  db: Db,
  member: Someone,
  change: { [K in keyof Consents]?: Consents[K] | undefined },
  at: Date,
): Promise<void> {
  const before = await db
    .selectFrom('consent')
    .selectAll()
    .where('member_id', '=', member.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const current = consentsOf(before);
  const next: Consents = {
    wishAuthor: change.wishAuthor ?? current.wishAuthor,
    helper: change.helper ?? current.helper,
    photos: change.photos ?? current.photos,
    star: change.star ?? current.star,
    ranking: change.ranking ?? current.ranking,
  };
  await db
    .updateTable('consent')
    .set({ wish_author: next.wishAuthor, helper: next.helper, photos: next.photos, star: next.star, ranking: next.ranking })
    .where('member_id', '=', member.id)
    .execute();
  if (next.ranking !== current.ranking) await refreshHomes(db, member.rootId, [member.id], at);
  await tellConsents(db, member, { before: current, after: next }, at);
}

/** Public and without a name: pages that show something of theirs have to ask again, wherever it hangs. */
export async function tellConsents(
  db: Db,
  member: Someone,
  { before, after }: { before: Consents; after: Consents },
  at: Date,
): Promise<void> {
  const changed = surfaces.filter((surface) => after[surface] !== before[surface]);
  if (changed.length === 0) return;
  for (const area of await areasOf(db, member)) {
    for (const surface of changed) {
      await recordEvent(db, {
        type: 'consent.changed',
        area,
        rootId: member.rootId,
        at,
        actorId: member.id,
        data: { surface, value: String(after[surface]) },
      });
    }
  }
}

const surfaces = ['wishAuthor', 'helper', 'photos', 'star', 'ranking'] as const;

/** Home, and wherever they have wished, helped, said something about a project, or have a star. */
async function areasOf(db: Db, member: Someone): Promise<({ id: number; root_id: number } | null)[]> {
  const rows = await db
    .selectFrom('wish')
    .select(['area_id', 'root_id'])
    .distinct()
    .where((or) =>
      or.or([
        or('wisher_id', '=', member.id),
        or('id', 'in', or.selectFrom('claim').select('wish_id').where('member_id', '=', member.id)),
      ]),
    )
    .execute();
  const ids = new Set(rows.map((row) => row.area_id));
  for (const id of await projectAreasOf(db, [member.id])) ids.add(id);
  for (const id of await starAreasOf(db, [member.id])) ids.add(id);
  if (member.areaId !== null) ids.add(member.areaId);
  return ids.size === 0 ? [null] : [...ids].map((id) => ({ id, root_id: member.rootId }));
}
