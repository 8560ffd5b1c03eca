import type { Nomination, Photo, Star } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { type Settings, settingsOf, watchWordsOf } from '../areas/settings.ts';
import { areasByIds, nameOf } from '../areas/statements.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import { maskName } from '../identity/names.ts';
import { starCan } from '../identity/permissions.ts';
import { withheldOf } from '../moderation/deciding.ts';
import { forStrangers } from '../moderation/mask.ts';
import { screeningOf } from '../moderation/screening.ts';
import { type CaseRow, casesAbout } from '../moderation/statements.ts';
import type { WatchWord } from '../moderation/watch-words.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { agreed, canOf, isStarVisible, isVisible, relationsIn, relationsToOne } from './lifecycle.ts';
import {
  type NominationRecord,
  type PortraitRow,
  portraitsOf,
  recordsOf,
  roundTitles,
  type StarRecord,
  withAccounts,
} from './statements.ts';
import { casesOn, isShown, readerTo, type Reading, wordsOf as saidIn } from './words.ts';

export type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

/** What the honours of some areas are called. */
type Titles = ReadonlyMap<number, NonNullable<Settings['starTitles']>>;

async function titlesIn({ language }: Asking, db: Db, areaIds: readonly number[]): Promise<Titles> {
  const areas = await areasByIds(db, [...new Set(areaIds)]);
  return new Map(
    await Promise.all(areas.map(async (area) => [area.id, (await settingsOf(db, area, language)).starTitles ?? []] as const)),
  );
}

/** An honour that the area has given up since keeps its code for a name. */
const titleOf = (titles: Titles, areaId: number, code: string) => ({
  code,
  name: titles.get(areaId)?.find((title) => title.code === code)?.name ?? code,
});

/** A name as its owner agreed to be called. */
export const nameShown = (
  people: People,
  memberId: string,
  as: 'masked' | 'full' | null,
  language: Asking['language'],
): string => {
  const name = people.fullName(memberId);
  if (name === null) return messages[language].people.neighbour;
  return as === 'full' ? name : maskName(name);
};

async function showPortrait(asking: Asking, portrait: PortraitRow | undefined, open: boolean): Promise<Photo | null> {
  if (!portrait) return null;
  const { id, width, height, approved_at: looked, hidden_at: hidden } = portrait;
  const isPublic = open && looked !== null && hidden === null;
  return { id, width, height, public: isPublic, url: await photoUrl(asking, id, isPublic, hidden) };
}

/** What stands for words that are gone with whoever they were about. */
const gone = ({ language }: Asking) => messages[language].words.erased;

/** Nominations as those who know of them see them. */
export async function showNominations(asking: Asking, db: Db, nominations: readonly NominationRecord[]): Promise<Nomination[]> {
  if (nominations.length === 0) return [];
  const people = await loadPeople(
    db,
    nominations.map(({ member_id: id }) => id),
  );
  const titles = await titlesIn(
    asking,
    db,
    nominations.map((one) => one.area_id),
  );
  const portraits = await portraitsOf(
    db,
    nominations.map(({ id }) => id),
  );
  const asked = nominations.filter(({ status }) => status === 'asked');
  const accounts = await withAccounts(
    db,
    asked.map(({ member_id: id }) => id),
  );
  const lists = new Map<number, readonly WatchWord[]>();
  const unread = nominations.filter((one) => one.status === 'proposed' && relationsIn(asking.caller, one).has('worker'));
  for (const area of await areasByIds(db, [...new Set(unread.map((one) => one.area_id))]))
    lists.set(area.id, await watchWordsOf(db, area));
  const cases = await casesAbout(
    db,
    'nomination_id',
    nominations.map(({ id }) => id),
  );
  const around = { asking, people, titles, portraits, accounts, lists, cases };
  return Promise.all(nominations.map((nomination) => showNomination(around, nomination)));
}

/** What belongs to some nominations, read once for all. */
interface Around {
  asking: Asking;
  people: People;
  titles: Titles;
  portraits: readonly PortraitRow[];
  cases: readonly CaseRow[];
  /** Of those who were asked, who speaks for themself. */
  accounts: ReadonlySet<string>;
  /** Of the areas whose proposals the caller reads before others do. */
  lists: ReadonlyMap<number, readonly WatchWord[]>;
}

async function showNomination(
  { asking, people, titles, portraits, accounts, lists, cases }: Around,
  nomination: NominationRecord,
): Promise<Nomination> {
  const { caller, language } = asking;
  const relations = relationsIn(caller, nomination);
  const works = relations.has('worker');
  const nominee = relations.has('nominee');
  const memberId = nomination.member_id;
  const speaks = memberId !== null && accounts.has(memberId);
  // Whoever nominated them sees what everyone will see; their portrait is for them, workers and, later, everyone.
  const portrait = nominee || works ? portraits.find((one) => one.nomination_id === nomination.id) : undefined;
  const open = agreed.includes(nomination.status) && memberId !== null && people.consents(memberId).star;
  const reading: Reading = { language, reader: readerTo(caller, relations), cases: casesOn(cases, nomination.id) };
  const withheld = withheldOf(reading.cases);
  const screening =
    works && nomination.status === 'proposed' ? screeningOf(wordsOf(nomination), lists.get(nomination.area_id) ?? []) : undefined;
  return {
    id: nomination.id,
    area: nomination.area_slug,
    areaName: nameOf({ name: nomination.area_name, name_en: nomination.area_name_en }, language),
    title: titleOf(titles, nomination.area_id, nomination.title),
    period: nomination.period,
    status: nomination.status,
    name:
      memberId !== null && (agreed.includes(nomination.status) || nominee)
        ? nameShown(people, memberId, nominee && nomination.name_as === null ? 'full' : nomination.name_as, language)
        : (nomination.who ?? gone(asking)),
    sentence: nomination.sentence === null ? gone(asking) : saidIn(reading, 'sentence', nomination.sentence),
    story: saidIn(reading, 'story', nomination.story ?? ''),
    ...(withheld.length > 0 && { withheld }),
    portrait: await showPortrait(asking, portrait, open),
    asked: nomination.asked,
    mine: relations.has('nominator'),
    aboutMe: nominee,
    ...(works && { member: memberId }),
    ...(screening !== undefined && { screening }),
    reason: nomination.reason,
    won: nomination.won,
    can: canOf(relations, nomination, speaks),
    createdAt: nomination.created_at.toISOString(),
    updatedAt: nomination.updated_at.toISOString(),
  };
}

const wordsOf = ({ who, sentence, story }: NominationRecord) => ({ who, sentence, story });

/** One nomination where it may be seen. @throws {Refusal} `nomination.unknown` */
export async function showVisibleNomination(
  asking: Asking,
  db: Db,
  nomination: NominationRecord | undefined,
): Promise<Nomination> {
  if (!nomination || !isVisible(relationsIn(asking.caller, nomination))) throw new Refusal('nomination.unknown');
  const [shown] = await showNominations(asking, db, [nomination]);
  if (!shown) throw new Refusal('nomination.unknown');
  return shown;
}

/** Stars as the caller may see them. */
export async function showStars(asking: Asking, db: Db, stars: readonly StarRecord[]): Promise<Star[]> {
  if (stars.length === 0) return [];
  const members = stars.map((star) => star.member_id);
  const around = {
    people: await loadPeople(db, members),
    records: await recordsOf(db, members),
    rounds: await roundTitles(
      db,
      stars.map((star) => star.round_id),
    ),
    titles: await titlesIn(
      asking,
      db,
      stars.map((star) => star.area_id),
    ),
    portraits: await portraitsOf(
      db,
      stars.map((star) => star.nomination_id),
    ),
    cases: await casesAbout(
      db,
      'nomination_id',
      stars.map((star) => star.nomination_id),
    ),
  };
  const { caller, language } = asking;
  return Promise.all(
    stars.map(async (star): Promise<Star> => {
      const relations = relationsToOne(caller, star);
      const own = relations.has('honoured');
      const inside = own || relations.has('worker');
      const name = nameShown(around.people, star.member_id, star.name_as, language);
      const { wishes = 0, minutes = 0 } = around.records.get(star.member_id) ?? {};
      const portrait = around.portraits.find((one) => one.nomination_id === star.nomination_id);
      const seen = portrait && (inside || (portrait.approved_at !== null && portrait.hidden_at === null)) ? portrait : undefined;
      const reading = { language, reader: readerTo(caller, relations), cases: casesOn(around.cases, star.nomination_id) };
      const withheld = inside ? withheldOf(reading.cases) : [];
      const quoted = isShown(reading, 'quotes') ? (star.quotes ?? []) : [];
      const said = (words: string) => (inside ? words : forStrangers(words));
      return {
        id: star.id,
        area: star.area_slug,
        areaName: nameOf({ name: star.area_name, name_en: star.area_name_en }, language),
        title: titleOf(around.titles, star.area_id, star.title),
        period: star.period,
        name,
        nameAs: star.name_as,
        initial: initialOf(name),
        portrait: await showPortrait(asking, seen, star.agreed === true),
        sentence: saidIn(reading, 'sentence', star.sentence ?? ''),
        story: saidIn(reading, 'story', star.story ?? ''),
        quotes: quoted.map(({ words, by }) => ({ words: said(words), by: said(by) })),
        ...(inside && star.waiting && { waiting: star.waiting }),
        ...(withheld.length > 0 && { withheld }),
        record: { wishes, hours: Math.round(minutes / 6) / 10 },
        round: roundOf(star, around.rounds),
        awardedAt: star.awarded_at.toISOString(),
        mine: own,
        // Of another district: signing in would not help.
        can:
          caller.kind === 'member' && !relations.has('member')
            ? []
            : starCan(relations).filter((verb) => verb !== 'report' || !own),
      };
    }),
  );
}

function roundOf({ round_id: id }: StarRecord, rounds: ReadonlyMap<string, string>): Star['round'] {
  const title = rounds.get(id ?? '');
  return id === null || title === undefined ? null : { id, title };
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What is drawn where there is no portrait: the first character as a reader counts them, so that 𠮷 stays whole. */
export const initialOf = (name: string): string => graphemes.segment(name)[Symbol.iterator]().next().value?.segment ?? '';

/** One star where it may be seen. @throws {Refusal} `star.unknown` */
export async function showVisibleStar(asking: Asking, db: Db, star: StarRecord | undefined): Promise<Star> {
  if (!star || !isStarVisible(star, relationsToOne(asking.caller, star))) throw new Refusal('star.unknown');
  const [shown] = await showStars(asking, db, [star]);
  if (!shown) throw new Refusal('star.unknown');
  return shown;
}
