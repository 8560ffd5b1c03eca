import { recordEvent } from '../db/events.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';
import { insertUpload } from '../uploads/statements.ts';
import { searchWords } from '../wishes/search.ts';
import { insertClaim, insertWish, setContact, setNote } from '../wishes/statements.ts';
import { claimsOf, historyOf, photosSeenHoursAgo } from './history.ts';
import { type Ago, known, type Places, type Telling } from './seed-people.ts';
import type { SampleClaim, SampleCommunity, SampleWish } from './types.ts';

/** A picture's bytes, and its size in pixels. */
export interface StoredPicture {
  data: Uint8Array;
  width: number;
  height: number;
}

export interface Surroundings {
  places: Places;
  people: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, StoredPicture>;
  ago: Ago;
}

export interface StoredWish {
  id: string;
  /** In the order of `claimsOf(wish)`. */
  claims: readonly string[];
}

/** Stores the wishes as they are now, and answers how they came to be so, to be told in the order of time. */
export async function seedWishes(
  ports: Ports,
  db: Db,
  sample: SampleCommunity,
  around: Surroundings,
): Promise<{ stored: Map<string, StoredWish>; tellings: Telling[] }> {
  const ids = new Map(sample.wishes.map((wish) => [wish.key, idAt(ports, around.ago(wish.postedHoursAgo))]));
  // Those that others were merged into come first.
  const inOrder = [...sample.wishes].sort((a, b) => Number(a.merged !== undefined) - Number(b.merged !== undefined));
  const stored = new Map<string, StoredWish>();
  const tellings: Telling[] = [];
  for (const wish of inOrder) {
    await storeWish(ports, db, wish, ids, around);
    const claimIds = await storeClaims(ports, db, wish, known(ids, wish.key), around);
    stored.set(wish.key, { id: known(ids, wish.key), claims: claimIds });
    tellings.push(...tellWish(db, wish, { ids, claimIds, around }));
  }
  return { stored, tellings };
}

const idAt = ({ random }: Ports, at: Date) => newId({ clock: () => at, random });

async function storeWish(
  ports: Ports,
  db: Db,
  wish: SampleWish,
  ids: ReadonlyMap<string, string>,
  around: Surroundings,
): Promise<void> {
  const { ago, people } = around;
  const id = known(ids, wish.key);
  const area = known(around.places.areas, wish.area);
  const history = historyOf(wish);
  const last = history.at(-1);
  const held = claimsOf(wish).filter((claim) => claim.state === 'active' || claim.state === 'done');
  const over = wish.confirmed ?? wish.closed ?? wish.withdrawn ?? wish.merged;
  const endedHoursAgo = wish.status === 'expired' ? last?.hoursAgo : over?.hoursAgo;
  const written = { title: wish.title, story: wish.story ?? '' };
  const shown = { ...(wish.redacted ?? written), place: wish.place ?? null };
  await insertWish(
    db,
    {
      id,
      root_id: area.root_id,
      area_id: area.id,
      wisher_id: known(people, wish.wisher),
      acting_id: wish.actingWorker === undefined ? null : known(people, wish.actingWorker),
      kind: wish.kind,
      category: wish.category,
      status: wish.status,
      relation: wish.forWhom.relation,
      wanted: wish.claimersWanted ?? 1,
      held: held.length,
      done: held.filter((claim) => claim.state === 'done').length,
      wanted_by: wish.wantedByDays === undefined ? null : ago(-24 * wish.wantedByDays),
      rating: wish.confirmed?.rating ?? null,
      merged_into: wish.merged ? known(ids, wish.merged.into) : null,
      created_at: ago(wish.postedHoursAgo),
      published_at: wish.publishedHoursAgo === undefined ? null : ago(wish.publishedHoursAgo),
      ended_at: endedHoursAgo === undefined ? null : ago(endedHoursAgo),
      updated_at: ago(last?.hoursAgo ?? wish.postedHoursAgo),
    },
    {
      ...shown,
      ...searchWords(shown),
      ...(wish.redacted && { original_title: written.title, original_story: written.story }),
      for_name: wish.forWhom.name ?? null,
      reason: wish.declined?.reason ?? null,
      closing_note: wish.closed?.note ?? null,
      thanks: wish.confirmed?.thanks ?? null,
    },
  );
  if (wish.contact) {
    const { name = null, phone = null, address = null } = wish.contact;
    await setContact(db, id, await ports.secrets.seal(JSON.stringify({ name, phone, address })));
  }
  const approved = wish.photosWaiting ? undefined : wish.publishedHoursAgo;
  const owner = wish.actingWorker ?? wish.wisher;
  await storePhotos(
    ports,
    db,
    wish.photos ?? [],
    { to: { wish_id: id }, owner, area, taken: wish.postedHoursAgo, approved },
    around,
  );
}

async function storeClaims(ports: Ports, db: Db, wish: SampleWish, wishId: string, around: Surroundings): Promise<string[]> {
  const { ago, places, people } = around;
  const area = known(places.areas, wish.area);
  const ids: string[] = [];
  for (const claim of claimsOf(wish)) {
    const id = idAt(ports, ago(claim.hoursAgo));
    const ended = claim.state === 'done' ? claim.fulfilledHoursAgo : claim.state === 'active' ? undefined : claim.endedHoursAgo;
    await insertClaim(db, {
      id,
      root_id: area.root_id,
      wish_id: wishId,
      member_id: known(people, claim.by),
      organisation_id: claim.as === undefined ? null : known(places.organisations, claim.as),
      state: claim.state,
      due_at: ago(-claim.dueHours),
      created_at: ago(claim.hoursAgo),
      ended_at: ended === undefined ? null : ago(ended),
    });
    const note = claim.note ?? claim.returns.at(-1)?.note;
    if (note !== undefined) await setNote(db, id, note);
    const taken = claim.fulfilledHoursAgo ?? claim.hoursAgo;
    const approved = photosSeenHoursAgo(wish, claim);
    const album = { to: { claim_id: id }, owner: claim.by, area, taken, approved };
    const photos = await storePhotos(ports, db, claim.photos ?? [], album, around);
    if (approved === undefined && claim.state === 'done') {
      await holdPhotos(ports, db, photos, { wishId, claimId: id, area, writerId: known(people, claim.by), since: ago(taken) });
    }
    ids.push(id);
  }
  return ids;
}

/** A helper's pictures wait for a worker's look. */
async function holdPhotos(
  ports: Ports,
  db: Db,
  photos: readonly string[],
  of: { wishId: string; claimId: string; area: { id: number; root_id: number }; writerId: string; since: Date },
): Promise<void> {
  for (const upload_id of photos) {
    await db
      .insertInto('moderation_case')
      .values({
        id: idAt(ports, of.since),
        root_id: of.area.root_id,
        area_id: of.area.id,
        wish_id: of.wishId,
        claim_id: of.claimId,
        upload_id,
        part: 'photo',
        writer_id: of.writerId,
        state: 'held',
        since: of.since,
      })
      .execute();
  }
}

interface Album {
  to: { wish_id: string } | { claim_id: string };
  owner: string;
  area: { root_id: number };
  taken: number;
  approved: number | undefined;
}

async function storePhotos(
  ports: Ports,
  db: Db,
  names: readonly string[],
  album: Album,
  { people, pictures, ago }: Surroundings,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [position, name] of names.entries()) {
    const { data, width, height } = known(pictures, name);
    const id = idAt(ports, ago(album.taken));
    await insertUpload(db, {
      id,
      root_id: album.area.root_id,
      owner_id: known(people, album.owner),
      ...album.to,
      position,
      mime: 'image/webp',
      width,
      height,
      bytes: data.length,
      approved_at: album.approved === undefined ? null : ago(album.approved),
      created_at: ago(album.taken),
    });
    await ports.blobs.put(db, id, data);
    ids.push(id);
  }
  return ids;
}

interface Told {
  ids: ReadonlyMap<string, string>;
  claimIds: readonly string[];
  around: Surroundings;
}

function tellWish(db: Db, wish: SampleWish, { ids, claimIds, around }: Told): Telling[] {
  const { ago, people, places } = around;
  const claims = claimsOf(wish);
  return historyOf(wish).map((step) => {
    const at = ago(step.hoursAgo);
    const claim = step.claim === undefined ? undefined : claims[step.claim];
    const data = {
      ...step.data,
      ...(claim && dueAt(step.type, claim, ago)),
      ...(wish.merged && step.type === 'wish.merged' && { into: known(ids, wish.merged.into) }),
    };
    const tell = async () => {
      await recordEvent(db, {
        type: step.type,
        area: known(places.areas, wish.area),
        at,
        wishId: known(ids, wish.key),
        claimId: step.claim === undefined ? null : (claimIds[step.claim] ?? null),
        actorId: step.actor === null ? null : known(people, step.actor),
        onBehalfOf: step.onBehalfOf === undefined ? null : known(people, step.onBehalfOf),
        organisationId: claim?.as === undefined ? null : known(places.organisations, claim.as),
        ...(step.visibility && { visibility: step.visibility }),
        data,
        words: step.words ?? null,
        notify: step.notify.map((sub) => known(people, sub)),
      });
    };
    return { at, tell };
  });
}

/** A claim says until when; one that was renewed has had an earlier date before, which the sample does not tell. */
const dueAt = (type: string, claim: SampleClaim, ago: Ago) =>
  type === 'wish.claimed' ? { dueAt: ago(-claim.dueHours).toISOString() } : {};
