import { recordEvent } from '../db/events.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { badCursor, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { foldForSearch } from '../identity/names.ts';
import { isUuid } from '../ids.ts';
import type { Db } from '../ports.ts';
import { memberInSight, memberToActOn } from './care.ts';
import { mergeMembers } from './merge.ts';
import { phoneTailHash, phoneTailHashes } from './phone.ts';
import { findMembers, isListed, registerMember, revokeMember, type Sought } from './statements.ts';
import { seenByWorker } from './view.ts';

/** The member that an act made or changed, in front of the worker who did it, if they still are one: also for a repeat. */
async function answer(context: Context, db: Db, id: string) {
  const row = await memberInSight(context, db, id);
  if (!row) throw new Refusal('member.unknown');
  return seenByWorker(context, row);
}

export const memberRoutes: Routes<'members'> = {
  'members.list': { read: list },
  'members.get': { read: look },
  'members.register': { act: register, answer },
  'members.merge': { act: mergeMembers, answer },
  'members.revoke': { act: revoke, answer },
};

async function list(call: Call<'members.list'>, db: Db) {
  const area = areaOf(call);
  const size = pageSize(call.query.limit);
  const rows = await findMembers(db, area, {
    sought: await soughtBy(call, call.query.q),
    after: await lastListed(db, area.root_id, call.query.cursor),
    limit: size + 1,
  });
  // Looking people up is itself a fact; the words that were searched for are not kept.
  await recordEvent(db, {
    type: 'members.searched',
    area,
    at: call.at,
    visibility: 'workers',
    actorId: signedIn(call).id,
    data: { count: Math.min(rows.length, size) },
  });
  const { items, nextCursor } = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.id],
  );
  return { items: await Promise.all(items.map((row) => seenByWorker(call, row))), nextCursor };
}

async function soughtBy({ ports }: Context, q: string | undefined): Promise<Sought | undefined> {
  const name = foldForSearch(q ?? '');
  if (name === '') return undefined;
  return {
    name,
    reading: readingIn(name),
    tailHashes: /^\+?[\d -]*\d{4}$/.test(name) ? await phoneTailHashes(ports.secrets, name) : undefined,
  };
}

/** Latin letters alone, as an input method takes them: `zeng`, `Zeng Guo`, `lü` or `lv`. */
function readingIn(folded: string): string | undefined {
  const letters = folded.replaceAll('ü', 'v').replace(/[\s'’]/g, '');
  return /^[a-z]+$/.test(letters) ? letters : undefined;
}

async function lastListed(db: Db, rootId: number, cursor: string | undefined): Promise<string | undefined> {
  if (cursor === undefined) return undefined;
  const [id = ''] = decodeCursor(cursor, 1);
  if (!isUuid(id) || !(await isListed(db, rootId, id))) throw badCursor();
  return id;
}

async function look(call: Call<'members.get'>, db: Db) {
  const row = await memberToActOn(call, db, 'members.get');
  await recordEvent(db, {
    type: 'members.looked',
    area: row.area_id === null ? null : { id: row.area_id, root_id: row.root_id },
    rootId: row.root_id,
    at: call.at,
    visibility: 'workers',
    actorId: signedIn(call).id,
    data: { member: row.id },
  });
  return seenByWorker(call, row);
}

async function register(call: Call<'members.register'>, db: Db): Promise<string> {
  const { name, phone } = call.body;
  const { secrets } = call.ports;
  return registerMember(
    call.ports,
    db,
    signedIn(call),
    areaOf(call),
    {
      name,
      phone: phone === undefined ? null : await secrets.seal(phone),
      tailHash: phone === undefined ? null : await phoneTailHash(secrets, phone),
    },
    call.at,
  );
}

async function revoke(call: Call<'members.revoke'>, db: Db): Promise<string> {
  const { id } = await memberToActOn(call, db, 'members.revoke');
  const revoked = await revokeMember(db, { id, actorId: signedIn(call).id, at: call.at });
  if (revoked === undefined) throw new Refusal('member.unknown');
  return revoked;
}
