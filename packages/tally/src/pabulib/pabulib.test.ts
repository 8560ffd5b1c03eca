import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, scaled, writeDecimal } from './decimal.ts';
import { PabulibError } from './error.ts';
import type { PbFile } from './file.ts';
import { readPabulib } from './read.ts';
import { pabulibFile, writePabulib } from './write.ts';

const plain = `META
key;value
description;Municipal PB in Wieliczka
num_projects;3
num_votes;4
budget;2500
vote_type;approval
rule;greedy
min_length;1
max_length;3
colour;green
PROJECTS
project_id;cost;category
1;600;culture, education
2;800;sport
4;1400;"culture; ""late"""
VOTES
voter_id;age;sex;vote
1;34;f;1,2,4
2;51;m;1,2
3;23;m;2,4
4;19;f;4
`;

/** The file with one line in place of another, and what reading it says. */
function refused(text: string): PabulibError {
  try {
    readPabulib(text);
  } catch (error) {
    if (error instanceof PabulibError) return error;
    throw error;
  }
  throw new Error('It was read without complaint.');
}
const changed = (line: string, instead: string) => {
  expect(plain).toContain(`${line}\n`);
  return plain.replace(`${line}\n`, instead === '' ? '' : `${instead}\n`);
};
const refusedWith = (line: string, instead: string) => {
  const { code, message } = refused(changed(line, instead));
  return [code, message];
};

describe('reading a Pabulib file', () => {
  it('has its options, ballots and budget, and keeps keys and columns that it does not know', () => {
    const { file, election } = readPabulib(plain);
    expect(election).toEqual({
      options: [
        { id: '1', cost: 600n },
        { id: '2', cost: 800n },
        { id: '4', cost: 1400n },
      ],
      ballots: [['1', '2', '4'], ['1', '2'], ['2', '4'], ['4']],
      budget: 2500n,
      places: 0,
      limits: { min: 1, max: 3 },
      minVotes: 0,
    });
    expect(file.meta.at(-1)).toEqual(['colour', 'green']);
    expect(file.projects.rows.at(-1)).toEqual(['4', '1400', 'culture; "late"']);
    expect(writePabulib(file)).toBe(plain);
  });

  it('passes over a byte order mark, line breaks of other systems, blanks, empty lines and what spreadsheets append', () => {
    const { file, election } = readPabulib(plain);
    const others = [
      `\uFEFF${plain.replaceAll('\n', '\r\n')}`,
      plain.replaceAll('\n', '\r'),
      plain.replaceAll(/;(?! )/g, ' ; '),
      plain.replaceAll('\n', '\n\n;;\n'),
      plain.replaceAll(/^(META|PROJECTS|VOTES|\d.*|key.*|num_.*)$/gm, '$1;;'),
      plain.replace('META', 'meta').replace('PROJECTS', 'Projects').trimEnd(),
    ];
    for (const other of others) expect(readPabulib(other)).toEqual({ file, election });
  });

  it('reads decimals exactly, in the smallest unit that any amount of the file needs', () => {
    const text = changed('2;800;sport', '2;800.125;sport').replace('budget;2500', 'budget;2.5e+03\nmin_sum_cost;0.10');
    const { election } = readPabulib(text);
    expect(election).toMatchObject({ places: 3, budget: 2_500_000n, limits: { minCost: 100n } });
    expect(election.options.map(({ cost }) => cost)).toEqual([600_000n, 800_125n, 1_400_000n]);
    expect(readPabulib(changed('budget;2500', 'budget;2500.00')).election.places).toBe(0);
  });

  it('takes ballots of one choice, knapsack ballots and empty ones', () => {
    const one = plain.replace('vote_type;approval', 'vote_type;choose-1').replace(/\d,.*$/gm, '4');
    expect(readPabulib(one).election.limits.max).toBe(1);
    expect(readPabulib(changed('max_length;3', 'max_sum_cost;2800')).election.limits).toEqual({ min: 1, maxCost: 2800n });
    const empty = changed('4;19;f;4', '4;19;f;').replace('min_length;1\n', '');
    expect(readPabulib(empty).election.ballots.at(-1)).toEqual([]);
    expect(readPabulib(changed('colour;green', 'min_project_score_threshold;3')).election.minVotes).toBe(3);
  });

  it.each(['ordinal', 'cumulative', 'scoring'])('refuses %s ballots by their name', (type) => {
    expect(refusedWith('vote_type;approval', `vote_type;${type}`)).toEqual([
      'pabulib.vote-type',
      `line 7, column 11: expected approval or choose-1 (${type} ballots are not counted here), found "${type}"`,
    ]);
  });

  it('says in which line and column of a broken file what was expected', () => {
    expect(refusedWith('budget;2500', 'budget;2.500,00')).toEqual([
      'pabulib.value',
      'line 6, column 8: expected an amount like 1200 or 1200.50, found "2.500,00"',
    ]);
    expect(refusedWith('2;800;sport', '2;-800;sport')[1]).toContain('line 15, column 3: expected an amount');
    expect(refusedWith('budget;2500', '')[1]).toBe('line 2, column 1: expected a line "budget;…" in META');
    expect(refusedWith('vote_type;approval', '')[1]).toContain('expected a line "vote_type;approval" in META');
    expect(refusedWith('2;800;sport', '1;800;sport')).toEqual([
      'pabulib.id',
      'line 15, column 1: expected each project once, found "1"',
    ]);
    expect(refusedWith('2;51;m;1,2', '1;51;m;1,2')[1]).toBe('line 20, column 1: expected each voter once, found "1"');
    expect(refusedWith('1;34;f;1,2,4', '1;34;f;1, 3,4')).toEqual([
      'pabulib.id',
      'line 19, column 11: expected the id of a project, found "3"',
    ]);
    expect(refusedWith('1;34;f;1,2,4', '1;34;f;1,2,1')[1]).toBe(
      'line 19, column 12: expected each project once in a vote, found "1"',
    );
    expect(refusedWith('1;34;f;1,2,4', '1;34;f;1,,4')[1]).toBe('line 19, column 10: expected the id of a project, found nothing');
    expect(refusedWith('num_votes;4', 'num_votes;5')).toEqual([
      'pabulib.count',
      'line 5, column 11: expected 4, as there are in VOTES, found "5"',
    ]);
    expect(refusedWith('num_votes;4', 'num_votes;3')[0]).toBe('pabulib.count');
    expect(refusedWith('num_projects;3', 'num_projects;2')[0]).toBe('pabulib.count');
    expect(refusedWith('num_votes;4', 'num_votes;4.5')[1]).toContain('line 5, column 11: expected a whole number');
    expect(refusedWith('max_length;3', 'max_length;2')).toEqual([
      'pabulib.ballot',
      'line 19, column 8: expected at most 2 projects, the max_length, found "1,2,4"',
    ]);
    expect(refusedWith('max_length;3', 'max_sum_cost;2799')[1]).toContain('the max_sum_cost, found "1,2,4"');
  });

  it('says where quotes, rows, columns or sections are broken', () => {
    expect(refusedWith('4;19;f;4', '4;19;f;"4')[1]).toBe('line 22, column 8: expected a closing double quote for the one here');
    expect(refusedWith('2;800;sport', '2;800;"sport" hall')[1]).toContain('line 15, column 15: expected a semicolon or the end');
    expect(refusedWith('2;800;sport', '2;800')[1]).toBe(
      'line 15, column 6: expected a semicolon and a value for "category", found nothing',
    );
    expect(refusedWith('2;800;sport', '2;800;sport;x')[1]).toContain('line 15, column 13: expected the end of the line after 3');
    expect(refusedWith('voter_id;age;sex;vote', 'voter_id;age;Age;vote')[1]).toContain(
      'line 18, column 14: expected each column once',
    );
    expect(refusedWith('voter_id;age;sex;vote', 'voter_id;age;sex;votes')[1]).toContain('expected a column "vote" in VOTES');
    expect(refusedWith('colour;green', 'budget;3')[1]).toBe('line 11, column 1: expected each key once, found "budget"');
    expect(refusedWith('key;value', '')[1]).toBe('line 2, column 1: expected the line key;value, found "description"');
    expect(refusedWith('PROJECTS', 'VOTES')[1]).toBe('line 12, column 1: expected PROJECTS, found "VOTES"');
    expect(refusedWith('META', 'key')[1]).toBe('line 1, column 1: expected META, found "key"');
    expect(refused('').message).toBe('line 1, column 1: expected the section META, found nothing');
    expect(refused(plain.slice(0, plain.indexOf('VOTES'))).message).toContain('expected the section VOTES');
    // Line breaks inside quotes are lines too.
    const over = changed('2;800;sport', '2;800;"sport\r\nand\nplay"').replace('1;34;f;1,2,4', '1;34;f;9');
    expect(refused(over)).toMatchObject({ line: 21, column: 8 });
  });
});

describe('writing a Pabulib file', () => {
  it('fills in what follows from the election and writes fen as yuan', () => {
    const file = pabulibFile({
      meta: { rule: 'equalshares/add1', description: '怡康社区微实事', source: 'five-micro' },
      budget: 5_000_000n,
      projects: [
        { id: 'a', cost: 1_234_50n, more: { name: '加装；扶手;坡道', selected: '1' } },
        { id: 'b', cost: 1n },
      ],
      votes: [
        { voter: '1', ballot: ['b', 'a'] },
        { voter: '2', ballot: [], more: { voting_method: 'paper' } },
      ],
    });
    expect(writePabulib(file)).toBe(`META
key;value
description;怡康社区微实事
num_projects;2
num_votes;2
budget;50000
vote_type;approval
rule;equalshares/add1
source;five-micro
PROJECTS
project_id;cost;name;selected
a;1234.5;"加装；扶手;坡道";1
b;0.01;;
VOTES
voter_id;vote;voting_method
1;b,a;
2;;paper
`);
    const { election } = readPabulib(writePabulib(file));
    expect(election).toMatchObject({ places: 2, budget: 5_000_000n, ballots: [['b', 'a'], []] });
    expect(election.options.map(({ cost }) => cost)).toEqual([123_450n, 1n]);
  });

  it('refuses an id that no list of a vote could hold', () => {
    const write = () => pabulibFile({ meta: {}, budget: 1n, projects: [{ id: 'a,b', cost: 1n }], votes: [] });
    expect(write).toThrow(PabulibError);
  });

  it('comes back as it was, whatever its values hold', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(';', '"', '\n', '\r', ' ', ',', 'a', '微', '\uFEFF', '\u00A0'), maxLength: 6 }),
      fc.constantFrom('META', 'projects', 'VOTES', ''),
    );
    const id = fc.stringMatching(/^[a-zA-Z0-9_;"微]{1,4}$/);
    const arbitrary = fc
      .record({
        more: fc.uniqueArray(value, { maxLength: 3, selector: (key) => key.toLowerCase() }),
        projects: fc.uniqueArray(fc.tuple(id, fc.bigInt(0n, 10n ** 20n), fc.nat(9), value), {
          selector: ([name]) => name,
          maxLength: 5,
        }),
        votes: fc.uniqueArray(fc.tuple(value, fc.nat(31), value), { selector: ([name]) => name, maxLength: 5 }),
      })
      .map(({ more, projects, votes }): PbFile => {
        const own = new Set([
          'budget',
          'vote_type',
          ...['num_projects', 'num_votes', 'min_length', 'max_length', 'min_sum_cost'],
        ]);
        return {
          meta: [
            ['budget', '12.5'],
            ['vote_type', 'approval'],
            ...more.filter((key) => key !== '' && !own.has(key.toLowerCase())).map((key) => [key, key] as const),
          ],
          projects: {
            columns: ['name', 'cost', 'project_id'],
            rows: projects.map(([name, cost, places, text]) => [text, writeDecimal(cost, places), name]),
          },
          votes: {
            columns: ['voter_id', 'vote', 'Sex'],
            rows: votes
              .filter(([voter]) => voter !== '')
              .map(([voter, bits, text]) => {
                const ballot = projects.filter((_, place) => (bits >> place) % 2 === 1).map(([name]) => name);
                return [voter, ballot.join(','), text];
              }),
          },
        };
      });
    fc.assert(
      fc.property(arbitrary, (file) => {
        const text = writePabulib(file);
        expect(readPabulib(text).file).toEqual(file);
        expect(readPabulib(`\uFEFF${text}`).file).toEqual(file);
      }),
      { numRuns: 500 },
    );
  });

  it('writes and reads amounts of any size exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 30n), fc.nat(12), (amount, places) => {
        const text = writeDecimal(amount, places);
        expect(text).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
        const decimal = readDecimal(text);
        expect(decimal && scaled(decimal, places)).toBe(amount);
      }),
    );
  });
});
