import { describe, expect, it } from 'vitest';
import { canonical, digestOf, isCode, outcomesOf, readRecord, RecordError, receiptName, type Terms } from './index.ts';

const terms: Terms = {
  options: [
    { id: 'ramp', cost: 300 },
    { id: 'lamps', cost: 200 },
    { id: 'benches', cost: 200 },
    { id: 'books', cost: 100 },
    { id: 'fountain', cost: 900 },
  ],
  ballot: { type: 'approval', min: 0, max: 5 },
  rule: 'most-votes',
  completion: 'none',
  winners: null,
  budget: 600,
  tie: 'said before',
};
const ballots = [
  ['ramp', 'lamps'],
  ['ramp', 'benches'],
  ['ramp', 'lamps', 'benches'],
];
const whyOf = (more: Partial<Terms>, cast: string[][] = ballots) => {
  const { outcome } = outcomesOf({ ...terms, ...more }, cast);
  return Object.fromEntries(outcome.options.map(({ id, why }) => [id, why]));
};

describe('canonical JSON', () => {
  it('has one spelling, whatever the order of keys', async () => {
    expect(canonical({ b: [1, 'ü', null], a: { d: true, c: '吴' } })).toBe('{"a":{"c":"吴","d":true},"b":[1,"ü",null]}');
    expect(await digestOf({ a: 1, b: 2 })).toBe(await digestOf({ b: 2, a: 1 }));
    // SHA-256 of `{}`, as any tool computes it.
    expect(await digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('a receipt’s code', () => {
  it('is the same as its owner copies it: in groups or not, with letters that are read for digits', () => {
    expect(receiptName('r', '01ab-cdef-ghjk-mnpq')).toBe(receiptName('r', 'OLABCDEF GHJKMNPQ'));
    expect(['0123-4567-89AB-CDEF', '0123456789abcdef'].every(isCode)).toBe(true);
    expect(['', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEU', '0123-4567-89AB-CDEFG'].some(isCode)).toBe(false);
  });
});

describe('why an option won or lost', () => {
  it('by most votes within a budget: too dear, a lost draw, no votes', () => {
    const why = whyOf({});
    expect(why).toMatchObject({ ramp: 'won', books: 'no-votes', fountain: 'no-votes' });
    expect([why['lamps'], why['benches']].sort()).toEqual(['tie', 'won']);
    expect(whyOf({ budget: 350 })).toMatchObject({ ramp: 'won', lamps: 'too-dear', benches: 'too-dear' });
  });

  it('by most votes with so many places: beyond them, or a lost draw', () => {
    expect(whyOf({ budget: null, winners: 1 })).toMatchObject({
      ramp: 'won',
      lamps: 'beyond-winners',
      benches: 'beyond-winners',
    });
    const why = whyOf({ budget: null, winners: 2 });
    expect([why['lamps'], why['benches']].sort()).toEqual(['tie', 'won']);
  });

  it('by equal shares: who paid what, and whose shares were spent', () => {
    const { outcome, otherwise } = outcomesOf({ ...terms, rule: 'equal-shares', budget: 600 }, ballots);
    expect(outcome.options[0]).toMatchObject({ id: 'ramp', why: 'won', turn: 1, left: 600, paid: [{ amount: 100, voters: 3 }] });
    const { outcome: poor } = outcomesOf({ ...terms, rule: 'equal-shares', budget: 300 }, ballots);
    expect(poor.options.map(({ id, why }) => `${id} ${why}`)).toContain('lamps shares-spent');
    expect(otherwise).toMatchObject({ rule: 'most-votes', budget: 600 });
  });

  it('is asked of the other rule only where that answers the same question', () => {
    expect(outcomesOf(terms, ballots).otherwise).toMatchObject({ rule: 'equal-shares', completion: 'add1' });
    expect(outcomesOf({ ...terms, winners: 2 }, ballots).otherwise).toBeNull();
    expect(outcomesOf({ ...terms, budget: null, winners: 2 }, ballots).otherwise).toBeNull();
  });

  it('is nothing where nobody has voted', () => {
    for (const rule of ['most-votes', 'equal-shares'] as const) {
      const { outcome } = outcomesOf({ ...terms, rule }, []);
      expect(outcome).toMatchObject({ winners: [], spent: 0 });
      expect(outcome.options.every(({ why }) => why === 'no-votes')).toBe(true);
    }
  });
});

describe('a file that is no record', () => {
  it.each(['', '[]', 'null', '{}', '{"opening":{"format":"else"}}', '{"opening":{"format":"five-micro round opening 1"}}'])(
    'is refused in words: %s',
    (text) => {
      expect(() => readRecord(text)).toThrow(RecordError);
    },
  );
});
