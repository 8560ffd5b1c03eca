import { features } from '@five-micro/contract';
import type { Db } from '../ports.ts';
import { type Catalogue, usualCatalogue } from './catalogue.ts';
import { changeSettings, unknownCodes } from './own-settings.ts';
import { areaBySlug, type AreaRow, insertArea, renameArea } from './statements.ts';
import type { PlannedArea } from './tree-file.ts';

/** One thing that was done, in a transaction that may still be rolled back. */
export type Step =
  | { kind: 'root'; slug: string; name: string }
  | { kind: 'make'; slug: string; name: string; above: string }
  | { kind: 'rename'; slug: string; from: string; to: string }
  | { kind: 'set'; slug: string; keys: string };

/** What became of the areas of a file, step by step, and whatever forbids it. */
export interface Put {
  done: Step[];
  faults: string[];
}

/**
 * Makes the areas that are not there, renames those that are called otherwise, and sets what is said for them. Nothing is
 * moved and nothing taken away. Whoever calls rolls back where there are faults.
 */
export async function putAreas(db: Db, planned: readonly PlannedArea[]): Promise<Put> {
  const put: Put = { done: [], faults: [] };
  for (const area of planned) {
    const above = area.parent === undefined ? undefined : await areaBySlug(db, area.parent);
    // Its fault is said already.
    if (area.parent !== undefined && !above) continue;
    const before = await areaBySlug(db, area.slug);
    if (before) await keep(db, area, above, before, put);
    else await make(db, area, above, put);
    const now = await areaBySlug(db, area.slug);
    const unknown = now ? await unknownCodes(db, now, area.change) : [];
    if (unknown.length > 0) put.faults.push(`${area.slug}: the catalogue does not have ${unknown.join(', ')}`);
  }
  return put;
}

async function make(db: Db, area: PlannedArea, above: AreaRow | undefined, { done }: Put): Promise<void> {
  const { slug, name, level, catalogue, change } = area;
  const beginning = above ? {} : { features: [...features], catalogue: catalogue ?? usualCatalogue };
  const row = await insertArea(db, { slug, name, nameEn: area.nameEn ?? name, level }, above, beginning);
  await changeSettings(db, row, change);
  done.push(above ? { kind: 'make', slug, name, above: above.slug } : { kind: 'root', slug, name });
}

async function keep(db: Db, area: PlannedArea, above: AreaRow | undefined, before: AreaRow, { done, faults }: Put) {
  const { slug, name, level, catalogue, change } = area;
  // Without one of its own it is called the same in English, by its new name too.
  const { nameEn = before.name_en === before.name ? name : before.name_en } = area;
  if (before.level !== level) faults.push(`${slug}: it is a ${before.level} and stays one`);
  if (above && before.parent_id !== above.id)
    faults.push(`${slug}: it does not stand below ${above.slug}, and areas do not move`);
  if (catalogue && before.parent_id !== null) faults.push(`${slug}: only the topmost area has a "catalogue"`);
  if (name !== before.name || nameEn !== before.name_en) {
    await renameArea(db, before.id, name, nameEn);
    done.push({ kind: 'rename', slug, from: before.name, to: name });
  }
  const gone = catalogue ? missing(before.settings.catalogue, catalogue) : [];
  if (gone.length > 0)
    faults.push(`${slug}: the catalogue leaves out ${gone.join(', ')}, which may be in use: leave it out of the area's settings`);
  const settings = { ...change, ...(catalogue && { catalogue: { ...before.settings.catalogue, ...catalogue } }) };
  const differs = Object.entries(settings).filter(
    ([key, value]) => JSON.stringify(sorted(value)) !== JSON.stringify(sorted(before.settings[key as keyof typeof settings])),
  );
  if (differs.length === 0) return;
  await changeSettings(db, before, settings);
  done.push({ kind: 'set', slug, keys: differs.map(([key]) => key).join(', ') });
}

/** Codes of a catalogue that another one does not have. */
const missing = (before: Catalogue | null | undefined, now: Catalogue): string[] =>
  (['wishCategories', 'actionCategories', 'starTitles'] as const).flatMap((list) =>
    (before?.[list] ?? [])
      .map(({ code }) => code)
      .filter((code) => now[list] !== undefined && !now[list].some((entry) => entry.code === code)),
  );

/** PostgreSQL keeps keys of JSON in an order of its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inside]) => [key, sorted(inside)]),
  );
};
