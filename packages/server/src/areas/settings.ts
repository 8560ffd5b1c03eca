import type { Area, Language } from '@five-micro/contract';
import type { AreaSettings, CatalogueEntry } from '../db/schema.ts';
import { amountsUnder } from '../points/rules.ts';
import type { Db } from '../ports.ts';
import { type AreaRow, areaPath } from './statements.ts';

export type Settings = Area['settings'];

/**
 * An area's settings as they hold there. Per top-level key its own value, else its parent's; lists are replaced
 * whole, `null` means inherit; what may be switched on (`features`) narrows from level to level. Codes are named
 * by the district's catalogue.
 */
export async function settingsOf(db: Db, area: AreaRow, language: Language): Promise<Settings> {
  return settingsAlong(await areaPath(db, area), language);
}

/** The same for a path that is already at hand, from the district down. */
export function settingsAlong(path: readonly AreaRow[], language: Language): Settings {
  const inherited = inheritedAlong(path);
  const catalogue = inherited('catalogue');
  const named = (codes: readonly string[] | null | undefined, entries: readonly CatalogueEntry[] | undefined) =>
    (entries ?? [])
      .filter((entry) => codes == null || codes.includes(entry.code))
      .map(({ code, zh, en, zhNote, enNote }) => {
        const note = language === 'en' ? enNote : zhNote;
        return { code, name: language === 'en' ? en : zh, ...(note !== undefined && { note }) };
      });
  const features = path.flatMap((area) => (area.settings.features ? [area.settings.features] : []));
  return {
    features: (features[0] ?? []).filter((feature) => features.every((level) => level.includes(feature))),
    theme: inherited('theme') ?? 'neutral',
    links: inherited('links') ?? {},
    wishCategories: named(inherited('wishCategories'), catalogue?.wishCategories),
    actionCategories: named(inherited('actionCategories'), catalogue?.actionCategories),
    starTitles: named(inherited('starTitles'), catalogue?.starTitles ?? usualStarTitles),
    points: amountsUnder(inherited('points')),
    correctionSupport: inherited('correctionSupport') ?? usualSupport,
    leaseDays: inherited('leaseDays') ?? 7,
    contact: inherited('contact') ?? null,
  };
}

/** The honours of every district that names none of its own. */
export const usualStarTitles: readonly CatalogueEntry[] = [
  {
    ...{ code: 'service', zh: '服务之星', en: 'Service star' },
    zhNote: '为邻居跑腿、陪伴、出力的志愿者和热心人',
    enNote: 'for volunteers and kind people who run errands, keep company and lend a hand',
  },
  {
    ...{ code: 'post', zh: '岗位之星', en: 'Post star' },
    zhNote: '把本职干得让大家放心的人：保洁、保安、医生、店主、网格员',
    enNote: 'for people whose daily work everyone can rely on: cleaners, guards, doctors, shopkeepers',
  },
  {
    ...{ code: 'expert', zh: '五微能手', en: 'Five-micro expert' },
    zhNote: '圆心愿、办行动、出点子，样样拿得出手的人',
    enNote: 'for those who are good at all of it: wishes, actions, ideas for the community',
  },
];

/** How many neighbours make a comment on a project a correction, where no area says otherwise. */
const usualSupport = 3;

/** The same for one area, as it holds there. */
export async function correctionSupportIn(db: Db, area: AreaRow): Promise<number> {
  return inheritedAlong(await areaPath(db, area))('correctionSupport') ?? usualSupport;
}

/** The deployer's list of words that a worker reads first, as it holds in an area; for nobody but the server itself. */
export async function watchWordsOf(db: Db, area: AreaRow): Promise<NonNullable<AreaSettings['watchWords']>> {
  return inheritedAlong(await areaPath(db, area))('watchWords') ?? [];
}

/** An area's own value of a key, else that of the nearest area above it. */
const inheritedAlong =
  (path: readonly AreaRow[]) =>
  <K extends keyof AreaSettings>(key: K) =>
    path.findLast((area) => area.settings[key] != null)?.settings[key];
