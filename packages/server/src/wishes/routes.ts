import {
  type Contact,
  contact as contactSchema,
  publicStatus,
  type Wish,
  type WishSummary,
  wishKinds,
} from '@five-micro/contract';
import { type AreaRow, placeOf } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import { judge, relationsToArea, unpublishedRule } from '../identity/permissions.ts';
import { hide, report, show } from '../moderation/acts.ts';
import type { Db } from '../ports.ts';
import { decline, demandWishes, edit, merge, post, publish, withdraw } from './checking.ts';
import { approve, claim, close, confirm, extend, fulfil, lower, release, reopen } from './helping.ts';
import { isPublic, isVisible, permit, relationsIn } from './lifecycle.ts';
import { countWishes, keyOf, listWishes, placeAfter } from './lists.ts';
import { eventAfter } from './mine.ts';
import { searchTerms } from './search.ts';
import { claimsOn, contactOf, wishById } from './statements.ts';
import { timelineOf } from './timeline.ts';
import { showVisible, showWishes } from './view.ts';

/** The wish as it is now, in front of this caller. */
async function answer(context: Context, db: Db, id: string): Promise<Wish> {
  const shown = await showVisible(context, db, await wishById(db, id));
  if (!shown) throw new Refusal('wish.unknown');
  return shown;
}

export const wishRoutes: Routes<'wishes'> = {
  'wishes.list': { read: list },
  'wishes.summary': { read: summary },
  'wishes.get': { read: (call, db) => answer(call, db, call.params['id'] ?? '') },
  'wishes.timeline': { read: timeline },
  'wishes.contact': { read: contact },
  'wishes.post': { act: post, answer },
  'wishes.edit': { act: edit, answer },
  'wishes.publish': { act: publish, answer },
  'wishes.decline': { act: decline, answer },
  'wishes.merge': { act: merge, answer },
  'wishes.withdraw': { act: withdraw, answer },
  'wishes.claim': { act: claim, answer },
  'wishes.release': { act: release, answer },
  'wishes.extend': { act: extend, answer },
  'wishes.fulfil': { act: fulfil, answer },
  'wishes.confirm': { act: confirm, answer },
  'wishes.reopen': { act: reopen, answer },
  'wishes.close': { act: close, answer },
  'wishes.lower': { act: lower, answer },
  'wishes.approvePhotos': { act: approve, answer },
  'wishes.report': { act: report, answer },
  'wishes.hide': { act: hide, answer },
  'wishes.show': { act: show, answer },
};

async function list(call: Call<'wishes.list'>, db: Db) {
  const area = await demandWishes(call, db);
  const { status, kind, category, q, order = 'newest', cursor, limit } = call.query;
  const statuses = status && status.length > 0 ? status : publicStatus;
  if (!statuses.every(isPublic)) demandUnpublished(call, area);
  const size = pageSize(limit);
  const terms = searchTerms(q ?? '');
  // Asked for something that has no letter in it: nothing says that.
  if (terms.length === 0 && (q ?? '').trim() !== '') return { items: [], nextCursor: null };
  const rows = await listWishes(db, {
    area,
    statuses,
    kinds: nonEmpty(kind),
    categories: nonEmpty(category?.split(',').filter(Boolean).slice(0, 50)),
    terms,
    order,
    after: placeAfter(cursor),
    limit: size + 1,
    wordless: status !== undefined && looksAfter(call, area),
  });
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [keyOf(row.key), row.id],
  );
  return { items: await showWishes(call, db, page.items), nextCursor: page.nextCursor };
}

const nonEmpty = <T>(values: T[] | undefined): T[] | undefined => (values && values.length > 0 ? values : undefined);

const looksAfter = ({ caller }: Context, area: AreaRow): boolean =>
  judge(unpublishedRule, relationsToArea(caller, placeOf(area))) === 'allowed';

function demandUnpublished(context: Context, area: AreaRow): void {
  if (looksAfter(context, area)) return;
  throw context.caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(unpublishedRule);
}

async function summary(call: Call<'wishes.summary'>, db: Db): Promise<WishSummary> {
  const area = await demandWishes(call, db);
  const counts = (await countWishes(db, area)).filter((count) => publicStatus.some((status) => status === count.status));
  const total = (...statuses: string[]) =>
    counts.filter((count) => statuses.includes(count.status)).reduce((sum, { n }) => sum + n, 0);
  const by = (field: 'kind' | 'category') => {
    const sums: Record<string, number> = {};
    for (const count of counts) if (count.n > 0) sums[count[field]] = (sums[count[field]] ?? 0) + count.n;
    return sums;
  };
  return {
    open: total('open'),
    inProgress: total('claimed', 'fulfilled'),
    helped: total('confirmed', 'closed'),
    byKind: { ...Object.fromEntries(wishKinds.map((kind) => [kind, 0])), ...by('kind') },
    byCategory: by('category'),
  };
}

async function timeline(call: Call<'wishes.timeline'>, db: Db) {
  const wish = await wishById(db, call.params['id'] ?? '');
  const claims = wish ? await claimsOn(db, [wish.id]) : [];
  if (!wish || !isVisible(call.caller, wish, claims, relationsIn(call.caller, wish, claims))) throw new Refusal('wish.unknown');
  const size = pageSize(call.query.limit);
  const entries = await timelineOf(call, db, wish, claims, { after: eventAfter(call.query.cursor) ?? '0', limit: size + 1 });
  return pageOf(
    entries,
    size,
    (entry) => entry,
    (entry) => [entry.id],
  );
}

/** The look is written down before anything is shown; nobody is told, but workers can read it. */
async function contact(call: Call<'wishes.contact'>, db: Db): Promise<Contact> {
  const wish = await wishById(db, call.params['id'] ?? '');
  if (!wish) throw new Refusal('wish.unknown');
  permit('wishes.contact', call.caller, wish, await claimsOn(db, [wish.id]));
  const kept = await contactOf(db, wish.id);
  if (!kept) throw new Refusal('wish.no-contact');
  const given = contactSchema.parse(JSON.parse(await call.ports.secrets.open(kept.sealed)));
  await recordEvent(db, {
    type: 'wish.contact-viewed',
    area: { id: wish.area_id, root_id: wish.root_id },
    at: call.at,
    visibility: 'workers',
    wishId: wish.id,
    actorId: signedIn(call).id,
  });
  if (given.name !== null) return given;
  const people = await loadPeople(db, [wish.wisher_id]);
  return { ...given, name: people.fullName(wish.wisher_id) };
}
