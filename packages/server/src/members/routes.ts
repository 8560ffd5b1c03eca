import type { Member } from '@five-micro/contract';
import { type AreaRow, nameOf } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import { badCursor, cursorTime, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Context, Routes } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { consentsOf } from '../identity/consents.ts';
import { foldForSearch, maskName, maskPhone } from '../identity/names.ts';
import { isUuid } from '../ids.ts';
import { mineRoutes } from '../wishes/mine.ts';
import { phoneTailHash } from './phone.ts';
import { changeConsents, consentRow, findMembers, memberById, type MemberRow, registerMember, standing } from './statements.ts';

export const signedIn = (context: Pick<Context, 'caller'>): MemberCaller => {
  if (context.caller.kind === 'visitor') throw new Refusal('auth.required');
  return context.caller;
};

const areaOf = (context: Context): AreaRow => {
  if (!context.area) throw new Refusal('area.unknown', { params: { area: '' } });
  return context.area;
};

async function seenByWorker(context: Context, row: MemberRow): Promise<Member> {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone ? maskPhone(await context.ports.secrets.open(row.phone)) : null,
    area:
      row.area_slug !== null && row.area_name !== null && row.area_name_en !== null
        ? { slug: row.area_slug, name: nameOf({ name: row.area_name, name_en: row.area_name_en }, context.language) }
        : null,
    registeredByWorker: row.registered_by !== null,
    createdAt: row.created_at.toISOString(),
  };
}

const tailHash = (context: Context, phone: string) => phoneTailHash(context.ports.secrets, phone);

export const memberRoutes: Routes<'members'> = {
  'members.list': {
    async read(call, db) {
      const area = areaOf(call);
      const { q, cursor, limit } = call.query;
      const size = pageSize(limit);
      const folded = q === undefined ? undefined : foldForSearch(q);
      const rows = await findMembers(db, area, {
        name: folded === '' ? undefined : folded,
        tailHash: folded !== undefined && /^\+?[\d -]*\d{4}$/.test(folded) ? await tailHash(call, folded) : undefined,
        after: cursor === undefined ? undefined : afterOf(cursor),
        limit: size + 1,
      });
      // Looking people up is itself a fact; the words that were searched for are not kept.
      await recordEvent(db, {
        type: 'members.searched',
        area,
        at: call.at,
        visibility: 'workers',
        actorId: signedIn(call).id,
        data: { count: rows.length },
      });
      const shown = await Promise.all(rows.map((row) => seenByWorker(call, row)));
      return pageOf(
        rows.map((row, index) => ({ row, item: shown[index] })),
        size,
        ({ item }) => {
          if (!item) throw new Error('A member without a view.');
          return item;
        },
        ({ row }) => [row.created_at.toISOString(), row.id],
      );
    },
  },
  'members.register': {
    async act(call, db) {
      const { name, phone } = call.body;
      return registerMember(
        call.ports,
        db,
        signedIn(call),
        areaOf(call),
        {
          name,
          phone: phone === undefined ? null : await call.ports.secrets.seal(phone),
          tailHash: phone === undefined ? null : await tailHash(call, phone),
        },
        call.at,
      );
    },
    answer: async (context, db, id) => seenByWorker(context, await memberById(db, id)),
  },
};

function afterOf(cursor: string): { createdAt: Date; id: string } {
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (!isUuid(id)) throw badCursor();
  return { createdAt: cursorTime(at), id };
}

export const meRoutes: Routes<'me'> = {
  ...mineRoutes,
  'me.get': {
    async read(call, db) {
      const caller = signedIn(call);
      const now = await standing(
        db,
        caller.id,
        caller.organisations.map((organisation) => organisation.id),
      );
      const name = now.name ?? caller.sub;
      return {
        id: caller.id,
        name,
        maskedName: maskName(name),
        area:
          now.area_slug !== null && now.area_name !== null && now.area_name_en !== null
            ? { slug: now.area_slug, name: nameOf({ name: now.area_name, name_en: now.area_name_en }, call.language) }
            : null,
        reportedInAt: now.reported_in_at?.toISOString() ?? null,
        roles: caller.roles.map(({ role, slug }) => ({ role, area: slug })),
        organisations: caller.organisations.map(({ slug, name: organisation }) => ({ slug, name: organisation })),
        consents: consentsOf(await consentRow(db, caller.id)),
        helped: now.helped,
        unseenNotices: now.unseen,
      };
    },
  },
  'me.consents': {
    async act(call, db) {
      const caller = signedIn(call);
      await changeConsents(db, caller, call.body, call.at);
      return caller.id;
    },
    answer: async (_context, db, id) => consentsOf(await consentRow(db, id)),
  },
};
