import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
// The lines from here to the end of `example` stand in README.md, character for character.
import { drawn, equalShares, mostVotes, toNumber } from '@five-micro/tally';

function example() {
  const options = [
    { id: 'ramp', cost: 3_000_00n }, // in fen
    { id: 'lamps', cost: 4_000_00n },
    { id: 'books', cost: 1_500_00n },
  ];
  const ballots = [['ramp', 'lamps'], ['ramp', 'lamps'], ['ramp', 'lamps'], ['books'], ['books', 'lamps']];
  const draw = drawn(['ramp', 'lamps', 'books'], 'declared before the first ballot');
  const election = { options, ballots, draw };

  const popular = mostVotes(election, { budget: 7_000_00n, minVotes: 1 });
  console.log(popular.winners); // ['lamps', 'ramp']: one voter of five got nothing

  const { winners, losers } = equalShares(election, { budget: 7_000_00n, completion: 'add1' });
  console.log(winners.map(({ id }) => id)); // ['lamps', 'books']
  for (const { amount, ballots: payers } of winners[0]?.payments ?? []) console.log(toNumber(amount), payers); // 100000 [0, 1, 2, 4]
  for (const { id, left, outvoted } of losers) if (outvoted) console.log(id, toNumber(left)); // 'ramp' 299700: that is too little
}

describe("the README's example", () => {
  it('is this one, and does what it says', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    example();
    const said = log.mock.calls;
    log.mockRestore();
    expect(said).toEqual([[['lamps', 'ramp']], [['lamps', 'books']], [100_000, [0, 1, 2, 4]], ['ramp', 299_700]]);
    const [, printed] = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8')) ?? [];
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    const body = source.slice(source.indexOf('function example() {\n') + 21, source.indexOf('\n}\n'));
    const [imports] = /^import .*@five-micro\/tally';\n/m.exec(source) ?? [];
    expect(printed).toBe(`${imports ?? ''}\n${body.replaceAll(/^ {2}/gm, '')}\n`);
  });
});
