import * as z from 'zod/mini';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Length as a reader counts it: 𠮷 is one, and so is 👨‍👩‍👧. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** Text of a person: trimmed, without control characters, of at most `most` graphemes. */
export const text = (most: number, least = 1) =>
  z
    .pipe(
      z.pipe(
        // Graphemes are dear to count and have no upper length of their own, so the raw length is capped first.
        z.string().check(z.maxLength(most * 16)),
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
        z.transform((raw: string) =>
          raw.replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').trim(),
        ),
      ),
      z.string().check(
        z.superRefine((value: string, context) => {
          const length = countGraphemes(value);
          if (length < least) context.addIssue({ code: 'too_small', minimum: least, origin: 'string', input: value });
          if (length > most) context.addIssue({ code: 'too_big', maximum: most, origin: 'string', input: value });
        }),
      ),
    )
    .register(z.globalRegistry, { description: `${least}–${most} characters as a reader counts them (graphemes).` });

export const uuid = z.uuid();
export const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,62}$/));

/** A phone number as people write it: at least five digits, spaces and dashes only between them. */
export const phone = z.string().check(z.regex(/^\+?\d(?:[ -]?\d){4,18}$/));

/** A moment in RFC 3339, or a day as `2026-11-30`, which means its end in Asia/Shanghai; answered as UTC. */
export const moment = z
  .pipe(
    z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
    z.pipe(
      z.transform((raw: string) => new Date(raw.length === 10 ? `${raw}T23:59:59+08:00` : raw).toISOString()),
      // A year of five digits is no year that a database or a neighbour means.
      z.string().check(z.regex(/^\d{4}-/)),
    ),
  )
  .register(z.globalRegistry, { description: 'A moment in RFC 3339, or a day, which means its end in Asia/Shanghai.' });

/** A moment with its time of day, where a day alone says too little. Answered as UTC. */
export const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.pipe(
    z.transform((raw: string) => new Date(raw).toISOString()),
    z.string().check(z.regex(/^\d{4}-/)),
  ),
);

/** No day before the year 1000: earlier ones reach back to where databases have no years. */
export const day = z.iso.date().check(z.regex(/^[1-9]/));

export const page = {
  cursor: z.optional(z.string().check(z.maxLength(300))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
};

/** `open,claimed` as a list of the given options. */
export const commaList = <const T extends string>(options: readonly T[]) =>
  z
    .pipe(
      z.pipe(
        z.string().check(z.maxLength(300)),
        z.transform((raw: string) => raw.split(',').filter(Boolean)),
      ),
      z.array(z.enum(options as readonly [T, ...T[]])),
    )
    .register(z.globalRegistry, { description: `Any of ${options.join(', ')}, separated by commas.` });
