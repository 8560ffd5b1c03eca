import type { Claim, Language, Photo, Wish } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById, nameOf } from '../areas/statements.ts';
import type { Context } from '../http/route.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import { maskName } from '../identity/names.ts';
import type { Relation } from '../identity/permissions.ts';
import { readerOf, seesPhoto } from '../moderation/reading.ts';
import { screeningOf } from '../moderation/screening.ts';
import { casesOf } from '../moderation/statements.ts';
import type { WatchWord } from '../moderation/watch-words.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { type PhotoRow, photosOf } from '../uploads/statements.ts';
import {
  canOf,
  type ClaimFacts,
  isHeld,
  isInsider,
  isPublic,
  isTheirs,
  isVisible,
  relationsIn,
  type WishFacts,
} from './lifecycle.ts';
import { type ClaimRecord, claimsOn, type WishRecord } from './statements.ts';
import { type Reading, titleOf, wordsOf, wordsOrNull } from './words.ts';

/** What the people of one wish are called in front of this caller. */
export interface Names {
  wisher: string;
  helper(memberId: string | null, organisation: string | null): string;
  /** Someone the wisher named. */
  third(name: string | null): string;
  /** Any actor, in a log that workers read. */
  actor(memberId: string): string;
}

/**
 * Names as consent allows; masked in any case for workers of the area and for oneself. A full name stands in none of
 * these: workers and helpers find it in the contact, where the look is logged.
 */
export function namesFor(
  { caller, language }: { caller: Context['caller']; language: Language },
  people: People,
  wish: WishFacts,
  claims: readonly ClaimFacts[],
): Names {
  const relations = relationsIn(caller, wish, claims);
  const works = relations.has('worker');
  const self = (id: string | null) => caller.kind === 'member' && id !== null && caller.id === people.today(id);
  return {
    wisher: works || self(wish.wisher_id) ? people.masked(wish.wisher_id, language) : people.author(wish.wisher_id, language),
    helper(memberId, organisation) {
      if (organisation !== null) return organisation;
      return memberId !== null && (works || self(memberId))
        ? people.masked(memberId, language)
        : people.helper(memberId, language);
    },
    third: (name) =>
      name !== null && (works || self(wish.wisher_id)) ? maskName(name) : people.thirdPerson(name, wish.wisher_id, language),
    actor: (id) => people.masked(id, language),
  };
}

type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

/** A wish in front of one caller, with all that belongs to it. */
interface Sight extends Reading {
  asking: Asking;
  wish: WishRecord;
  claims: ClaimRecord[];
  photos: PhotoRow[];
  people: People;
  relations: ReadonlySet<Relation>;
  names: Names;
  /** The area's list, where the caller checks the wish before it goes up. */
  watchWords: readonly WatchWord[] | undefined;
}

/** Wishes as the caller may see them; what belongs to them is read once for all, whatever their number. */
export async function showWishes(asking: Asking, db: Db, wishes: readonly WishRecord[]): Promise<Wish[]> {
  if (wishes.length === 0) return [];
  const claims = await claimsOn(
    db,
    wishes.map((wish) => wish.id),
  );
  const done = claims.filter(isHeld);
  const photos = await photosOf(
    db,
    wishes.map((wish) => wish.id),
    done.map((claim) => claim.id),
  );
  const people = await loadPeople(db, [...wishes.map((wish) => wish.wisher_id), ...done.map((claim) => claim.member_id)]);
  const cases = await casesOf(
    db,
    wishes.map((wish) => wish.id),
  );
  const sights = wishes.map((wish) => {
    const own = claims.filter((claim) => claim.wish_id === wish.id);
    const relations = relationsIn(asking.caller, wish, own);
    return {
      asking,
      language: asking.language,
      wish,
      claims: own,
      photos,
      people,
      relations,
      cases: cases.filter((found) => found.wish_id === wish.id),
      reader: readerOf(asking.caller, relations, isInsider(relations)),
      names: namesFor(asking, people, wish, own),
    };
  });
  const checking = sights.filter(({ wish, reader }) => wish.status === 'submitted' && reader.looksAfter);
  const lists = await watchWordsIn(
    db,
    checking.map(({ wish }) => wish.area_id),
  );
  return Promise.all(
    sights.map((sight) =>
      showWish({ ...sight, watchWords: checking.includes(sight) ? lists.get(sight.wish.area_id) : undefined }),
    ),
  );
}

async function watchWordsIn(db: Db, areaIds: readonly number[]): Promise<Map<number, readonly WatchWord[]>> {
  const lists = new Map<number, readonly WatchWord[]>();
  for (const id of new Set(areaIds)) lists.set(id, await watchWordsOf(db, await areaById(db, id)));
  return lists;
}

/** One wish where it may be seen, else undefined. */
export async function showVisible(asking: Asking, db: Db, wish: WishRecord | undefined): Promise<Wish | undefined> {
  if (!wish) return undefined;
  const claims = isPublic(wish.status) ? [] : await claimsOn(db, [wish.id]);
  if (!isVisible(asking.caller, wish, claims, relationsIn(asking.caller, wish, claims))) return undefined;
  return (await showWishes(asking, db, [wish]))[0];
}

async function showWish(sight: Sight): Promise<Wish> {
  const { asking, wish, claims, photos, people, relations, reader, names, watchWords } = sight;
  const { caller, language } = asking;
  const erased = wish.wisher_erased_at !== null;
  const looksAfter = ['wisher', 'worker', 'officer'] as const;
  const ended = (wish.ended_at ?? wish.updated_at).toISOString();
  return {
    id: wish.id,
    area: wish.area_slug,
    areaName: nameOf({ name: wish.area_name, name_en: wish.area_name_en }, language),
    title: titleOf(sight, wish),
    story: wordsOf(sight, 'story', wish.story),
    kind: wish.kind,
    category: wish.category,
    status: wish.status,
    wisher: { name: names.wisher },
    forWhom: { relation: wish.relation, name: wish.relation === 'self' ? names.wisher : names.third(wish.for_name) },
    place: wordsOrNull(sight, 'place', wish.place),
    wantedBy: wish.wanted_by?.toISOString() ?? null,
    claimersWanted: wish.wanted,
    claimersHeld: wish.held,
    claims: await Promise.all(claims.filter(isHeld).map((claim) => showClaim(sight, claim))),
    photos: await showPhotos(
      sight,
      photos.filter((photo) => photo.wish_id === wish.id),
      people.consents(wish.wisher_id).photos,
    ),
    confirmation:
      wish.status === 'confirmed' && wish.rating !== null
        ? { rating: wish.rating, thanks: wordsOrNull(sight, 'thanks', wish.thanks), at: ended }
        : null,
    closing: wish.status === 'closed' ? { note: wordsOf(sight, 'closing', wish.closing_note), at: ended } : null,
    onBehalf: wish.acting_id !== null,
    mine: caller.kind === 'member' && caller.id === wish.wisher_id,
    can: canOf(caller, wish, relations),
    createdAt: wish.created_at.toISOString(),
    publishedAt: wish.published_at?.toISOString() ?? null,
    updatedAt: wish.updated_at.toISOString(),
    ...(looksAfter.some((relation) => relations.has(relation)) && {
      reason: wish.reason,
      original: wish.original_title === null ? null : { title: wish.original_title, story: wish.original_story ?? '' },
      mergedInto: wish.merged_into,
    }),
    ...(reader.inside && withheldOf(sight)),
    ...(watchWords && {
      screening: screeningOf({ title: wish.title, story: wish.story, place: wish.place }, watchWords),
    }),
    ...(erased && { erased }),
  };
}

/** What strangers do not see now, for those concerned. */
function withheldOf({ cases }: Sight): Pick<Wish, 'withheld'> {
  const withheld = cases
    .filter(({ state }) => state === 'held' || state === 'hidden')
    .map(({ part, claim_id: claim, state }) => ({ part, claim, state }));
  return withheld.length === 0 ? {} : { withheld };
}

async function showClaim(sight: Sight, claim: ClaimRecord): Promise<Claim> {
  const { asking, photos, people, names } = sight;
  const reported = claim.state === 'done';
  const note = reported ? wordsOrNull(sight, 'note', claim.note, claim.id) : null;
  return {
    id: claim.id,
    name: names.helper(claim.member_id, claim.organisation_name),
    ...(claim.organisation_slug !== null && { organisation: claim.organisation_slug }),
    state: claim.state,
    dueAt: claim.due_at.toISOString(),
    mine: isTheirs(asking.caller, claim),
    ...(note !== null && { note }),
    photos: await showPhotos(
      sight,
      reported ? photos.filter((photo) => photo.claim_id === claim.id) : [],
      people.consents(claim.member_id).photos,
    ),
  };
}

/** Pictures: to everyone once the person agreed, a worker looked and the wish is up; to those concerned at once. */
async function showPhotos({ asking, wish, reader }: Sight, photos: readonly PhotoRow[], consented: boolean): Promise<Photo[]> {
  const shown = photos.map((photo) => ({
    photo,
    open: consented && photo.approved_at !== null && photo.hidden_at === null && isPublic(wish.status),
  }));
  return Promise.all(
    shown
      .filter(({ photo, open }) => seesPhoto(photo, reader, open))
      .map(async ({ photo: { id, width, height, hidden_at }, open }) => ({
        id,
        width,
        height,
        public: open,
        url: await photoUrl(asking, id, open, hidden_at),
      })),
  );
}
