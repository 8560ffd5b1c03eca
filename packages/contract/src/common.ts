import * as z from 'zod/mini';

/** RFC 3339 in UTC, as `2026-11-23T02:32:00.000Z`. Answers are not parsed into dates: that is the reader's choice. */
export const time = z.string();

/** UUIDv7. */
export const id = z.string();

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** A page of a list: ask again with `cursor=nextCursor` until it is null. Cursors are opaque. */
export const pageOf = <T>(item: z.ZodMiniType<T>) => z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What every list can be asked. `limit` is 1–100, by default 20. */
export interface PageQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A thing named where it is mentioned. */
export const named = z.object({ slug: z.string(), name: z.string() });

/**
 * A person as the caller may see them: masked, or the neutral words for someone who did not agree to more.
 * The raw name never stands here on a public surface.
 */
export const person = z.object({ name: z.string() });

/** Names that are not known beforehand, each with the same kind of value. A record of zod's costs a browser 0.6 KB more. */
export const mapOf = <T>(value: z.ZodMiniType<T>) => z.catchall(z.object({}), value);
