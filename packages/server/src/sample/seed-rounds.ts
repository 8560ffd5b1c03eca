import { sortedChoices } from '@five-micro/tally/record';
import { newId } from '../ids.ts';
import { award } from '../points/award.ts';
import { castOnPaper, keyOf } from '../rounds/ballot-statements.ts';
import { placeOf } from '../rounds/casting.ts';
import { conclude } from '../rounds/closing.ts';
import { tell } from '../rounds/deed.ts';
import { openKeys, type RoundKeys } from '../rounds/keys.ts';
import { begin } from '../rounds/opening.ts';
import { insertPaper } from '../rounds/paper-statements.ts';
import { insertRound, lockRound, type RoundRecord, setOptions } from '../rounds/statements.ts';
import { type Hands, hour } from './seed-hands.ts';
import { known, type Telling } from './seed-people.ts';
import type { SampleRound } from './types.ts';

/** What is voted on, by the sample's keys: known as it is told. */
type Options = Record<SampleRound['of'], ReadonlyMap<string, string>>;

/** One round on its way into the database. */
interface Setting {
  hands: Hands;
  round: SampleRound;
  options: Options;
  id: string;
  opens: Date;
  closes: Date;
  /** From its opening to its close. */
  keys: RoundKeys | null;
}

/**
 * Opens and closes rounds by the server's own acts as of the time when it was, with ballots of people who live there:
 * their records count again, and receipts and turnout agree with them.
 */
export function seedRounds(hands: Hands, options: Options): Telling[] {
  return hands.sample.rounds.flatMap((round) => {
    const { now } = hands.around;
    const opens = opensOf(round, now);
    const closes = closeOf(round, now);
    const made = round.draftedHoursAgo === undefined ? opens.getTime() - hour : now - round.draftedHoursAgo * hour;
    const id = newId({ clock: () => new Date(made), random: hands.ports.random });
    return stepsOf({ hands, round, options, id, opens, closes, keys: null });
  });
}

/** That hour in Shanghai, on the day of this moment. */
function atHour(moment: number, ofDay: number): Date {
  const midnight = Math.floor((moment + 8 * hour) / (24 * hour)) * 24 * hour - 8 * hour;
  return new Date(midnight + ofDay * hour);
}

/** What is still to come opens in the morning and closes in the evening. */
const opensOf = ({ openedHoursAgo }: SampleRound, now: number): Date =>
  openedHoursAgo < 0 ? atHour(now - openedHoursAgo * hour, 9) : new Date(now - openedHoursAgo * hour);
const closeOf = ({ closesInHours }: SampleRound, now: number): Date =>
  closesInHours < 0 ? new Date(now + closesInHours * hour) : atHour(now + closesInHours * hour, 18);

function stepsOf(setting: Setting): Telling[] {
  const { round, opens, closes, hands } = setting;
  const votes = round.votes.flatMap(({ choices, by, onPaper = [] }) => [
    ...by.map((sub) => ({ sub, choices, paper: false })),
    ...onPaper.map((sub) => ({ sub, choices, paper: true })),
  ]);
  const { now } = hands.around;
  const { draftedHoursAgo, unconfirmed = [] } = round;
  if (draftedHoursAgo !== undefined) {
    const at = new Date(now - draftedHoursAgo * hour);
    return [{ at, tell: () => draft(setting, at) }];
  }
  const until = Math.min(closes.getTime(), now);
  const each = (until - opens.getTime()) / (votes.length + 1);
  const before = new Date(opens.getTime() - hour);
  return [
    { at: before, tell: () => draft(setting, before) },
    { at: opens, tell: () => open(setting) },
    // Neighbours who chose the same did not come one after the other.
    ...shuffled(votes).map((vote, turn): Telling => {
      const at = new Date(opens.getTime() + (turn + 1) * each);
      return { at, tell: () => cast(setting, vote, at) };
    }),
    ...unconfirmed.map((one): Telling => {
      const at = new Date(now - one.hoursAgo * hour);
      return { at, tell: () => enter(setting, one, at) };
    }),
    ...(round.closesInHours < 0 ? [{ at: closes, tell: () => close(setting) }] : []),
  ];
}

/** Always the same: a step that has no factor in common with how many there are meets each once. */
function shuffled<T>(items: readonly T[]): T[] {
  const step = [13, 11, 7, 5, 3].find((one) => items.length % one !== 0) ?? 1;
  return items.map((_, turn) => items[(turn * step) % items.length]).filter((item) => item !== undefined);
}

async function draft({ hands, round, options, id, opens, closes }: Setting, at: Date): Promise<void> {
  const { db, ports } = hands;
  const area = known(hands.around.places.areas, round.area);
  const actorId = hands.caller(round.author).id;
  const { budget, rule, winners = null, completion = 'none' } = round;
  const made = await insertRound(
    db,
    {
      id,
      root_id: area.root_id,
      area_id: area.id,
      author_id: actorId,
      kind: round.of,
      status: 'draft',
      opens_at: opens,
      closes_at: closes,
      ballot_type: 'approval',
      ballot_min: 1,
      ballot_max: round.most,
      rule,
      completion,
      winners,
      budget: budget === undefined ? null : budget * 100,
      live: false,
      tie: round.tie ?? null,
      cut_off: null,
      electorate: null,
      created_at: at,
      updated_at: at,
    },
    round.title,
  );
  const ids = round.options.map((key) => ({ id: known(options[round.of], key), cost: null }));
  await setOptions(db, id, ids);
  await tell({ ports, db, at, actorId }, 'round.drafted', made, { visibility: 'workers' });
}

/** The round, held, as it was at a time: the database's clock says what time it is now. */
async function held({ hands, id }: Setting, now: Date): Promise<RoundRecord> {
  const round = await lockRound(hands.db, id);
  if (!round) throw new Error('A round of the sample is gone.');
  return { ...round, now };
}

async function open(setting: Setting): Promise<void> {
  const { hands, round, id, opens } = setting;
  const { db, ports } = hands;
  await begin({ ports, db, at: opens, actorId: hands.caller(round.author).id }, await held(setting, opens));
  const sealed = await keyOf(db, id);
  setting.keys = sealed ? await openKeys(ports.secrets, sealed) : null;
}

/** Time closes it. */
async function close(setting: Setting): Promise<void> {
  const { db, ports } = setting.hands;
  const at = setting.closes;
  await conclude({ ports, db, at, actorId: null }, await held(setting, new Date(at.getTime() + 1)));
  setting.keys = null;
}

/** A paper ballot that waits for the other worker. */
async function enter(setting: Setting, waiting: NonNullable<SampleRound['unconfirmed']>[number], at: Date): Promise<void> {
  const { hands, round, options, id, keys } = setting;
  const { db, ports, around } = hands;
  if (!keys) throw new Error('A round of the sample takes no paper.');
  const choices = sortedChoices(waiting.choices.map((key) => known(options[round.of], key)));
  await insertPaper(db, {
    id: newId({ clock: () => at, random: ports.random }),
    round_id: id,
    member_id: known(around.people, waiting.voter),
    entered_by: known(around.people, waiting.by),
    state: 'entered',
    choices: await keys.seal(choices, ports.random),
    entered_at: at,
  });
}

/** A ballot as it would have been cast then: `cast_ballot()` itself asks what time it is now. */
async function cast(setting: Setting, vote: { sub: string; choices: readonly string[]; paper: boolean }, at: Date) {
  const { hands, round, options, id, keys } = setting;
  const { db, ports, around } = hands;
  if (!keys) throw new Error('A round of the sample takes no ballots.');
  const memberId = known(around.people, vote.sub);
  const place = await placeOf(keys, id, memberId);
  const choices = sortedChoices(vote.choices.map((key) => known(options[round.of], key)));
  if (!(await castOnPaper(db, { ...place, roundId: id, memberId, choices })))
    throw new Error(`In the sample "${vote.sub}" votes twice in "${round.key}".`);
  const [enteredBy, confirmedBy] = (round.paperBy ?? []).map((sub) => known(around.people, sub));
  if (vote.paper && enteredBy !== undefined && confirmedBy !== undefined) {
    const entered_at = new Date(at.getTime() - hour / 4);
    const papers = { id: newId({ clock: () => entered_at, random: ports.random }), round_id: id, member_id: memberId };
    const checked = { entered_by: enteredBy, confirmed_by: confirmedBy, entered_at, ended_at: at };
    await insertPaper(db, { ...papers, ...checked, state: 'confirmed', choices: null });
  } else {
    await db
      .updateTable('turnout')
      .set({ origin: 'screen', revision: 1 })
      .where('round_id', '=', id)
      .where('member_id', '=', memberId)
      .execute();
    await db.updateTable('ballot').set({ revision: 1 }).where('round_id', '=', id).where('slot', '=', place.slot).execute();
  }
  const actorId = vote.paper ? (confirmedBy ?? memberId) : memberId;
  const area = known(around.places.areas, round.area);
  const source = `vote:${id}:${memberId}`;
  await award(db, { memberId, organisationId: null, area, rule: 'vote', source, at, actorId });
  const now = { id, root_id: area.root_id, area_id: area.id, status: 'open' as const, kind: round.of };
  await tell({ ports, db, at, actorId }, 'round.voted', now, {
    visibility: 'parties',
    ...(vote.paper && { onBehalfOf: memberId, notify: [memberId] }),
  });
}
