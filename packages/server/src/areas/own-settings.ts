import { features, pointRules, themes } from '@five-micro/contract';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { AreaSettings } from '../db/schema.ts';
import type { Db } from '../ports.ts';
import { usualStarTitles } from './settings.ts';
import { type AreaRow, areaPath } from './statements.ts';

const code = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,62}$/));
const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
/** `https://…`, or a path of the portal's own. `//elsewhere` and `javascript:` are neither. */
const link = z.string().check(z.maxLength(500), z.regex(/^(?:https?:\/\/[^\s/]|\/(?!\/))\S*$/));
/** What a deed brings, and what one person can earn with such deeds in a day. */
const terms = z.strictObject({
  amount: z.int().check(z.gte(0), z.lte(1000)),
  daily: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(10_000)))),
});
const inherits = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** What an operator may set for an area. `null` takes an own value away, so that the parent's holds again. */
const ownSettings = z.strictObject({
  features: inherits(z.array(z.enum(features))),
  theme: inherits(z.enum(themes)),
  links: inherits(z.record(line(40), link)),
  wishCategories: inherits(z.array(code).check(z.minLength(1), z.maxLength(50))),
  actionCategories: inherits(z.array(code).check(z.minLength(1), z.maxLength(50))),
  starTitles: inherits(z.array(code).check(z.minLength(1), z.maxLength(50))),
  leaseDays: inherits(z.int().check(z.gte(1), z.lte(60))),
  correctionSupport: inherits(z.int().check(z.gte(1), z.lte(100))),
  contact: inherits(line(200)),
  points: inherits(z.partialRecord(z.enum(pointRules), terms)),
  watchWords: inherits(z.array(z.strictObject({ word: line(40), reason: line(100) })).check(z.maxLength(500))),
  retention: inherits(z.strictObject({ contactDays: z.int().check(z.gte(0), z.lte(3650)) })),
});

/** What can be set for an area, by name. */
export const areaSettingNames: readonly string[] = Object.keys(ownSettings.shape);

export type SettingsChange = z.output<typeof ownSettings>;

/** What is wrong with some settings, one line each; each names the key. */
export type Checked = { ok: true; change: SettingsChange } | { ok: false; faults: string[] };

export function checkSettings(given: unknown): Checked {
  const result = ownSettings.safeParse(given);
  if (result.success) return { ok: true, change: result.data };
  const faults = result.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `there is no setting ${issue.keys.map((key) => `"${[...issue.path, key].join('.')}"`).join(', ')}`
      : `"${issue.path.join('.')}" ${issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : 'is not of the right form'}`,
  );
  return { ok: false, faults };
}

/** Sets what is named and leaves the rest. Answers the area's own settings as they are then. */
export async function changeSettings(
  db: Db,
  area: AreaRow,
  change: SettingsChange & Pick<AreaSettings, 'catalogue'>,
): Promise<AreaSettings> {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const { settings } = await db
    .updateTable('area')
    .set({ settings: sql`settings || ${JSON.stringify(Object.fromEntries(named))}::jsonb` })
    .where('id', '=', area.id)
    .returning('settings')
    .executeTakeFirstOrThrow();
  return settings;
}

/** Codes that the district's catalogue does not name. */
export async function unknownCodes(db: Db, area: AreaRow, change: SettingsChange): Promise<string[]> {
  const [district] = await areaPath(db, area);
  const { wishCategories = [], actionCategories = [], starTitles = usualStarTitles } = district?.settings.catalogue ?? {};
  const missing = (codes: readonly string[] | null | undefined, known: readonly { code: string }[]) =>
    (codes ?? []).filter((one) => !known.some((entry) => entry.code === one));
  return [
    ...missing(change.wishCategories, wishCategories),
    ...missing(change.actionCategories, actionCategories),
    ...missing(change.starTitles, starTitles),
  ];
}
