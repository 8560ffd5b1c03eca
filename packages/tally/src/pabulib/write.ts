import type { Ballot, Option } from '../election.ts';
import { writeDecimal } from './decimal.ts';
import { PabulibError } from './error.ts';
import { type PbFile, type PbTable, sections } from './file.ts';

const isSection = (text: string): boolean => sections.some((section) => section === text.toUpperCase());

const row = (values: readonly string[]): string => {
  const cells = values.map((text, place) => {
    const plain = !/[;"\r\n]/.test(text) && text === text.trim() && !(place === 0 && isSection(text));
    return plain ? text : `"${text.replaceAll('"', '""')}"`;
  });
  return `${cells.join(';')}\n`;
};

const table = ({ columns, rows }: PbTable): string => [columns, ...rows].map(row).join('');

/** The text of a `.pb` file, in UTF-8 without a byte order mark, with line feeds. */
export const writePabulib = ({ meta, projects, votes }: PbFile): string =>
  `META\n${row(['key', 'value'])}${meta.map(row).join('')}PROJECTS\n${table(projects)}VOTES\n${table(votes)}`;

export interface PbContents {
  /** Besides what follows from the rest; the format wants description, country, unit, instance, rule, date_begin, date_end. */
  readonly meta: Readonly<Record<string, string>>;
  readonly budget: bigint;
  /** Digits behind the point: 2, as there are 100 fen to the yuan. */
  readonly places?: number;
  /** `more`: further columns by name, such as `name` or `selected`; what one lacks is empty. */
  readonly projects: readonly (Option & { readonly more?: Readonly<Record<string, string>> })[];
  readonly votes: readonly {
    readonly voter: string;
    readonly ballot: Ballot;
    readonly more?: Readonly<Record<string, string>>;
  }[];
}

/** The keys of META in the order in which the format names them; the others follow. */
const metaOrder = [
  ...['description', 'country', 'unit', 'subunit', 'instance', 'num_projects', 'num_votes', 'budget', 'vote_type', 'rule'],
  ...['date_begin', 'date_end', 'min_length', 'max_length', 'min_sum_cost', 'max_sum_cost'],
];

/** An approval election as a file: counts and vote_type are filled in, costs are written in the currency. */
export function pabulibFile({ meta, budget, places = 2, projects, votes }: PbContents): PbFile {
  const money = (amount: bigint) => writeDecimal(amount, places);
  const all: Record<string, string> = {
    vote_type: 'approval',
    ...meta,
    num_projects: `${projects.length}`,
    num_votes: `${votes.length}`,
    budget: money(budget),
  };
  const keys = [...metaOrder.filter((key) => key in all), ...Object.keys(all).filter((key) => !metaOrder.includes(key))];
  for (const { id } of projects)
    if (id.includes(',')) throw new PabulibError('pabulib.id', { line: 1, column: 1 }, 'an id without a comma', id);
  return {
    meta: keys.map((key) => [key, all[key] ?? '']),
    projects: tableOf(
      ['project_id', 'cost'],
      projects.map(({ id, cost, more }) => ({ own: [id, money(cost)], more })),
    ),
    votes: tableOf(
      ['voter_id', 'vote'],
      votes.map(({ voter, ballot, more }) => ({ own: [voter, ballot.join(',')], more })),
    ),
  };
}

function tableOf(own: string[], rows: { own: string[]; more: Readonly<Record<string, string>> | undefined }[]): PbTable {
  const more = [...new Set(rows.flatMap((one) => Object.keys(one.more ?? {})))];
  return { columns: [...own, ...more], rows: rows.map((one) => [...one.own, ...more.map((name) => one.more?.[name] ?? '')]) };
}
