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
  help: `five-micro tally FILE.pb [--rule greedy|equal-shares] [--completion none|add1] [--draw SEED]

Counts the approval election of a Pabulib file, with the budget of the file, and prints the ids of the winners in the
order in which they are chosen, one a line, then "cost C of B, N projects". It needs no database.

  --rule RULE        greedy: by their votes, passing over what does not fit in any more;
                     equal-shares: the Method of Equal Shares, in exact arithmetic (equalshares is the same).
                     Without it, the rule that the file names, if it is one of these
  --completion HOW   of equal-shares (greedy has none). add1, which is the usual: raises every voter's share by 1 of the
                     file's currency while the outcome fits the budget; none: leaves the rest unspent
  --draw SEED        what decides where neither cost nor votes do: the order drawn from this seed.
                     Without it, the ids in the order of their characters

Where two are tied, lower cost goes first, then more votes, then the draw. A min_project_score_threshold in the file is
kept to. What is wrong with a file is said with its line and column.`,
  async run(argv) {
    const { file, seed, ...asked } = readArguments(argv);
    const { election, meta } = await readElection(file);
    const { rule, completion } = ruleFor(asked, meta.get('rule'));
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
    throw new PlainError('Say which file, one: five-micro tally FILE.pb [--rule RULE].');
  const rule = known(values.rule);
  if (values.rule !== undefined && !rule) throw new PlainError(`--rule must be ${rules.join(' or ')}, not "${values.rule}".`);
  const completion = completions.find((one) => one === values.completion);
  if (values.completion !== undefined && !completion)
    throw new PlainError(`--completion must be ${completions.join(' or ')}, not "${values.completion}".`);
  return { file, rule, completion, seed: values.draw };
}

/** As the format spells it, or as we do. */
const known = (rule: string | undefined): Rule | undefined =>
  rule === 'equalshares' ? 'equal-shares' : rules.find((one) => one === rule);

interface Asked {
  rule: Rule | undefined;
  completion: Completion | undefined;
}

/** What is asked for, or else what the file says of itself: `equalshares/add1` names its completion too. */
function ruleFor({ rule, completion }: Asked, said: string | undefined): { rule: Rule; completion: Completion } {
  if (rule) return { rule, completion: completion ?? 'add1' };
  const [name, how = 'none'] = (said ?? '').split('/');
  const [own, ownHow] = [known(name), completions.find((one) => one === how)];
  if (!own || !ownHow) {
    const why = said === undefined ? 'The file names no rule' : `The file's own rule, "${said}", is not one that is counted here`;
    throw new PlainError(`${why}: choose one with --rule ${rules.join(' or --rule ')}.`);
  }
  return { rule: own, completion: completion ?? ownHow };
}

function parse(argv: string[]) {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({ args: argv, options: { rule: string, completion: string, draw: string }, allowPositionals: true });
  } catch (error) {
    throw new PlainError(`${messageOf(error).split('. ')[0] ?? ''}.`);
  }
}

async function readElection(file: string): Promise<{ election: PbElection; meta: ReadonlyMap<string, string> }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new PlainError(missing ? `There is no file ${file}.` : `${file} cannot be read: ${messageOf(error)}`);
  });
  try {
    const { election, file: read } = readPabulib(text);
    return { election, meta: new Map(read.meta) };
  } catch (error) {
    if (error instanceof PabulibError) throw new PlainError(`${file}: ${error.message}`);
    throw error;
  }
}
