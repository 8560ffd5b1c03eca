import { describe, expect, it } from 'vitest';
import {
  canonical,
  closingFormat,
  digestOf,
  isCode,
  type Opening,
  openingFormat,
  outcomesOf,
  readRecord,
  RecordError,
  receiptName,
  type RoundRecord,
  type Terms,
  verifyRecord,
} from './index.ts';

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
    // Amounts are rounded to a hundredth of a fen, and what the first one left is there for the next.
    const thirds = [
      ['ramp', 'lamps'],
      ['ramp', 'lamps'],
      ['ramp', 'lamps', 'books'],
    ];
    const { options } = outcomesOf({ ...terms, rule: 'equal-shares' }, thirds).outcome;
    expect(options.slice(0, 3)).toMatchObject([
      { id: 'lamps', votes: 3, turn: 1, left: 600, paid: [{ amount: 66.67, voters: 3 }] },
      { id: 'ramp', votes: 3, turn: 2, left: 400, paid: [{ amount: 100, voters: 3 }] },
      // Of the 100 fen that nobody spent its one supporter has a third: what the others have left is none of its money.
      { id: 'books', votes: 1, won: false, why: 'shares-spent', left: 33.33 },
    ]);
    expect(options.find(({ id }) => id === 'fountain')).toMatchObject({ why: 'no-votes', left: 0 });
    const { outcome: poor } = outcomesOf({ ...terms, rule: 'equal-shares', budget: 300 }, ballots);
    expect(poor.options.map(({ id, why }) => `${id} ${why}`)).toContain('lamps shares-spent');
    expect(otherwise).toMatchObject({ rule: 'most-votes', budget: 600 });
  });

  it('of two alike by equal shares: a lost draw, or supporters whose money went elsewhere', () => {
    const options = ['one', 'other'].map((id) => ({ id, cost: 20 }));
    const shares = { ...terms, rule: 'equal-shares', budget: 50 } as const;
    // The supporters of the other one have paid for the lamp, with a fifth neighbour.
    const apart = [['one'], ['one'], ['other', 'lamp'], ['other', 'lamp'], ['lamp']];
    expect(whyOf({ ...shares, options: [...options, { id: 'lamp', cost: 15 }] }, apart)).toEqual({
      lamp: 'won',
      one: 'won',
      other: 'shares-spent',
    });
    const alike = [['one', 'other'], ['one', 'other'], [], [], []];
    expect(Object.values(whyOf({ ...shares, options }, alike)).sort()).toEqual(['tie', 'won']);
    // Had the other one won, the fence would have cost too much beside it: the shares would have been raised less.
    const raised = { ...shares, completion: 'add1', budget: 3000 } as const;
    const dear = [...options.map(({ id }) => ({ id, cost: 2000 })), { id: 'fence', cost: 1100 }];
    const why = (tie: string) => whyOf({ ...raised, options: dear, tie }, [['one', 'fence'], ['one', 'other'], ['other']]);
    const drawn = ['a', 'b', 'c', 'd', 'e', 'f'].map(why).find(({ one }) => one === 'won');
    expect(drawn).toEqual({ one: 'won', other: 'tie', fence: 'shares-spent' });
  });

  it('of two with as many votes the dearer one loses by what it costs, not by a draw', () => {
    const options = [
      { id: 'cheap', cost: 100 },
      { id: 'dear', cost: 200 },
    ];
    const same = [['cheap', 'dear']];
    expect(whyOf({ options, budget: 250 }, same)).toEqual({ cheap: 'won', dear: 'too-dear' });
    expect(whyOf({ options, budget: null, winners: 1 }, same)).toEqual({ cheap: 'won', dear: 'beyond-winners' });
    expect(whyOf({ options, rule: 'equal-shares', budget: 250 }, same)).toEqual({ cheap: 'won', dear: 'shares-spent' });
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

/** A record that holds, unless the test changes it. */
async function recorded(more: Partial<Terms> = {}): Promise<RoundRecord> {
  const opening: Opening = {
    ...terms,
    ...more,
    format: openingFormat,
    round: 'r',
    of: 'projects',
    opensAt: '2026-11-01T00:00:00.000Z',
    closesAt: '2026-11-02T00:00:00.000Z',
    live: false,
    cutOff: '2026-11-02T00:00:00.000Z',
    electorate: null,
    publicKey: { kty: 'EC', crv: 'P-256', x: '', y: '' },
  };
  const outcome = outcomesOf(opening, ballots);
  const receipts = ['a', 'b', 'c'];
  const closing = {
    format: closingFormat,
    round: 'r',
    opening: await digestOf(opening),
    closedAt: opening.closesAt,
    ballots: 3,
    paper: 0,
    counts: Object.fromEntries(outcome.outcome.options.map(({ id, votes }) => [id, votes])),
    winners: outcome.outcome.winners,
    ballotsDigest: await digestOf(ballots),
    receiptsDigest: await digestOf(receipts),
  } as const;
  const digests = { openingDigest: await digestOf(opening), closingDigest: await digestOf(closing) };
  return { opening, closing, ...digests, ballots, receipts, outcome, titles: {} };
}

describe('a record that is counted again', () => {
  const failing = async (record: RoundRecord) => {
    const read = readRecord(JSON.stringify(record));
    return (await verifyRecord(read)).flatMap(({ check, holds }) => (holds ? [] : [check]));
  };
  const sharing = { rule: 'equal-shares', completion: 'add1' } as const;

  it('holds by either rule, as it comes out of a file', async () => {
    expect(await failing(await recorded())).toEqual([]);
    expect(await failing(await recorded(sharing))).toEqual([]);
  });

  it.each([
    ['votes', 'outcome', { votes: 300 }],
    ['a reason', 'outcome', { why: 'beyond-winners' }],
    ['what was left', 'outcome', { left: 1 }],
    ['what supporters paid', 'outcome', { paid: [{ amount: 1, voters: 3 }] }],
    ['votes by the other rule', 'otherwise', { votes: 300 }],
  ] as const)('fails where what is shown differs from what is counted: %s', async (_what, which, change) => {
    const record = await recorded(sharing);
    const told = record.outcome[which];
    if (!told) throw new Error('There is none.');
    const options = told.options.map((option, at) => (at === 0 ? { ...option, ...change } : option));
    const outcome = { ...record.outcome, [which]: { ...told, options } };
    expect(await failing({ ...record, outcome })).toEqual(['outcome']);
  });

  it.each([
    ['another round’s closing', 'closing', { round: 'else' }],
    ['more ballots than there are', 'numbers', { ballots: 4 }],
    ['other counts', 'counts', { counts: { ramp: 300 } }],
    ['other winners', 'outcome', { winners: ['fountain'] }],
  ] as const)('fails where what was closed with is not what is there: %s', async (_what, check, change) => {
    const record = await recorded();
    const closing = { ...record.closing, ...change };
    expect(await failing({ ...record, closing, closingDigest: await digestOf(closing) })).toEqual([check]);
  });

  it('fails where a ballot breaks the rules, or has no receipt', async () => {
    const within = { ballot: { type: 'budget' }, budget: 400 } as const;
    expect(await failing(await recorded(within))).toEqual(['ballots']);
    const record = await recorded();
    const receipts = record.receipts.slice(1);
    const closing = { ...record.closing, receiptsDigest: await digestOf(receipts) };
    expect(await failing({ ...record, receipts, closing, closingDigest: await digestOf(closing) })).toEqual(['numbers']);
  });

  it('fails where another closing is put behind an opening, or receipts stand twice', async () => {
    const record = await recorded();
    const closing = { ...record.closing, opening: await digestOf({}) };
    expect(await failing({ ...record, closing, closingDigest: await digestOf(closing) })).toEqual(['closing']);
    const receipts = ['a', 'a', 'b'];
    const twice = { ...record.closing, receiptsDigest: await digestOf(receipts) };
    const shown = { ...record, receipts, closing: twice, closingDigest: await digestOf(twice) };
    expect(await failing(shown)).toEqual(['lists']);
  });

  it('fails where something is called otherwise than it was when it was frozen', async () => {
    const options = terms.options.map((option) => ({ ...option, title: `the ${option.id}` }));
    const titles = Object.fromEntries(options.map(({ id, title }) => [id, title]));
    const record = { ...(await recorded({ options })), titles };
    expect(await failing(record)).toEqual([]);
    const swapped = { ...titles, ramp: 'the lamps', lamps: 'the ramp' };
    expect(await failing({ ...record, titles: swapped })).toEqual(['titles']);
    expect(await failing({ ...record, titles: {} })).toEqual(['titles']);
    // Frozen with other titles is frozen with another digest.
    const other = { ...record.opening, options: options.map((option) => ({ ...option, title: 'a fountain' })) };
    expect(await failing({ ...record, opening: other })).toEqual(['opening', 'titles']);
  });

  it('cannot tell of titles that were put away since, but with the opening that somebody has kept', async () => {
    const named = (title: string) => terms.options.map((option) => ({ ...option, title: `${title} ${option.id}` }));
    const whole = await recorded({ options: named('the') });
    const shown = named('the').map((option) => ({ ...option, ...(option.id === 'ramp' && { title: 'put away' }) }));
    const titles = Object.fromEntries(shown.map(({ id, title }) => [id, title]));
    const record = { ...whole, opening: { ...whole.opening, options: shown }, titles, withheld: ['ramp'] };
    const told = async (one: RoundRecord, kept?: RoundRecord['opening']) =>
      (await verifyRecord(readRecord(JSON.stringify(one)), undefined, kept)).filter(({ holds }) => holds !== true);
    expect(await told(record)).toEqual([{ check: 'withheld', holds: null, detail: 'ramp' }]);
    expect(await told(record, whole.opening)).toEqual([]);
    // What is said to be put away hides nothing else.
    const cheaper = record.opening.options.map((option) => ({ ...option, cost: 1 }));
    const swapped = { ...record, opening: { ...record.opening, options: cheaper } };
    expect((await told(swapped, whole.opening)).map(({ check }) => check)).toContain('opening');
    expect((await told(record, { ...whole.opening, live: !whole.opening.live })).map(({ check }) => check)).toEqual(['opening']);
    // Without the word that something was put away it is no record of this opening.
    const { withheld: _, ...silent } = record;
    expect((await told(silent)).map(({ check, holds }) => [check, holds])).toContainEqual(['opening', false]);
  });

  it.each([
    ['an option twice', { options: [...terms.options, { id: 'ramp', cost: 1 }] }],
    ['a rule that is not known', { rule: 'borda' }],
    ['a limit that is none', { ballot: { type: 'approval', max: 'many' } }],
    ['a budget that is no amount', { budget: -1 }],
  ])('is no record with %s', async (_what, more) => {
    const record = await recorded();
    const opening = { ...record.opening, ...more };
    expect(() => readRecord(JSON.stringify({ ...record, opening }))).toThrow(RecordError);
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
