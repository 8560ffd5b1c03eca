import { TallyError } from './errors.ts';

/** What can be approved: a project with its cost, or a nominated member, who costs 0. */
export interface Option {
  readonly id: string;
  /** In the smallest unit of the money, as fen; never negative. */
  readonly cost: bigint;
}

/** The ids that one voter approved. Their order says nothing. */
export type Ballot = readonly string[];

export interface Election {
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
  /** All ids of the options: where nothing else decides between two, the one that stands earlier goes first. See `drawn`. */
  readonly draw: readonly string[];
}

/** Voters who approved exactly the same are counted as one, many times. */
export interface Group {
  readonly weight: number;
  /** Places of the options, ascending. */
  readonly approves: readonly number[];
  /** Places of the ballots, ascending. */
  readonly ballots: readonly number[];
}

/** An election by places instead of ids: everything that all rules need. */
export interface Counted {
  readonly options: readonly Option[];
  readonly voters: number;
  readonly groups: readonly Group[];
  /** For each option its votes. */
  readonly votes: readonly number[];
  /** For each option its place in the draw. */
  readonly drawn: readonly number[];
}

/** @throws {TallyError} where the election breaks its own terms. */
export function count({ options, ballots, draw }: Election): Counted {
  const places = new Map<string, number>();
  for (const [place, { id, cost }] of options.entries()) {
    if (places.has(id)) throw new TallyError('option.repeated', `Two options have the id "${id}".`, id);
    if (cost < 0n) throw new TallyError('option.cost', `"${id}" has a negative cost.`, id);
    places.set(id, place);
  }
  const groups = groupBallots(ballots, places);
  const votes = options.map(() => 0);
  for (const { approves, weight } of groups) for (const place of approves) votes[place] = (votes[place] ?? 0) + weight;
  return { options, voters: ballots.length, groups, votes, drawn: placesInDraw(draw, places) };
}

function groupBallots(ballots: readonly Ballot[], places: ReadonlyMap<string, number>): Group[] {
  const groups = new Map<string, { approves: number[]; ballots: number[] }>();
  for (const [index, ballot] of ballots.entries()) {
    const approves = ballot.map((id) => {
      const place = places.get(id);
      if (place === undefined)
        throw new TallyError('ballot.unknown-option', `Ballot ${index} approves "${id}", which is no option.`, index);
      return place;
    });
    approves.sort((a, b) => a - b);
    if (approves.some((place, at) => place === approves[at - 1]))
      throw new TallyError('ballot.repeated-option', `Ballot ${index} approves something twice.`, index);
    const key = approves.join();
    const group = groups.get(key);
    if (group) group.ballots.push(index);
    else groups.set(key, { approves, ballots: [index] });
  }
  return [...groups.values()].map((group) => ({ ...group, weight: group.ballots.length }));
}

function placesInDraw(draw: readonly string[], places: ReadonlyMap<string, number>): number[] {
  const drawn = new Map(draw.map((id, at) => [id, at]));
  if (draw.length !== places.size || drawn.size !== places.size)
    throw new TallyError('draw.invalid', 'The draw must name every option once.');
  return [...places.keys()].map((id) => {
    const at = drawn.get(id);
    if (at === undefined) throw new TallyError('draw.invalid', `The draw does not name "${id}".`, id);
    return at;
  });
}

/** For each option its place when all were tied: lower cost first, then more votes, then the draw. */
export function tieOrder({ options, votes, drawn }: Counted): number[] {
  const order = options.map(({ cost }, place) => ({ place, cost, votes: votes[place] ?? 0, drawn: drawn[place] ?? 0 }));
  order.sort((a, b) => (a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : b.votes - a.votes || a.drawn - b.drawn));
  const ranks = order.map(() => 0);
  for (const [rank, { place }] of order.entries()) ranks[place] = rank;
  return ranks;
}
