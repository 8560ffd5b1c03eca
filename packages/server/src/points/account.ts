import type { Account, PointEntry } from '@five-micro/contract';
import { readByAll } from '../actions/words.ts';
import { nameOf } from '../areas/statements.ts';
import { signedIn } from '../http/asked.ts';
import { badCursor, cursorTime, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import { permissions, pointCan, relationsToMember } from '../identity/permissions.ts';
import { demandWorker, memberInSight } from '../members/care.ts';
import { isEntryId } from '../ids.ts';
import type { Db } from '../ports.ts';
import { mergedInto } from '../rights/statements.ts';
import { wishesById } from '../wishes/lists.ts';
import { showWishes } from '../wishes/view.ts';
import { actionTitles, entriesOf, type EntryRow, roundTitles, sumsByRule } from './entry-statements.ts';
import { spanAt, spanShown } from './periods.ts';

export const myAccount = (call: Call<'me.points'>, db: Db): Promise<Account> => accountOf(call, db, signedIn(call).id);

/** For workers of where the member is at home. */
export async function accountOfMember(call: Call<'points.ofMember'>, db: Db): Promise<Account> {
  demandWorker(call, permissions['points.ofMember']);
  const member = await memberInSight(call, db, call.params['id'] ?? '');
  if (!member) throw new Refusal('member.unknown');
  return accountOf(call, db, member.id);
}

async function accountOf(call: Call<'me.points' | 'points.ofMember'>, db: Db, memberId: string): Promise<Account> {
  const ids = [memberId, ...(await mergedInto(db, memberId))];
  const span = spanAt(call.query.period ?? 'all', call.at);
  const size = pageSize(call.query.limit);
  const rows = await entriesOf(db, ids, span, { after: entryAfter(call.query.cursor), limit: size + 1 });
  const sums = await sumsByRule(db, ids, span);
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.at.toISOString(), row.id],
  );
  return {
    period: spanShown(span),
    points: sums.reduce((sum, { points }) => sum + points, 0),
    byRule: Object.fromEntries(sums.map(({ rule, points }) => [rule, points])),
    items: await entriesShown(call, db, page.items),
    nextCursor: page.nextCursor,
  };
}

function entryAfter(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (!isEntryId(id)) throw badCursor();
  return { at: cursorTime(at), id };
}

type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

/** Entries in front of their owner or a worker: what each was for is told as they may read it. */
export async function entriesShown(context: Asking, db: Db, rows: readonly EntryRow[]): Promise<PointEntry[]> {
  const abouts = await titlesFor(context, db, rows);
  const people = await loadPeople(
    db,
    rows.flatMap((row) => [row.corrected_by, row.member_id]),
  );
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    amount: row.amount,
    at: row.at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    area: row.area_slug,
    areaName: nameOf({ name: row.area_name, name_en: row.area_name_en }, context.language),
    about: aboutOf(context, row, abouts),
    minutes: row.minutes,
    organisation: row.organisation,
    reverses: row.reverses,
    reversed: row.correction_id !== null,
    reason: row.reason,
    by: row.corrected_by === null ? null : people.masked(row.corrected_by, context.language),
    can:
      row.reverses === null && row.correction_id === null
        ? pointCan(relationsToEntry(context, row, people.today(row.member_id)))
        : [],
  }));
}

/** How the caller stands to an entry: through the area of the deed. */
export function relationsToEntry({ caller }: Pick<Context, 'caller'>, row: EntryRow, memberId: string) {
  const home = { id: row.area_id, rootId: row.root_id, path: row.area_path };
  return relationsToMember(caller, { id: memberId, rootId: row.root_id, home });
}

async function titlesFor(context: Asking, db: Db, rows: readonly EntryRow[]): Promise<Map<string, string>> {
  const idsOf = (column: 'wish_id' | 'action_id') => [...new Set(rows.flatMap((row) => row[column] ?? []))];
  const [wishIds, actionIds] = [idsOf('wish_id'), idsOf('action_id')];
  const wishes = wishIds.length === 0 ? [] : await showWishes(context, db, await wishesById(db, wishIds));
  const actions = actionIds.length === 0 ? [] : await actionTitles(db, actionIds);
  const read = await readByAll(db, context.language, actionIds);
  const roundIds = [...new Set(rows.flatMap((row) => roundOf(row) ?? []))];
  const rounds = roundIds.length === 0 ? [] : await roundTitles(db, roundIds);
  return new Map([
    ...wishes.map(({ id, title }): [string, string] => [id, title]),
    ...actions.map(({ action_id, title }): [string, string] => [action_id, read(action_id, 'title', title)]),
    ...rounds.map(({ round_id, title }): [string, string] => [round_id, title]),
  ]);
}

/** The round that a vote was paid for: its source is `vote:<round>:<member>`. */
const roundOf = ({ rule, source }: EntryRow): string | undefined => (rule === 'vote' ? source.split(':')[1] : undefined);

function aboutOf({ language }: Asking, row: EntryRow, titles: ReadonlyMap<string, string>): PointEntry['about'] {
  if (row.rule === 'report-in') {
    return { kind: 'area', id: null, title: nameOf({ name: row.area_name, name_en: row.area_name_en }, language) };
  }
  const round = roundOf(row);
  const [kind, id] =
    round !== undefined
      ? (['round', round] as const)
      : row.wish_id === null
        ? (['action', row.action_id] as const)
        : (['wish', row.wish_id] as const);
  const title = id === null ? undefined : titles.get(id);
  return title === undefined || title === '' ? null : { kind, id, title };
}
