import { type Contact, contact as contactSchema, type Wish } from '@five-micro/contract';
import { serviceEntry } from '../actions/hours.ts';
import { servicesOf } from '../actions/hours-statements.ts';
import { readByAll } from '../actions/words.ts';
import type { Context } from '../http/route.ts';
import { type MemberCaller, visitor } from '../identity/caller.ts';
import { consentsOf, loadPeople } from '../identity/consents.ts';
import { consentRow } from '../members/consent-statements.ts';
import { forStrangers, strangersRead } from '../moderation/mask.ts';
import type { Db, Ports } from '../ports.ts';
import { projectsKept } from '../projects/own.ts';
import { votesKept } from '../rounds/own.ts';
import { starsKept } from '../stars/own.ts';
import { type Place, wishesById, wishesOf } from '../wishes/lists.ts';
import type { WishRecord } from '../wishes/statements.ts';
import { noticesOf } from '../wishes/timeline.ts';
import { showWishes } from '../wishes/view.ts';
import {
  type ClaimKept,
  claimsKept,
  consentChangesKept,
  contactsKept,
  ledgerKept,
  looksKept,
  memberKept,
  type PictureKept,
  picturesKept,
  reportInsKept,
  reportsKept,
  representedKept,
  type SignUpKept,
  signUpsKept,
} from './kept-statements.ts';
import { accountsOf, mergedInto } from './statements.ts';

/** Who exports, and as whom things are shown to them. */
export type Exporting = Omit<Context, 'params' | 'area' | 'caller'> & { caller: MemberCaller };

export type Own = Awaited<ReturnType<typeof gather>>;
type OwnWish = Own['wishes'][number];
type OwnClaim = Own['claims'][number];
type OwnSignUp = Own['actions'][number];
export type { OwnClaim, OwnSignUp, OwnWish };

const page = 100;

/** Where a picture lies in the archive. */
export const pictureName = ({ id, mime }: PictureKept): string => `pictures/${id}.${mime === 'image/jpeg' ? 'jpg' : 'webp'}`;

/**
 * All that is kept of the caller: their own words as they wrote them and their contact opened; of others only what
 * the caller may see of them anyway, without the phone numbers in their words.
 */
export async function gather(context: Exporting, db: Db) {
  const { caller } = context;
  const ids = [caller.id, ...(await mergedInto(db, caller.id))];
  const pictures = await picturesKept(db, ids);
  return {
    me: await myself(context, db, ids),
    wishes: await wishes(context, db, pictures),
    claims: await claims(context, db, ids, pictures),
    actions: await signUps(context, db, ids),
    hours: (await servicesOf(db, { memberId: caller.id, language: context.language })).map((row) => serviceEntry(row, context)),
    projects: await projectsKept(db, ids),
    stars: await starsKept(db, ids),
    votes: await votesKept(db, ids),
    notices: await notices(context, db),
    consents: { now: consentsOf(await consentRow(db, caller.id)), changes: await consentChangesKept(db, ids) },
    looks: await looks(context, db, ids),
    reports: (await reportsKept(db, ids)).map((report) => ({ ...report, at: report.at.toISOString() })),
    points: (await ledgerKept(db, ids)).map(({ at, recordedAt, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
    })),
    pictures,
  };
}

async function myself({ ports, caller }: Exporting, db: Db, ids: readonly string[]) {
  const row = await memberKept(db, caller.id);
  const named = (slug: string | null, name: string | null) => (slug === null ? null : { slug, name });
  return {
    id: row.id,
    name: row.name,
    phone: row.phone === null ? null : await ports.secrets.open(row.phone),
    area: named(row.area_slug, row.area_name),
    branch: named(row.branch_slug, row.branch_name),
    memberSince: row.created_at.toISOString(),
    reportedInAt: row.reported_in_at?.toISOString() ?? null,
    registeredByWorker: row.registered_by !== null,
    residentOf: row.resident_of_slug,
    accounts: await accountsOf(db, ids),
    roles: caller.roles.map(({ role, slug }) => ({ role, area: slug })),
    organisations: (await representedKept(db, ids)).map(({ since, until, ...organisation }) => ({
      ...organisation,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    reportIns: (await reportInsKept(db, ids)).map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}

async function wishes(context: Exporting, db: Db, pictures: readonly PictureKept[]) {
  const all: WishRecord[] = [];
  for (let after: Place | undefined, more = true; more; ) {
    const rows = await wishesOf(db, context.caller.id, after, page);
    all.push(...rows);
    const last = rows.at(-1);
    after = last && { key: last.created_at.toISOString(), id: last.id };
    more = rows.length === page;
  }
  const found = all.length === 0 ? [] : await Promise.all([contactsFor(context.ports, db, all), showWishes(context, db, all)]);
  const [contacts = new Map<string, Contact>(), shown = []] = found;
  return all.map((row, index) => ownWish(row, shown[index], contacts.get(row.id) ?? null, pictures));
}

async function contactsFor({ secrets }: Ports, db: Db, rows: readonly WishRecord[]): Promise<Map<string, Contact>> {
  const kept = await contactsKept(
    db,
    rows.map(({ id }) => id),
  );
  const opened = kept.map(async ({ wish_id, sealed }): Promise<[string, Contact]> => {
    return [wish_id, contactSchema.parse(JSON.parse(await secrets.open(sealed)))];
  });
  return new Map(await Promise.all(opened));
}

/** What somebody else said. */
const others = (text: string | null | undefined): string | null => strangersRead(text ?? null);

/** Their own words as they were written; those of helpers and workers as strangers read them. */
function ownWish(row: WishRecord, shown: Wish | undefined, contact: Contact | null, pictures: readonly PictureKept[]) {
  return {
    id: row.id,
    area: row.area_slug,
    title: row.original_title ?? row.title ?? '',
    story: row.original_story ?? row.story ?? '',
    published: row.original_title === null ? null : { title: row.title ?? '', story: row.story ?? '' },
    kind: row.kind,
    category: row.category,
    status: row.status,
    forWhom: { relation: row.relation, name: row.for_name },
    place: row.place,
    contact,
    wantedBy: row.wanted_by?.toISOString() ?? null,
    claimersWanted: row.wanted,
    onBehalf: row.acting_id !== null,
    reason: others(row.reason),
    claims: (shown?.claims ?? []).map(({ name, state, dueAt, note }) => ({ name, state, dueAt, note: others(note) })),
    confirmation: row.rating === null ? null : { rating: row.rating, thanks: row.thanks },
    closing: others(shown?.closing?.note),
    mergedInto: row.merged_into,
    pictures: pictures.filter((picture) => picture.wish_id === row.id).map(pictureName),
    createdAt: row.created_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

async function claims(context: Exporting, db: Db, ids: readonly string[], pictures: readonly PictureKept[]) {
  const organisations = context.caller.organisations.map(({ id }) => id);
  const rows = await claimsKept(db, ids, organisations);
  const about = new Map<string, Wish>();
  const wishIds = [...new Set(rows.map((row) => row.wish_id))];
  for (let from = 0; from < wishIds.length; from += page) {
    const some = await wishesById(db, wishIds.slice(from, from + page));
    // With the eyes of someone who passes by: helping somebody is no reason to carry their story home.
    for (const wish of await showWishes({ ...context, caller: visitor }, db, some)) about.set(wish.id, wish);
  }
  return rows.map((row) => ownClaim(row, about.get(row.wish_id), ids, pictures));
}

function ownClaim(row: ClaimKept, wish: Wish | undefined, ids: readonly string[], pictures: readonly PictureKept[]) {
  return {
    id: row.id,
    state: row.state,
    organisation: row.organisation,
    inPerson: ids.includes(row.member_id),
    note: row.writer_id !== null && ids.includes(row.writer_id) ? row.note : null,
    pictures: pictures.filter((picture) => picture.claim_id === row.id).map(pictureName),
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    wish: {
      id: row.wish_id,
      area: wish?.area ?? '',
      title: wish?.title ?? '',
      kind: wish?.kind ?? null,
      status: wish?.status ?? null,
      wisher: wish?.wisher.name ?? '',
    },
  };
}

/** What an action says is not theirs: in the words that everybody reads. */
async function signUps({ language }: Exporting, db: Db, ids: readonly string[]) {
  const rows = await signUpsKept(db, ids);
  const read = await readByAll(
    db,
    language,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    ownSignUp({ ...row, title: read(row.id, 'title', row.title), place: read(row.id, 'place', row.place) }),
  );
}

const ownSignUp = (row: SignUpKept) => ({
  id: row.id,
  title: row.title,
  area: row.area,
  place: row.place,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  status: row.status,
  organisation: row.organisation,
  onBehalf: row.acting_id !== null,
  state: row.state,
  signedUpAt: row.signed_up_at.toISOString(),
  checkedInAt: row.checked_in_at?.toISOString() ?? null,
  checkedOutAt: row.checked_out_at?.toISOString() ?? null,
});

async function notices(context: Exporting, db: Db) {
  const all = [];
  for (let before: string | undefined, more = true; more; ) {
    const some = await noticesOf({ ...context, params: {}, area: undefined }, db, context.caller.id, { before, limit: page });
    all.push(...some);
    before = some.at(-1)?.id;
    more = some.length === page;
  }
  return all.map((notice) => ({
    ...notice,
    words: others(notice.words),
    wish: notice.wish && { ...notice.wish, title: forStrangers(notice.wish.title) },
  }));
}

async function looks({ language }: Exporting, db: Db, ids: readonly string[]) {
  const rows = await looksKept(db, ids);
  const people = await loadPeople(
    db,
    rows.map((row) => row.actor_id),
  );
  return rows.map((row) => ({
    at: row.at.toISOString(),
    what: row.round_id !== null ? 'paper' : row.action_id !== null ? 'action' : row.wish_id === null ? 'member' : 'contact',
    wish: row.wish_id,
    action: row.action_id,
    round: row.round_id,
    by: row.actor_id === null ? null : people.masked(row.actor_id, language),
  }));
}
