import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../testing/server-process.ts';

// The second example of equalshares.net, with a twelfth voter who wants two projects that only a draw tells apart.
const rows = [
  ...['path,gym', 'path,gym,park', 'path,gym', 'path,gym,park', 'path,gym,park', 'path,gym'],
  ...['park,playground,library', 'playground', 'playground,library', 'park,playground,library', 'gym', 'east,west'],
];
const text = `META
key;value
description;equalshares.net
num_projects;7
num_votes;12
budget;1200.00
vote_type;approval
rule;unknown
PROJECTS
project_id;cost
path;700
gym;400
park;250
playground;200
library;100
west;80.5
east;80.5
VOTES
voter_id;vote
${rows.map((vote, voter) => `${voter};${vote}`).join('\n')}
`;

describe('five-micro tally', () => {
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-'));
  const file = join(folder, 'election.pb');
  writeFileSync(file, text);
  const tally = (...more: string[]) => run('tally', file, ...more);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints the winners as they are chosen, then what they cost', async () => {
    expect(await tally('--rule', 'equal-shares', '--completion', 'none')).toEqual({
      code: 0,
      stdout: 'gym\npark\nplayground\neast\ncost 930.5 of 1200, 4 projects\n',
      stderr: '',
    });
    expect((await tally('--rule', 'greedy')).stdout).toBe('gym\npath\nlibrary\ncost 1200 of 1200, 3 projects\n');
  });

  it('completes with add1, one of the file’s currency for each voter at a time', async () => {
    const { stdout } = await tally('--rule', 'equal-shares', '--completion', 'add1');
    // With 161 each, the last voter can pay for both west and east; with 174, the path would be too much.
    expect(stdout).toBe('gym\npark\nplayground\nlibrary\neast\nwest\ncost 1111 of 1200, 6 projects\n');
    expect((await tally('--rule', 'equal-shares')).stdout).toBe(stdout);
  });

  it('decides by the draw of a seed where nothing else does', async () => {
    const firsts = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(async (seed) => {
        const once = await tally('--rule', 'equal-shares', '--completion', 'none', '--draw', seed);
        expect(await tally('--rule', 'equal-shares', '--completion', 'none', '--draw', seed)).toEqual(once);
        return once.stdout.split('\n').at(-3);
      }),
    );
    expect(new Set(firsts)).toEqual(new Set(['east', 'west']));
  });

  it('counts by the file’s own rule where none is asked for', async () => {
    const own = join(folder, 'own.pb');
    const shared = (...how: string[]) => tally('--rule', 'equal-shares', '--completion', ...how);
    for (const [rule, expected] of [
      ['equalshares', await shared('none')],
      ['equalshares/add1', await shared('add1')],
      ['greedy', await tally('--rule', 'greedy')],
    ] as const) {
      writeFileSync(own, text.replace('rule;unknown', `rule;${rule}`));
      expect(await run('tally', own)).toEqual(expected);
    }
    expect(await tally('--rule', 'equalshares')).toEqual(await shared('add1'));
  });

  it('keeps to the threshold of the file', async () => {
    writeFileSync(join(folder, 'threshold.pb'), text.replace('rule;unknown', 'min_project_score_threshold;4'));
    const { stdout } = await run('tally', join(folder, 'threshold.pb'), '--rule', 'greedy');
    expect(stdout).toBe('gym\npath\ncost 1100 of 1200, 2 projects\n');
  });

  it('says in one line what it does not understand, and where a file is broken', async () => {
    expect(await tally('--rule', 'borda')).toEqual({
      code: 1,
      stdout: '',
      stderr: '--rule must be greedy or equal-shares, not "borda".\n',
    });
    const chosen = 'choose one with --rule greedy or --rule equal-shares.\n';
    expect((await tally()).stderr).toBe(`The file's own rule, "unknown", is not one that is counted here: ${chosen}`);
    expect((await tally('--rule', 'equal-shares', '--completion', 'all')).stderr).toBe(
      '--completion must be none or add1, not "all".\n',
    );
    expect((await tally('--rul', 'greedy')).stderr).toBe("Unknown option '--rul'.\n");
    expect((await run('tally', '--rule', 'greedy')).stderr).toContain('Say which file');
    expect((await run('tally', join(folder, 'none.pb'), '--rule', 'greedy')).stderr).toMatch(/^There is no file .*none\.pb\.\n$/);
    const broken = join(folder, 'broken.pb');
    writeFileSync(broken, text.replace('park;250', 'park;lots'));
    expect(await run('tally', broken, '--rule', 'greedy')).toEqual({
      code: 1,
      stdout: '',
      stderr: `${broken}: line 13, column 6: expected an amount like 1200 or 1200.50, found "lots"\n`,
    });
  });
});
