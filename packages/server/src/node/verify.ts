import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type Check,
  type Finding,
  readRecord,
  RecordError,
  type RoundRecord,
  type Slip,
  verifyRecord,
} from '@five-micro/tally/record';
import { type Command, say } from './command.ts';
import { messageOf, PlainError } from './plain-error.ts';

const words: Record<Check, string> = {
  opening: 'The opening has the digest that was published before the first ballot',
  withheld: 'The opening cannot be held against its digest, as a worker has put away titles since; whoever kept opening.json can',
  titles: 'What was voted on is called what it was called when the round opened',
  closing: 'The closing has its digest and names this opening',
  lists: 'The ballots and the receipts are the lists that were published',
  numbers: 'There are as many ballots as receipts, and as many as were counted',
  ballots: 'Every ballot keeps to the rules of the round',
  counts: 'Every option has the votes that were published',
  outcome: 'The rule gives the winners that were published, and so does the other one',
  receipt: 'A ballot under this receipt is among those counted',
  signature: 'The server has signed this receipt',
};

export const verify: Command = {
  help: `five-micro verify URL|FILE [--receipt CODE] [--signature TEXT] [--opening FILE]

Counts a closed round of voting again from its record alone, and ends with 1 where something does not hold, with 2 where
something cannot be told from it.

  URL               …/api/v1/rounds/ID or …/api/v1/rounds/ID/record.json
  FILE              a record that somebody has kept
  --receipt CODE    whether a ballot under this receipt is among those counted
  --signature TEXT  whether the server has signed that receipt
  --opening FILE    opening.json, as you kept it from when the round opened

Compare the opening's digest with the one that was published when the round opened: whoever made up a whole record made
up its digests too. The titles of projects are under that digest, and where a worker has put one away since, that one digest cannot be
recomputed; names of nominees are not, as they go when somebody
takes their consent back. A receipt proves that a ballot under this code is among those counted. It does not prove which, and
it does not protect against an operator who copies the key while the round is open. It needs no database.`,
  async run(argv) {
    const { from, slip, opening } = readArguments(argv);
    const record = await read(from);
    const findings = await verifyRecord(record, slip, opening === undefined ? undefined : await readOpening(opening));
    for (const finding of findings) say(lineOf(finding));
    const { outcome } = record.outcome;
    say('');
    say(`${record.ballots.length} ballots, ${record.closing.paper} of them on paper. Won by ${outcome.rule}:`);
    for (const id of outcome.winners)
      say(`  ${outcome.options.find((option) => option.id === id)?.votes ?? 0}  ${record.titles[id] ?? ''}  ${id}`);
    if (findings.some(({ holds }) => holds === false)) return 1;
    return findings.some(({ holds }) => holds === null) ? 2 : 0;
  },
};

const lineOf = ({ check, holds, detail }: Finding): string =>
  `${holds ? 'holds' : holds === null ? 'open ' : 'FAILS'}  ${words[check]}${detail === undefined ? '' : `: ${detail}`}`;

/** One signature of 64 begins with a dash, which `parseArgs` would take for an option. */
const signed = (argv: readonly string[]): string[] =>
  argv.flatMap((word, at) =>
    word === '--signature' && at + 1 < argv.length
      ? [`--signature=${argv[at + 1]}`]
      : argv[at - 1] === '--signature'
        ? []
        : [word],
  );

function readArguments(argv: string[]): { from: string; slip: Slip | undefined; opening: string | undefined } {
  const string = { type: 'string' } as const;
  const parsed = (() => {
    try {
      return parseArgs({
        args: signed(argv),
        options: { receipt: string, signature: string, opening: string },
        allowPositionals: true,
      });
    } catch (error) {
      throw new PlainError(`${messageOf(error).split('. ')[0] ?? ''}.`);
    }
  })();
  const [from, more] = parsed.positionals;
  if (from === undefined || more !== undefined) throw new PlainError('Say which record, one: five-micro verify URL|FILE.');
  const { receipt: code, signature, opening } = parsed.values;
  if (code === undefined && signature !== undefined) throw new PlainError('--signature is of a receipt: name it with --receipt.');
  return { from, slip: code === undefined ? undefined : { code, signature }, opening };
}

async function read(from: string): Promise<RoundRecord> {
  const text = await (/^https?:\/\//.test(from) ? fetched(from) : readFile(from, 'utf8')).catch((error: unknown) => {
    throw error instanceof PlainError ? error : new PlainError(`${from} cannot be read: ${messageOf(error)}`);
  });
  try {
    return readRecord(text);
  } catch (error) {
    if (error instanceof RecordError) throw new PlainError(`${from}: ${error.message}`);
    throw error;
  }
}

/** Only its digest says whether it is the one: what is no opening has another. */
async function readOpening(from: string): Promise<RoundRecord['opening']> {
  const text = await readFile(from, 'utf8').catch((error: unknown) => {
    throw new PlainError(`${from} cannot be read: ${messageOf(error)}`);
  });
  try {
    const opening: RoundRecord['opening'] = JSON.parse(text);
    if (Array.isArray(opening.options)) return opening;
  } catch {
    // Said below.
  }
  throw new PlainError(`${from}: This is not the opening of a round.`);
}

async function fetched(url: string): Promise<string> {
  const response = await fetch(url.endsWith('.json') ? url : `${url.replace(/\/$/, '')}/record.json`);
  if (!response.ok) throw new PlainError(`${response.url} answers ${response.status}: a round has a record once it is closed.`);
  return response.text();
}
