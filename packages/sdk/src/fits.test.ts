import { contract } from '@five-micro/contract';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aWish } from '../test/kit.ts';
import { fitsOf } from './fits.ts';

describe('the quick look at an answer', () => {
  const { answer } = contract.wishes.get;

  it('finds nothing wrong with what is exactly as the contract says, optional fields or not', () => {
    const wish = aWish();
    expect(fitsOf(answer)(wish)).toBe(true);
    expect(fitsOf(answer)({ ...wish, reason: null, erased: true })).toBe(true);
  });

  it('leaves to zod whatever has a field more or less, or another kind of value, wherever it is', () => {
    const wish = aWish();
    for (const name of Object.keys(wish)) {
      const { [name as 'title']: _left, ...rest } = wish;
      expect(fitsOf(answer)(rest)).toBe(false);
      for (const strange of [undefined, {}, Symbol('strange')]) expect(fitsOf(answer)({ ...wish, [name]: strange })).toBe(false);
    }
    expect(fitsOf(answer)({ ...wish, colour: 'red' })).toBe(false);
    expect(fitsOf(answer)(JSON.parse(JSON.stringify(wish).replace('{', '{"__proto__":1,')))).toBe(false);
    expect(fitsOf(answer)({ ...wish, wisher: { name: '王**', mood: 1 } })).toBe(false);
    expect(fitsOf(answer)({ ...wish, status: 'archived' })).toBe(false);
    expect(fitsOf(answer)({ ...wish, can: ['claim', 7] })).toBe(false);
    for (const other of [null, [], 'wish', 1]) expect(fitsOf(answer)(other)).toBe(false);
  });

  it('is sure of nothing that it does not know', () => {
    for (const schema of [z.int(), z.coerce.number(), z.nullable(z.int())]) {
      expect(fitsOf(schema)(1.5)).toBe(false);
      expect(fitsOf(schema)(1)).toBe(false);
    }
    for (const schema of [
      z.uuid(),
      z.iso.datetime(),
      z.coerce.string(),
      z.literal('b'),
      z.record(z.string(), z.string()),
      z.string().check(z.minLength(1)),
      z.union([z.string(), z.number()]),
      z.catchall(z.object({}), z.string()),
    ])
      expect(fitsOf(schema as never)('a')).toBe(false);
  });

  /** The same numbers for every run. */
  const dice = (seed: number) => {
    let state = seed;
    return (sides: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state % 65_536) % sides;
    };
  };
  type Roll = ReturnType<typeof dice>;
  interface Def {
    type: string;
    entries?: Record<string, unknown>;
    element?: z.ZodMiniType;
    innerType?: z.ZodMiniType;
    shape?: Record<string, z.ZodMiniType>;
    catchall?: unknown;
  }
  const strange = [null, true, 0, -1.5, 1e308, '', '王**', [], {}, [[]], { id: 'a' }, ['claim']];

  /** Something that a schema takes; now and then not quite, as `odds` has it. */
  function made(schema: z.ZodMiniType, roll: Roll, odds: number): unknown {
    const { type, entries = {}, element, innerType, shape = {} }: Def = schema._zod.def;
    if (roll(odds) === 1) return strange[roll(strange.length)];
    if (type === 'string') return ['', '想要', 'true', '0'][roll(4)];
    if (type === 'number') return [0, 7, -3, 2.5][roll(4)];
    if (type === 'boolean') return roll(2) === 1;
    if (type === 'enum') return Object.values(entries)[roll(Object.values(entries).length)];
    if (type === 'nullable') return roll(3) === 1 || !innerType ? null : made(innerType, roll, odds);
    if (type === 'optional' && innerType) return made(innerType, roll, odds);
    if (type === 'array' && element) return Array.from({ length: roll(3) }, () => made(element, roll, odds));
    if (type !== 'object') throw new Error(`The contract has a new kind of schema: ${type}`);
    const fields = Object.entries(shape).flatMap(([name, field]) => {
      const { type: kind }: Def = field._zod.def;
      return (kind === 'optional' && roll(2) === 1) || roll(odds * 4) === 1 ? [] : [[name, made(field, roll, odds)]];
    });
    return Object.fromEntries(roll(odds * 3) === 1 ? [...fields, ['novelty', 1]] : fields);
  }

  /** Whether all of it is of a kind that the quick look knows: maps are left to zod. */
  function isPlain(schema: z.ZodMiniType): boolean {
    const { element, innerType, shape = {}, catchall }: Def = schema._zod.def;
    return !catchall && [element, innerType, ...Object.values(shape)].every((part) => !part || isPlain(part));
  }

  const answers = Object.entries(contract).flatMap(([group, table]) =>
    Object.entries<{ answer: z.ZodMiniType }>(table).map(([name, endpoint]) => [`${group}.${name}`, endpoint.answer] as const),
  );

  it.each(answers)('says of answers to %s what zod says, whole ones and broken ones', (_, schema) => {
    const fits = fitsOf(schema);
    const verdicts = { true: 0, false: 0 };
    for (let seed = 1; seed <= 150; seed++) {
      // As it comes over the wire.
      const value: unknown = JSON.parse(JSON.stringify(made(schema, dice(seed * 7919), seed % 3 === 0 ? 1_000_000 : 40)));
      const { success, data } = schema.safeParse(value);
      // Exactly as the contract says is what zod takes and leaves as it is.
      const exact = success && JSON.stringify(data) === JSON.stringify(value);
      expect(fits(value), JSON.stringify(value)).toBe(exact && isPlain(schema));
      verdicts[`${exact}`] += 1;
    }
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(0);
  });

  it('takes no list for a thing whose fields may all be missing, and no infinity for a number', () => {
    const loose = z.object({ reason: z.optional(z.string()) });
    expect(fitsOf(loose)({})).toBe(true);
    expect(fitsOf(loose)([])).toBe(false);
    expect(fitsOf(z.object({ n: z.number() }))(JSON.parse('{"n":1e999}'))).toBe(false);
  });
});
