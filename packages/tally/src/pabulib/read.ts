import { type BallotFault, type BallotLimits, faultAmong } from '../ballot.ts';
import type { Ballot, Option } from '../election.ts';
import { type Decimal, readDecimal, scaled } from './decimal.ts';
import { PabulibError, type Position } from './error.ts';
import type { PbFile } from './file.ts';
import type { Cell, Row } from './rows.ts';
import { reader, sectionsOf, type Table, withoutPositions } from './sections.ts';

/** What a file says about an approval election. All amounts are in units of which `10 ** places` are one of its currency. */
export interface PbElection {
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
  readonly budget: bigint;
  readonly places: number;
  /** What a ballot had to keep to; every one does. */
  readonly limits: BallotLimits;
  /** `min_project_score_threshold`: with fewer votes, nothing wins. */
  readonly minVotes: number;
}

/**
 * Reads a Pabulib file with approval ballots (pabulib.org/format; Faliszewski et al., IJCAI 2023). Byte order mark, line
 * breaks of any system and blanks around values are passed over; unknown keys and columns are kept in `file`.
 * @throws {PabulibError} where it is broken, does not agree with itself, or has another kind of ballots.
 */
export function readPabulib(text: string): { file: PbFile; election: PbElection } {
  const { META, PROJECTS, VOTES } = sectionsOf(text);
  const meta = readMeta(META);
  readVoteType(meta);
  const projects = readProjects(PROJECTS);
  const decimals = {
    budget: meta.decimal('budget', true),
    minCost: meta.decimal('min_sum_cost'),
    maxCost: meta.decimal('max_sum_cost'),
  };
  const places = Math.max(...[...projects.map(({ cost }) => cost), ...Object.values(decimals)].map((one) => one?.places ?? 0));
  const options = projects.map(({ id, cost }) => ({ id, cost: scaled(cost, places) }));
  const [min, max] = [meta.whole('min_length'), meta.whole('max_length')];
  const limits: BallotLimits = {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(decimals.minCost && { minCost: scaled(decimals.minCost, places) }),
    ...(decimals.maxCost && { maxCost: scaled(decimals.maxCost, places) }),
    ...(meta.get('vote_type')?.text.toLowerCase() === 'choose-1' && { max: 1 }),
  };
  const ballots = readVotes(VOTES, options, limits);
  meta.agree('num_projects', options.length, 'PROJECTS');
  meta.agree('num_votes', ballots.length, 'VOTES');
  const file: PbFile = {
    meta: META.rows.map(({ cells: [key, value] }) => [key.text, value?.text ?? '']),
    projects: withoutPositions(PROJECTS),
    votes: withoutPositions(VOTES),
  };
  const election: PbElection = {
    options,
    ballots,
    budget: scaled(decimals.budget, places),
    places,
    limits,
    minVotes: meta.whole('min_project_score_threshold') ?? 0,
  };
  return { file, election };
}

const amount = 'an amount like 1200 or 1200.50';

function decimalIn(cell: Cell): Decimal {
  const decimal = readDecimal(cell.text);
  if (!decimal) throw new PabulibError('pabulib.value', cell, amount, cell.text);
  return decimal;
}

class Meta {
  private readonly values = new Map<string, Cell>();
  private readonly start: Position;

  constructor(start: Position) {
    this.start = start;
  }

  set(key: Cell, value: Cell): void {
    const name = key.text.toLowerCase();
    if (name === '') throw new PabulibError('pabulib.syntax', key, 'a key', '');
    if (this.values.has(name)) throw new PabulibError('pabulib.syntax', key, 'each key once', key.text);
    this.values.set(name, value);
  }

  get(key: string): Cell | undefined {
    return this.values.get(key);
  }

  decimal(key: string, required: true): Decimal;
  decimal(key: string): Decimal | undefined;
  decimal(key: string, required = false): Decimal | undefined {
    const cell = this.get(key);
    if (!cell && required) throw new PabulibError('pabulib.syntax', this.start, `a line "${key};…" in META`);
    return cell && (cell.text !== '' || required) ? decimalIn(cell) : undefined;
  }

  whole(key: string): number | undefined {
    const cell = this.get(key);
    if (!cell || cell.text === '') return undefined;
    const decimal = readDecimal(cell.text);
    if (!decimal || decimal.places > 0 || decimal.digits > BigInt(Number.MAX_SAFE_INTEGER))
      throw new PabulibError('pabulib.value', cell, 'a whole number', cell.text);
    return Number(decimal.digits);
  }

  agree(key: string, counted: number, section: string): void {
    const said = this.whole(key);
    const cell = this.get(key);
    if (cell && said !== undefined && said !== counted)
      throw new PabulibError('pabulib.count', cell, `${counted}, as there are in ${section}`, cell.text);
  }
}

function readMeta(table: Table): Meta {
  const [key, value, third] = table.columns;
  if (key?.text.toLowerCase() !== 'key' || value?.text.toLowerCase() !== 'value' || third)
    throw new PabulibError('pabulib.syntax', key ?? { line: 1, column: 1 }, 'the line key;value', key?.text);
  const meta = new Meta(key);
  for (const { cells } of table.rows) meta.set(cells[0], cells[1] ?? cells[0]);
  return meta;
}

function readVoteType(meta: Meta): void {
  const cell = meta.get('vote_type');
  const type = cell?.text.toLowerCase();
  if (!cell) throw new PabulibError('pabulib.syntax', { line: 1, column: 1 }, 'a line "vote_type;approval" in META');
  if (type === 'approval' || type === 'choose-1') return;
  const known = type === 'ordinal' || type === 'cumulative' || type === 'scoring';
  throw new PabulibError(
    known ? 'pabulib.vote-type' : 'pabulib.value',
    cell,
    known ? `approval or choose-1 (${type} ballots are not counted here)` : 'approval or choose-1',
    cell.text,
  );
}

function readProjects(table: Table): { id: string; cost: Decimal }[] {
  const [idOf, costOf] = [reader(table, 'PROJECTS', 'project_id'), reader(table, 'PROJECTS', 'cost')];
  const seen = new Set<string>();
  return table.rows.map((row) => {
    const cell = idOf(row);
    if (cell.text === '' || cell.text.includes(',') || cell.text !== cell.text.trim())
      throw new PabulibError('pabulib.value', cell, 'an id without a comma', cell.text);
    if (seen.has(cell.text)) throw new PabulibError('pabulib.id', cell, 'each project once', cell.text);
    seen.add(cell.text);
    return { id: cell.text, cost: decimalIn(costOf(row)) };
  });
}

function readVotes(table: Table, options: readonly Option[], limits: BallotLimits): Ballot[] {
  const [voterOf, voteOf] = [reader(table, 'VOTES', 'voter_id'), reader(table, 'VOTES', 'vote')];
  const costs = new Map(options.map(({ id, cost }) => [id, cost]));
  const seen = new Set<string>();
  return table.rows.map((row: Row) => {
    const voter = voterOf(row);
    if (voter.text === '') throw new PabulibError('pabulib.value', voter, 'the id of a voter', '');
    if (seen.has(voter.text)) throw new PabulibError('pabulib.id', voter, 'each voter once', voter.text);
    seen.add(voter.text);
    const vote = voteOf(row);
    const ballot = vote.text === '' ? [] : vote.text.split(',').map((id) => id.trim());
    const fault = faultAmong(costs, ballot, limits);
    if (fault) throw faulty(vote, ballot, fault);
    return ballot;
  });
}

function faulty(vote: Cell, ballot: readonly string[], fault: BallotFault): PabulibError {
  if ('id' in fault) {
    const repeated = fault.code === 'ballot.repeated-option';
    const place = repeated ? ballot.lastIndexOf(fault.id) : ballot.indexOf(fault.id);
    const expected = repeated ? 'each project once in a vote' : 'the id of a project';
    return new PabulibError('pabulib.id', placeIn(vote, place), expected, fault.id);
  }
  const bound = 'approved' in fault ? `${fault.limit} projects` : `what the projects of a vote may cost together`;
  const expected = {
    'ballot.too-few': `at least ${bound}, the min_length`,
    'ballot.too-many': `at most ${bound}, the max_length`,
    'ballot.too-cheap': `no less than ${bound}, the min_sum_cost`,
    'ballot.over-budget': `no more than ${bound}, the max_sum_cost`,
  }[fault.code];
  return new PabulibError('pabulib.ballot', vote, expected, vote.text);
}

/** Where one of the ids stands; in a quoted value, where the value does. */
function placeIn({ text, quoted, line, column }: Cell, place: number): Position {
  if (quoted) return { line, column };
  const before = text.split(',').slice(0, place).join(',');
  const rest = text.slice(before.length + (place > 0 ? 1 : 0));
  return { line, column: column + text.length - rest.trimStart().length };
}
