import { publicActionStatus } from '@five-micro/contract';
import { placeOf } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { judge, permissions, relationsToArea, unpublishedRule } from '../identity/permissions.ts';
import { organisationNamed, relationsIn as relationsToOrganisation } from '../organisations/view.ts';
import type { Db } from '../ports.ts';
import { placeAfter } from '../wishes/lists.ts';
import { attend, attendanceSubject } from './attendance.ts';
import { checkInCode, prepareCheckIn } from './check-in.ts';
import { finish } from './credit.ts';
import { edit } from './editing.ts';
import { readHours } from './hours.ts';
import { isVisible, permit, relationsIn } from './lifecycle.ts';
import { actionsHeld, actionsOf, countDays, listActions, type Wanted } from './lists.ts';
import { cancel, demandActions, open, post } from './planning.ts';
import { hidePart, reportPart, showPart } from './said.ts';
import { listSignUps, signUpOf, signUpsOf } from './sign-up-statements.ts';
import { signOff, signUp } from './signing-up.ts';
import { actionById, type ActionRecord } from './statements.ts';
import { dayEnd, dayStart } from './times.ts';
import { mySignUp, showActions, showSignUps, showVisible } from './view.ts';

/** The action as it is now, in front of this caller. */
const answer = async (context: Context, db: Db, id: string) => showVisible(context, db, await actionById(db, id));

/** A sign-up as it is now: `subjectOf()` names it. */
async function signUpAnswer(_context: Context, db: Db, subject: string) {
  const [actionId = '', memberId = ''] = subject.split(' ');
  const [row] = await signUpsOf(db, actionId, [memberId]);
  if (!row) throw new Refusal('action.unknown');
  return mySignUp(row);
}

export const actionRoutes: Routes<'actions'> = {
  'actions.list': { read: list },
  'actions.days': { read: days },
  'actions.ofOrganisation': { read: held },
  'actions.get': { read: (call, db) => answer(call, db, call.params['id'] ?? '') },
  'actions.post': { act: post, answer },
  'actions.open': { act: open, answer },
  'actions.edit': { act: edit, answer },
  'actions.cancel': { act: cancel, answer },
  'actions.finish': { act: finish, answer },
  'actions.signUp': { act: signUp, answer: signUpAnswer },
  'actions.signOff': { act: signOff, answer: signUpAnswer },
  'actions.signUps': { read: signUps },
  'actions.checkInCode': { read: checkInCode },
  'actions.checkIn': { prepare: prepareCheckIn, answer: signUpAnswer },
  'actions.attendance': { act: attend, answer: attendanceAnswer },
  'actions.reportPart': { act: reportPart, answer },
  'actions.hidePart': { act: hidePart, answer },
  'actions.showPart': { act: showPart, answer },
};

export const myActionRoutes: Pick<Routes<'me'>, 'me.actions' | 'me.hours'> = {
  'me.actions': { read: mine },
  'me.hours': { read: readHours },
};

const nonEmpty = <T>(values: T[] | undefined): T[] | undefined => (values && values.length > 0 ? values : undefined);
const keyOf = (action: ActionRecord): [string, string] => [action.starts_at.toISOString(), action.id];

async function list(call: Call<'actions.list'>, db: Db) {
  const area = await demandActions(call, db);
  const { query } = call;
  const statuses = nonEmpty(query.status);
  const unseen = statuses?.includes('draft') ?? false;
  const drafts = unseen ? draftsFor(call, area) : 'all';
  const size = pageSize(query.limit);
  const rows = await listActions(db, {
    area,
    statuses: statuses ?? publicActionStatus.filter((status) => status === 'open' || status === 'closed'),
    notOver: statuses === undefined && query.from === undefined ? call.at : undefined,
    categories: nonEmpty(query.category?.split(',').filter(Boolean).slice(0, 50)),
    from: query.from === undefined ? undefined : dayStart(query.from),
    to: query.to === undefined ? undefined : dayEnd(query.to),
    freeAt: query.free === 'true' ? call.at : undefined,
    order: query.order ?? 'soonest',
    after: placeAfter(query.cursor),
    limit: size + 1,
    drafts,
  });
  const page = pageOf(rows, size, (row) => row, keyOf);
  return { items: await showActions(call, db, page.items), nextCursor: page.nextCursor };
}

/** Drafts are read by those who look after the area; a representative finds their own organisations' among them. */
function draftsFor(call: Context, area: Parameters<typeof placeOf>[0]): Wanted['drafts'] {
  const { caller } = call;
  if (judge(unpublishedRule, relationsToArea(caller, placeOf(area))) === 'allowed') return 'all';
  if (caller.kind === 'visitor') throw new Refusal('auth.required');
  if (caller.organisations.length === 0) throw forbidden(unpublishedRule);
  return { organisationIds: caller.organisations.map(({ id }) => id) };
}

/** Days that one question may span: two months of a calendar. */
const mostDays = 62;

async function days(call: Call<'actions.days'>, db: Db) {
  const area = await demandActions(call, db);
  const [from, to] = [dayStart(call.query.from), dayEnd(call.query.to)];
  const asked = Math.round((to.getTime() - from.getTime()) / dayLength);
  const fault = asked < 1 ? { code: 'too-small' as const, params: { min: call.query.from } } : undefined;
  if (fault) throw new Refusal('request.invalid', { fields: [{ path: 'to', ...fault }] });
  if (asked > mostDays) {
    const last = new Date(from.getTime() + (mostDays - 1) * dayLength + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
    throw new Refusal('request.invalid', { fields: [{ path: 'to', code: 'too-late', params: { max: last } }] });
  }
  return { items: await countDays(db, area, from, to) };
}
const dayLength = 24 * 60 * 60 * 1000;

async function held(call: Call<'actions.ofOrganisation'>, db: Db) {
  const organisation = await organisationNamed(db, call.params['slug'] ?? '');
  const relations = relationsToOrganisation(call, organisation);
  const unseen = relations.has('representative') || relations.has('worker') || relations.has('officer');
  const size = pageSize(call.query.limit);
  const rows = await actionsHeld(db, organisation.id, { unseen, after: placeAfter(call.query.cursor), limit: size + 1 });
  const page = pageOf(rows, size, (row) => row, keyOf);
  // Of what it holds in other communities, and of organisations below it, not every draft is theirs to see.
  const seen = page.items.filter((action) => isVisible(action, relationsIn(call.caller, action, undefined)));
  return { items: await showActions(call, db, seen), nextCursor: page.nextCursor };
}

async function mine(call: Call<'me.actions'>, db: Db) {
  const caller = signedIn(call);
  const size = pageSize(call.query.limit);
  const rows = await actionsOf(db, caller.id, {
    states: nonEmpty(call.query.state),
    after: placeAfter(call.query.cursor),
    limit: size + 1,
  });
  const page = pageOf(rows, size, (row) => row, keyOf);
  const shown = await showActions(call, db, page.items);
  const items = shown.flatMap((action) => (action.mine ? [{ action, signUp: action.mine }] : []));
  return { items, nextCursor: page.nextCursor };
}

/** Who comes, with whole names: the look is written down, and workers can read that it was taken. */
async function signUps(call: Call<'actions.signUps'>, db: Db) {
  const action = await actionById(db, call.params['id'] ?? '');
  if (!action) throw new Refusal('action.unknown');
  const caller = signedIn(call);
  permit('actions.signUps', caller, action, await signUpOf(db, action.id, caller.id));
  const size = pageSize(call.query.limit);
  const rows = await listSignUps(db, action.id, queueAfter(call.query.cursor), size + 1);
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.state === 'waiting' ? 1 : 0, row.ticket],
  );
  await recordEvent(db, {
    type: 'action.list-viewed',
    area: { id: action.area_id, root_id: action.root_id },
    at: call.at,
    visibility: 'workers',
    actionId: action.id,
    actorId: caller.id,
    data: { count: page.items.length },
  });
  return { items: await showSignUps(call, db, page.items), nextCursor: page.nextCursor };
}

function queueAfter(cursor: string | undefined): { queue: number; ticket: number } | undefined {
  if (cursor === undefined) return undefined;
  const [queue, ticket] = decodeCursor(cursor, 2).map(Number);
  if ((queue !== 0 && queue !== 1) || !Number.isInteger(ticket) || ticket === undefined || ticket < 0 || ticket > 2 ** 31 - 1)
    throw new Refusal('request.invalid', { fields: [{ path: 'cursor', code: 'format' }] });
  return { queue, ticket };
}

/** With whole names. A repeat may come when the caller looks after it no longer. */
async function attendanceAnswer(context: Context, db: Db, subject: string) {
  const { actionId, memberIds } = attendanceSubject(subject);
  const action = await actionById(db, actionId);
  const rule = permissions['actions.attendance'];
  if (!action || judge(rule, relationsIn(context.caller, action, undefined)) !== 'allowed') throw forbidden(rule);
  return { items: await showSignUps(context, db, await signUpsOf(db, actionId, memberIds)) };
}
