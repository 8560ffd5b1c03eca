import { levels } from '@five-micro/contract';
import * as z from 'zod/mini';
import type { Catalogue } from './catalogue.ts';
import { checkSettings, type SettingsChange } from './own-settings.ts';

const slug = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const entries = z.array(z.strictObject({ code: slug, zh: name, en: name })).check(
  z.minLength(1),
  z.maxLength(50),
  z.refine((list) => new Set(list.map(({ code }) => code)).size === list.length),
);
const catalogue = z.strictObject({
  // What nobody has put into a category yet is "other".
  wishCategories: entries.check(z.refine((list) => list.some(({ code }) => code === 'other'))),
  actionCategories: entries,
  starTitles: z.optional(entries),
});
/** One area. What stands below it is read by itself, so that a fault can be said with the area's name. */
const node = z.strictObject({
  slug,
  name,
  nameEn: z.optional(name),
  level: z.enum(levels),
  catalogue: z.optional(catalogue),
  settings: z.optional(z.unknown()),
  children: z.optional(z.array(z.unknown())),
});

/** An area as it shall be. */
export interface PlannedArea {
  slug: string;
  name: string;
  nameEn: string | undefined;
  level: (typeof levels)[number];
  /** Undefined for what the file begins with. */
  parent: string | undefined;
  catalogue: Catalogue | undefined;
  change: SettingsChange;
}

/** An operator's tree of areas as JSON, one or a list of them, each with its `children`: those above stand before those below. */
export function readTree(given: unknown): { areas: PlannedArea[]; faults: string[] } {
  const areas: PlannedArea[] = [];
  const faults: string[] = [];

  function read(one: unknown, place: string, parent: PlannedArea | undefined): void {
    const parsed = node.safeParse(one);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        faults.push(
          issue.code === 'unrecognized_keys'
            ? `${placeOf(one, place)}: an area has no ${issue.keys.map((key) => `"${[...issue.path, key].join('.')}"`).join(', ')}`
            : `${placeOf(one, place)}: "${issue.path.join('.')}" ${faultOf(issue)}`,
        );
      return;
    }
    const { children = [], settings = {}, nameEn, catalogue: own, ...rest } = parsed.data;
    const area = { ...rest, nameEn, parent: parent?.slug, catalogue: own, change: {} as SettingsChange };
    const checked = checkSettings(settings);
    if (checked.ok) area.change = checked.change;
    else faults.push(...checked.faults.map((fault) => `${area.slug}: settings: ${fault}`));
    if (areas.some((other) => other.slug === area.slug)) faults.push(`${area.slug}: it is in the file twice`);
    if (parent && levels.indexOf(area.level) <= levels.indexOf(parent.level))
      faults.push(`${area.slug}: a ${area.level} does not stand below a ${parent.level} (${parent.slug})`);
    if (parent && own) faults.push(`${area.slug}: only the topmost area has a "catalogue"`);
    areas.push(area);
    for (const [index, child] of children.entries()) read(child, `${area.slug}, its child ${index + 1}`, area);
  }

  for (const [index, top] of [given].flat().entries()) read(top, `the area ${index + 1}`, undefined);
  return { areas, faults };
}

const placeOf = (one: unknown, place: string): string =>
  typeof one === 'object' && one !== null && 'slug' in one && typeof one.slug === 'string' ? one.slug : place;

const faultOf = (issue: { code: string; values?: unknown; path: PropertyKey[] }): string => {
  if (issue.code === 'invalid_value' && Array.isArray(issue.values)) return `must be one of ${issue.values.join(', ')}`;
  if (issue.path[0] === 'slug') return 'must be of small letters, digits and dashes, as "nanyuan-2"';
  if (issue.path.join('.') === 'catalogue.wishCategories') return 'must name each code once, "other" among them';
  return 'is missing or not of the right form';
};
