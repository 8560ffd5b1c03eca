import type { RoundOf } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import { settingsOf } from '../areas/settings.ts';
import { type AreaRow, areaById } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { type FieldFault, Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { newId } from '../ids.ts';
import { forStrangers } from '../moderation/mask.ts';
import type { Db } from '../ports.ts';
import { approach, sources, tell } from './deed.ts';
import { changeRound, changeRoundWords, databaseNow, forgetDraft, insertRound, optionsOf, setOptions } from './statements.ts';

type Trx = Transaction<Database>;

/** Refuses where the area has switched off what the round would be about. */
export async function demandFeature(context: Pick<Context, 'language'>, db: Db, area: AreaRow, of: RoundOf): Promise<void> {
  const { features } = await settingsOf(db, area, context.language);
  if (!features.includes(of)) throw new Refusal('area.feature-off');
}

/** All of a round that a worker decides before it opens. */
export interface Plan {
  kind: RoundOf;
  opens_at: Date;
  closes_at: Date;
  ballot_type: 'approval' | 'budget';
  ballot_min: number | null;
  ballot_max: number | null;
  rule: 'most-votes' | 'equal-shares';
  completion: 'none' | 'add1';
  winners: number | null;
  budget: number | null;
  live: boolean;
  tie: string | null;
  cut_off: Date | null;
  electorate: number | null;
}

type Whole = Call<'rounds.post'>['body'];
type Body = { [K in keyof Whole]?: Whole[K] | undefined };

/** What a body says on top of a plan; what it does not name stays. */
function planned(body: Body, plan: Plan): Plan {
  const { ballot } = body;
  const date = (text: string | null | undefined, kept: Date | null) =>
    text === undefined ? kept : text === null ? null : new Date(text);
  return {
    kind: plan.kind,
    opens_at: date(body.opensAt, plan.opens_at) ?? plan.opens_at,
    closes_at: date(body.closesAt, plan.closes_at) ?? plan.closes_at,
    ballot_type: ballot?.type ?? plan.ballot_type,
    ballot_min: ballot === undefined ? plan.ballot_min : ballot.type === 'approval' ? ballot.min : null,
    ballot_max: ballot === undefined ? plan.ballot_max : ballot.type === 'approval' ? ballot.max : null,
    rule: body.rule ?? plan.rule,
    completion: body.completion ?? plan.completion,
    winners: body.winners === undefined ? plan.winners : body.winners,
    budget: body.budget === undefined ? plan.budget : body.budget,
    live: body.live ?? plan.live,
    tie: body.tie === undefined ? plan.tie : body.tie,
    cut_off: date(body.cutOff, plan.cut_off),
    electorate: body.electorate === undefined ? plan.electorate : body.electorate,
  };
}

const fault = (path: string, code: FieldFault['code'], params?: FieldFault['params']): FieldFault => ({
  path,
  code,
  ...(params && { params }),
});

/** What of a plan does not go together. */
export function faultsOf(plan: Plan, options: number, now: Date): FieldFault[] {
  const faults: FieldFault[] = [];
  if (plan.closes_at <= now) faults.push(fault('closesAt', 'past'));
  if (plan.closes_at <= plan.opens_at) faults.push(fault('closesAt', 'too-small', { min: plan.opens_at.toISOString() }));
  if (plan.cut_off && plan.cut_off > plan.closes_at)
    faults.push(fault('cutOff', 'too-late', { max: plan.closes_at.toISOString() }));
  if (plan.ballot_max !== null && plan.ballot_max > options) faults.push(fault('ballot.max', 'too-big', { max: options }));
  if (plan.ballot_max !== null && plan.ballot_min !== null && plan.ballot_min > plan.ballot_max)
    faults.push(fault('ballot.min', 'too-big', { max: plan.ballot_max }));
  return [...faults, ...moneyFaults(plan)];
}

function moneyFaults({ kind, ballot_type, rule, completion, winners, budget }: Plan): FieldFault[] {
  const faults: FieldFault[] = [];
  const shares = rule === 'equal-shares';
  // People cost nothing.
  if (kind === 'stars' && shares) faults.push(fault('rule', 'not-an-option'));
  if (kind === 'stars' && ballot_type === 'budget') faults.push(fault('ballot.type', 'not-an-option'));
  if (kind === 'stars' && budget !== null) faults.push(fault('budget', 'not-an-option'));
  if (kind === 'projects' && budget === null && (shares || ballot_type === 'budget')) faults.push(fault('budget', 'required'));
  if (shares && winners !== null) faults.push(fault('winners', 'not-an-option'));
  if (!shares && completion !== 'none') faults.push(fault('completion', 'not-an-option'));
  // Otherwise everybody would win.
  if (!shares && winners === null && (budget === null || kind === 'stars')) faults.push(fault('winners', 'required'));
  return faults;
}

const blank: Omit<Plan, 'kind' | 'opens_at' | 'closes_at'> = {
  ballot_type: 'approval',
  ballot_min: null,
  ballot_max: null,
  rule: 'most-votes',
  completion: 'none',
  winners: null,
  budget: null,
  live: false,
  tie: null,
  cut_off: null,
  electorate: null,
};

const distinct = (ids: readonly string[]) => [...new Set(ids.map((id) => id.toLowerCase()))];

export async function post(call: Call<'rounds.post'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  const area = areaOf(call);
  await demandFeature(call, db, area, body.of);
  const plan = planned(body, {
    ...blank,
    kind: body.of,
    opens_at: new Date(body.opensAt),
    closes_at: new Date(body.closesAt),
  });
  const options = distinct(body.options);
  await demandPlan(db, area, plan, options);
  const round = await insertRound(
    db,
    {
      ...plan,
      id: newId(ports),
      root_id: area.root_id,
      area_id: area.id,
      author_id: caller.id,
      status: 'draft',
      created_at: at,
      updated_at: at,
    },
    // It is read by everybody as soon as the round opens.
    forStrangers(body.title),
  );
  await setOptions(
    db,
    round.id,
    options.map((id) => ({ id, cost: null })),
  );
  await tell({ ports, db, at, actorId: caller.id }, 'round.drafted', round, { visibility: 'workers' });
  return round.id;
}

export async function edit(call: Call<'rounds.edit'>, db: Trx): Promise<string> {
  const { body } = call;
  const deed = await approach(call, db, 'rounds.edit');
  const { round, at } = deed;
  const plan = planned(body, { ...round, budget: round.budget === null ? null : Number(round.budget) });
  const kept = (await optionsOf(db, [round.id])).map(({ option_id }) => option_id);
  const options = body.options ? distinct(body.options) : kept;
  await demandPlan(db, await areaById(db, round.area_id), plan, options);
  if (body.options)
    await setOptions(
      db,
      round.id,
      options.map((id) => ({ id, cost: null })),
    );
  if (body.title !== undefined) await changeRoundWords(db, round.id, { title: forStrangers(body.title) });
  const now = await changeRound(db, round.id, { ...plan, updated_at: at });
  await tell(deed, 'round.edited', now, { visibility: 'workers', data: { fields: Object.keys(body) } });
  return round.id;
}

/** A draft that nobody wants any more. Answers when it went: there is nothing else to be said of it. */
export async function discard(call: Call<'rounds.discard'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'rounds.discard');
  await forgetDraft(db, deed.round.id);
  await tell(deed, 'round.discarded', deed.round, { visibility: 'workers' });
  return deed.at.toISOString();
}

/** @throws {Refusal} `request.invalid` where something does not go together, or may not stand in this round */
async function demandPlan(db: Db, area: AreaRow, plan: Plan, options: readonly string[]): Promise<void> {
  const faults = faultsOf(plan, options.length, await databaseNow(db));
  if (options.length < 2) faults.push(fault('options', 'too-small', { min: 2 }));
  const found = await sources[plan.kind].candidates(db, area.root_id, area, options);
  const known = new Set(found.map(({ id }) => id));
  for (const [place, id] of options.entries()) if (!known.has(id)) faults.push(fault(`options.${place}`, 'not-an-option'));
  if (faults.length > 0) throw new Refusal('request.invalid', { fields: faults });
}
