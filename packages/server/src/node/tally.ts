import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  drawn,
  equalShares,
  mostVotes,
  PabulibError,
  type PbElection,
  readPabulib,
  undrawn,
  writeDecimal,
} from '@five-micro/tally';
import { type Command, say } from './command.ts';
import { messageOf, PlainError } from './plain-error.ts';

const rules = ['greedy', 'equal-shares'] as const;
const completions = ['none', 'add1'] as const;

export const tally: Command = {
  help: `five-micro tally FILE.pb --rule greedy|equal-shares [--completion none|add1] [--draw SEED]

Counts the approval election of a Pabulib file, with the budget of the file, and prints the ids of the winners in the
order in which they are chosen, one a line, then "cost C of B, N projects". It needs no database.

  --rule RULE        greedy: by their votes, passing over what does not fit in any more;
                     equal-shares: the Method of Equal Shares, in exact arithmetic
  --completion HOW   of equal-shares (greedy has none). add1, which is the usual: raises every voter's share by 1 of the
                     file's currency while the outcome fits the budget; none: leaves the rest unspent
  --draw SEED        what decides where neither cost nor votes do: the order drawn from this seed.
                     Without it, the ids in the order of their characters

Where two are tied, lower cost goes first, then more votes, then the draw. A min_project_score_threshold in the file is
kept to. What is wrong with a file is said with its line and column.`,
  async run(argv) {
    const { file, rule, completion, seed } = readArguments(argv);
    const election = await readElection(file);
    const ids = election.options.map(({ id }) => id);
    const { winners, cost } = winnersOf(
      { ...election, draw: seed === undefined ? undrawn(ids) : drawn(ids, seed) },
      rule,
      completion,
    );
    for (const id of winners) say(id);
    const money = (amount: bigint) => writeDecimal(amount, election.places);
    say(`cost ${money(cost)} of ${money(election.budget)}, ${winners.length} projects`);
    return 0;
  },
};

type Rule = (typeof rules)[number];
type Completion = (typeof completions)[number];

function winnersOf(election: PbElection & { draw: string[] }, rule: Rule, completion: Completion) {
  const { budget, minVotes, places } = election;
  if (rule === 'greedy') return mostVotes(election, { budget, minVotes });
  const { winners, cost } = equalShares(election, { budget, minVotes, completion, unit: 10n ** BigInt(places) });
  return { winners: winners.map(({ id }) => id), cost };
}

function readArguments(argv: string[]) {
  const { values, positionals } = parse(argv);
  const [file, more] = positionals;
  if (file === undefined || more !== undefined)
    throw new PlainError('Say which file, one: five-micro tally FILE.pb --rule RULE.');
  const rule = rules.find((one) => one === values.rule);
  if (!rule)
    throw new PlainError(`--rule must be ${rules.join(' or ')}${values.rule === undefined ? '' : `, not "${values.rule}"`}.`);
  const completion = completions.find((one) => one === (values.completion ?? 'add1'));
  if (!completion) throw new PlainError(`--completion must be ${completions.join(' or ')}, not "${values.completion ?? ''}".`);
  return { file, rule, completion, seed: values.draw };
}

function parse(argv: string[]) {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({ args: argv, options: { rule: string, completion: string, draw: string }, allowPositionals: true });
  } catch (error) {
    throw new PlainError(`${messageOf(error).split('. ')[0] ?? ''}.`);
  }
}

async function readElection(file: string): Promise<PbElection> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PlainError(`${file} cannot be read: ${messageOf(error)}`);
  });
  try {
    return readPabulib(text).election;
  } catch (error) {
    if (error instanceof PabulibError) throw new PlainError(`${file}: ${error.message}`);
    throw error;
  }
}
