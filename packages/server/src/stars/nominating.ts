import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { homeWithin } from '../areas/home.ts';
import { placeOf } from '../areas/statements.ts';
import { signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { relationsToArea } from '../identity/permissions.ts';
import { newId } from '../ids.ts';
import { changeConsents } from '../members/consent-statements.ts';
import { memberById } from '../members/statements.ts';
import { setPortrait } from '../uploads/portraits.ts';
import { memberInCare } from '../wishes/statements.ts';
import { approach, type Deed, demandStars, demandSwitchedOn, demandTitle, tell } from './deed.ts';
import { mayWithdraw, permit, unknown } from './lifecycle.ts';
import { thisYear } from './periods.ts';
import {
  changeNomination,
  changeNominationWords,
  hasAccount,
  insertNomination,
  nominationById,
  type NominationRow,
  standsAlready,
} from './statements.ts';

type Trx = Transaction<Database>;

const fault = (path: string, code: 'required' | 'not-an-option' | 'unknown-field') =>
  new Refusal('request.invalid', { fields: [{ path, code }] });

/** Someone says who did something worth a star. Nobody else hears of it until the nominee agrees. */
export async function nominate(call: Call<'stars.nominate'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  const area = await homeWithin(db, caller, await demandStars(call, db));
  await demandSwitchedOn(call, db, area);
  await demandTitle(call, db, area.id, body.title);
  if (body.member !== undefined) {
    if (!relationsToArea(caller, placeOf(area)).has('worker')) throw forbidden({ allow: ['worker'] });
    await demandNominee(db, caller, body.member.toLowerCase());
  }
  const made = await insertNomination(
    db,
    {
      id: newId(ports),
      root_id: area.root_id,
      area_id: area.id,
      title: body.title,
      period: body.period ?? thisYear(at),
      status: 'proposed',
      nominator_id: caller.id,
      asked: body.asked ?? false,
      member_id: body.member?.toLowerCase() ?? null,
      created_at: at,
      updated_at: at,
    },
    { who: body.who, sentence: body.sentence, story: body.story ?? '' },
  );
  await tell({ db, at, actorId: caller.id }, 'star.nominated', made);
  return made.id;
}

/** Someone else, whom the worker looks after. */
async function demandNominee(db: Trx, caller: MemberCaller, memberId: string): Promise<void> {
  if (memberId === caller.id) throw new Refusal('member.self');
  const looksAfter = caller.roles.flatMap(({ role, areaId }) => (role === 'worker' ? [areaId] : []));
  if (!(await memberInCare(db, looksAfter, caller.rootId, memberId))) throw new Refusal('member.unknown');
}

export async function edit(call: Call<'stars.editNomination'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'stars.editNomination');
  const { nomination } = deed;
  if (body.title !== undefined) await demandTitle(call, db, nomination.area_id, body.title);
  await changeNominationWords(db, nomination.id, {
    ...(body.who !== undefined && { who: body.who }),
    ...(body.sentence !== undefined && { sentence: body.sentence }),
    ...(body.story !== undefined && { story: body.story }),
  });
  const now = await changeNomination(db, nomination.id, {
    ...(body.title !== undefined && { title: body.title }),
    ...(body.period !== undefined && { period: body.period }),
    updated_at: at,
  });
  await tell(deed, 'star.nomination-edited', now, {
    data: { fields: Object.keys(body) },
    notify: [nomination.nominator_id],
  });
  return nomination.id;
}

/** A worker has read what is said of them, says who it is, and asks. */
export async function ask(call: Call<'stars.ask'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const memberId = body.member.toLowerCase();
  // People are held before things, as everywhere: so the table is asked twice.
  const asked = await nominationById(db, call.params['id'] ?? '');
  if (!asked) throw new Refusal('nomination.unknown');
  permit('stars.ask', signedIn(call), asked);
  await demandNominee(db, signedIn(call), memberId);
  const deed = await approach(call, db, 'stars.ask');
  const { nomination } = deed;
  // Nobody puts to somebody what they have not read.
  if (body.seen !== undefined && new Date(body.seen).getTime() !== nomination.updated_at.getTime())
    throw new Refusal('nomination.state');
  const now = await askOnce(db, nomination, memberId, at);
  await tell(deed, 'star.asked', now, { notify: [memberId] });
  return nomination.id;
}

/** Nobody stands twice for one honour of one time and place; where two workers ask at once, the constraint says so. */
async function askOnce(db: Trx, nomination: NominationRow, memberId: string, at: Date): Promise<NominationRow> {
  if (await standsAlready(db, nomination, memberId)) throw new Refusal('nomination.state');
  try {
    return await changeNomination(db, nomination.id, { status: 'asked', member_id: memberId, updated_at: at });
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('nomination.state');
    throw error;
  }
}

const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

/**
 * The nominee's own word, or a worker's for whoever has no account here and said it in person. With it they let stars
 * be seen: the switch on their card, which takes it back at any time. Said again before the contest or the award it changes
 * how they are shown, a new portrait in the place of the one before.
 */
export async function consent(call: Call<'stars.consent'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const deed = await approach(call, db, 'stars.consent');
  const { nomination, caller } = deed;
  const onBehalf = await speaksFor(deed, body.onBehalf ?? false);
  const nominee = await memberById(db, nomination.member_id ?? '');
  const again = nomination.status === 'consented';
  if (!nominee || (again && onBehalf)) throw new Refusal('nomination.state');
  if (body.portrait !== undefined)
    await setPortrait(db, ports.blobs, { portrait: body.portrait, ownerId: caller.id, nominationId: nomination.id });
  const someone = { id: nominee.id, rootId: nominee.root_id, areaId: nominee.area_id };
  // What they have switched off since stays off.
  if (!again) await changeConsents(db, someone, { star: true }, at);
  const now = await changeNomination(db, nomination.id, {
    status: 'consented',
    name_as: body.name,
    heard_by: onBehalf ? caller.id : null,
    updated_at: at,
  });
  if (again) {
    await tell(deed, 'star.edited', now, { data: { fields: Object.keys(body) } });
    return nomination.id;
  }
  await tell(deed, 'star.consented', now, {
    onBehalfOf: onBehalf ? nominee.id : null,
    notify: [nomination.nominator_id],
  });
  return nomination.id;
}

/**
 * Whether the caller speaks for the nominee, which workers do for whoever has no account.
 * @throws {Refusal} `auth.forbidden` for anybody else who is not the nominee
 */
async function speaksFor({ db, nomination, relations }: Deed, claimed: boolean): Promise<boolean> {
  if (relations.has('nominee')) return false;
  const may = claimed && relations.has('worker') && !(await hasAccount(db, nomination.member_id ?? ''));
  if (!may) throw forbidden({ allow: ['nominee'] });
  return true;
}

export async function decline(call: Call<'stars.decline'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'stars.decline');
  const { nomination, relations } = deed;
  const themself = relations.has('nominee');
  const onBehalf = !themself && (body.onBehalf ?? false) && (await speaksFor(deed, true));
  // A worker gives their own decision a reason.
  if (!themself && !onBehalf && body.reason === undefined) throw fault('reason', 'required');
  // Why somebody would rather not is nobody's business; a worker's reason is the nominator's to know.
  const reason = themself || onBehalf ? null : (body.reason ?? null);
  await changeNominationWords(db, nomination.id, { reason });
  const now = await changeNomination(db, nomination.id, { status: 'declined', ...unknown(nomination), updated_at: at });
  await tell(deed, 'star.declined', now, {
    onBehalfOf: onBehalf ? nomination.member_id : null,
    words: reason,
    notify: concerned(nomination),
  });
  return nomination.id;
}

/** Those who know of it. */
const concerned = ({ nominator_id, member_id, status }: NominationRow) => [
  nominator_id,
  status === 'proposed' ? null : (member_id ?? null),
];

export async function withdraw(call: Call<'stars.withdraw'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'stars.withdraw');
  const { nomination, relations } = deed;
  if (!mayWithdraw(relations, nomination.status))
    throw forbidden({ allow: [relations.has('nominee') ? 'nominator' : 'nominee'] });
  const now = await changeNomination(db, nomination.id, { status: 'withdrawn', ...unknown(nomination), updated_at: call.at });
  await tell(deed, 'star.withdrawn', now, {
    visibility: nomination.status === 'voting' ? 'public' : 'parties',
    notify: concerned(nomination),
  });
  return nomination.id;
}
