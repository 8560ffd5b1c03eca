import type { OptionTold, Round, RoundOption } from '@five-micro/contract';
import { frozenTitles, type Opening } from '@five-micro/tally/record';
import { nameOf } from '../areas/statements.ts';
import { Refusal } from '../http/problem.ts';
import type { Db } from '../ports.ts';
import { sources } from './deed.ts';
import { roundsFor } from './electorate.ts';
import { canOf, isVisible, relationsIn } from './lifecycle.ts';
import type { Asking } from './sources.ts';
import { type OptionRow, optionsOf, type RoundRecord, turnoutsOf, votedBy } from './statements.ts';

/**
 * Rounds as the caller may see them; what belongs to them is read once for all. In lists they come without their
 * options, as a contest has hundreds; `whole` are the ids of those that come with them.
 */
export async function showRounds(
  asking: Asking,
  db: Db,
  rounds: readonly RoundRecord[],
  { whole }: { whole: readonly string[] },
): Promise<Round[]> {
  const { caller } = asking;
  const ids = rounds.map(({ id }) => id);
  const turnouts = await turnoutsOf(db, rounds);
  const voted = caller.kind === 'member' ? await votedBy(db, ids, caller.id) : [];
  const eligible = caller.kind === 'member' ? await roundsFor(db, caller, ids) : new Set(ids);
  const offered = whole.length > 0 ? await optionsOf(db, whole) : [];
  return Promise.all(
    rounds.map(async (round) => {
      const own = voted.find(({ round_id }) => round_id === round.id);
      return {
        ...factsShown(asking, round),
        turnout: turnouts.get(round.id) ?? { ballots: 0, paper: 0 },
        options: await showOptions(
          asking,
          db,
          round,
          offered.filter(({ round_id }) => round_id === round.id),
        ),
        mine:
          caller.kind === 'visitor'
            ? null
            : { voted: own !== undefined, revision: own?.revision ?? 0, eligible: eligible.has(round.id) },
        can: canOf(caller, round, eligible.has(round.id)),
      };
    }),
  );
}

/** One round where it may be seen. @throws {Refusal} `round.unknown` */
export async function showVisible(asking: Asking, db: Db, round: RoundRecord | undefined): Promise<Round> {
  if (!round || !isVisible(round, relationsIn(asking.caller, round))) throw new Refusal('round.unknown');
  const [shown] = await showRounds(asking, db, [round], { whole: [round.id] });
  if (!shown) throw new Refusal('round.unknown');
  return shown;
}

function factsShown({ language }: Asking, round: RoundRecord): Omit<Round, 'turnout' | 'options' | 'mine' | 'can'> {
  return {
    id: round.id,
    area: round.area_slug,
    areaName: nameOf({ name: round.area_name, name_en: round.area_name_en }, language),
    title: round.title,
    of: round.kind,
    status: round.status,
    opensAt: round.opens_at.toISOString(),
    closesAt: round.closes_at.toISOString(),
    closedAt: round.closed_at?.toISOString() ?? null,
    reason: round.reason,
    ballot: {
      type: round.ballot_type,
      ...(round.ballot_min !== null && { min: round.ballot_min }),
      ...(round.ballot_max !== null && { max: round.ballot_max }),
    },
    rule: round.rule,
    completion: round.completion,
    winners: round.winners,
    budget: round.budget === null ? null : Number(round.budget),
    live: round.live,
    tie: round.status === 'draft' ? null : round.tie,
    cutOff: (round.cut_off ?? round.closes_at).toISOString(),
    electorate: round.electorate,
    openingDigest: round.opening_digest,
    closingDigest: round.closing_digest,
    createdAt: round.created_at.toISOString(),
    updatedAt: round.updated_at.toISOString(),
  };
}

/**
 * Costs and titles as they were frozen, whatever is known of the thing itself today, but for titles that a worker has put
 * away or reworded since. What is gone for good keeps its place.
 */
async function showOptions(asking: Asking, db: Db, round: RoundRecord, rows: readonly OptionRow[]): Promise<RoundOption[]> {
  if (rows.length === 0) return [];
  const shown = await sources[round.kind].show(
    asking,
    db,
    rows.map(({ option_id }) => option_id),
  );
  const titles = await titlesShown(asking, db, round);
  return rows.map(({ option_id: id, cost }) => {
    const title = titles[id];
    const known = shown.get(id) ?? { id, title: '', words: '', cost: null, place: null, starTitle: null, photos: [] };
    return round.status === 'draft' ? known : { ...known, cost, ...(title !== undefined && { title }) };
  });
}

/** What was voted on is called what it was called then, as far as anybody may still read that. */
export async function titlesShown(
  asking: Pick<Asking, 'language'>,
  db: Db,
  { kind, opening }: Pick<RoundRecord, 'kind' | 'opening'>,
): Promise<Record<string, string>> {
  if (opening === null) return {};
  const frozen: Opening = JSON.parse(opening);
  return sources[kind].frozen(asking, db, frozenTitles(frozen));
}

/** One of them with its whole story. @throws {Refusal} `round.unknown` where the round offers nothing of that id */
export async function showOption(asking: Asking, db: Db, round: RoundRecord, id: string): Promise<OptionTold> {
  const row = (await optionsOf(db, [round.id])).find(({ option_id }) => option_id === id);
  const [shown] = await showOptions(asking, db, round, row ? [row] : []);
  if (!shown) throw new Refusal('round.unknown');
  return { ...shown, story: await sources[round.kind].story(asking, db, id) };
}
