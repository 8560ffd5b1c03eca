import type { Language, Notice, TimelineEntry, WishPart } from '@five-micro/contract';
import { sql } from 'kysely';
import { actionsNamed, wordsTold as wordsOfAction } from '../actions/named.ts';
import { roundsNamed } from '../rounds/named.ts';
import { projectsNamed, wordsTold } from '../projects/named.ts';
import { nominationsNamed } from '../stars/named.ts';
import { nameOf } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import type { Relation } from '../identity/permissions.ts';
import { forStrangers } from '../moderation/mask.ts';
import { caseOf, readerOf, readsAll } from '../moderation/reading.ts';
import { casesOf } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { isInsider, isVisible, relationsIn } from './lifecycle.ts';
import { claimsOn, type ClaimRecord, type WishRecord } from './statements.ts';
import { type Names, namesFor } from './view.ts';
import { wishesById } from './lists.ts';
import { type Reading, titleOf, wordsOrNull } from './words.ts';

type Visibility = Database['event']['visibility'];

/** Whose step it is. The community's own steps and those of the clock have no name. */
const voices: Record<string, 'wisher' | 'helper' | 'worker' | undefined> = {
  'wish.submitted': 'wisher',
  'wish.edited': 'wisher',
  'wish.withdrawn': 'wisher',
  'wish.confirmed': 'wisher',
  'wish.reopened': 'wisher',
  'wish.claimed': 'helper',
  'wish.released': 'helper',
  'wish.extended': 'helper',
  'wish.fulfilled': 'helper',
  'wish.contact-viewed': 'worker',
};

/** Said to those concerned, not to everyone who reads the timeline. */
const confidential: readonly string[] = ['wish.declined', 'wish.reopened'];

/** Why a worker hid or showed something: said to whoever wrote it. */
const decisions: readonly string[] = ['wish.hidden', 'wish.shown'];

/** Steps whose words stand on the wish too: what is decided about those holds here. */
const saidWith: Record<string, WishPart | undefined> = {
  'wish.fulfilled': 'note',
  'wish.confirmed': 'thanks',
  'wish.closed': 'closing',
};

const steps = (db: Db) =>
  db
    .selectFrom('event')
    .leftJoin('event_words', 'event_words.event_id', 'event.id')
    .leftJoin('organisation', 'organisation.id', 'event.organisation_id')
    .select(['event.id', 'event.type', 'event.at', 'event.actor_id', 'event.on_behalf_of', 'event.data', 'event.wish_id'])
    .select([
      'event.claim_id',
      'event.action_id',
      'event.project_id',
      'event.round_id',
      'event.nomination_id',
      'event_words.words',
      'organisation.name as organisation_name',
    ])
    .select(
      // A helper who was asked to come again says something new: the note of the claim is the last one.
      sql<boolean>`event.type = 'wish.fulfilled' and exists (select 1 from event later where later.wish_id = event.wish_id
        and later.claim_id = event.claim_id and later.type = 'wish.fulfilled' and later.id > event.id)`.as('superseded'),
    );
type Step = Awaited<ReturnType<ReturnType<typeof steps>['executeTakeFirstOrThrow']>>;

/** What was said with a step, as far as this reader may read it. */
function wordsWith(step: Step, reading: Reading): string | null {
  const { reader, cases } = reading;
  if (step.words === null) return null;
  if (decisions.includes(step.type)) {
    const { part, photo = null } = step.data;
    const found = part && caseOf(cases, part, step.claim_id, photo);
    return readsAll(reader, found) ? step.words : null;
  }
  const part = saidWith[step.type];
  if (part === undefined) {
    if (reader.inside) return step.words;
    return confidential.includes(step.type) ? null : forStrangers(step.words);
  }
  const claimId = part === 'note' ? step.claim_id : null;
  const found = caseOf(cases, part, claimId);
  // What was decided about a later note says nothing of an earlier one, which may be why there is a later one.
  if (step.superseded && found && !readsAll(reader, found)) return null;
  return wordsOrNull(reading, part, step.words, claimId);
}

const byOf = (step: Step, names: Names): string | null => {
  const voice = voices[step.type];
  if (voice === 'wisher') return names.wisher;
  // A worker who merges two identities gives a claim back for the helper.
  if (voice === 'helper') return names.helper(step.on_behalf_of ?? step.actor_id, step.organisation_name);
  return voice === 'worker' && step.actor_id !== null ? names.actor(step.actor_id) : null;
};

/** What this caller may read of what happened. */
function readable(relations: ReadonlySet<Relation>): Visibility[] {
  if (relations.has('worker') || relations.has('officer')) return ['public', 'parties', 'workers'];
  return isInsider(relations) ? ['public', 'parties'] : ['public'];
}

/** A wish's way so far, oldest first: a part of the event table, so it cannot differ from what happened. */
export async function timelineOf(
  context: Context,
  db: Db,
  wish: WishRecord,
  claims: readonly ClaimRecord[],
  page: { after: string; limit: number },
): Promise<TimelineEntry[]> {
  const relations = relationsIn(context.caller, wish, claims);
  const rows = await steps(db)
    .where('event.wish_id', '=', wish.id)
    .where('event.visibility', 'in', readable(relations))
    .where('event.id', '>', page.after)
    .orderBy('event.id')
    .limit(page.limit)
    .execute();
  const people = await loadPeople(db, [wish.wisher_id, ...rows.flatMap((row) => [row.actor_id, row.on_behalf_of])]);
  const names = namesFor(context, people, wish, claims);
  const reader = readerOf(context.caller, relations, isInsider(relations));
  const reading = { language: context.language, reader, cases: await casesOf(db, [wish.id]) };
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    at: row.at.toISOString(),
    by: byOf(row, names),
    onBehalf: row.on_behalf_of !== null,
    words: wordsWith(row, reading),
    dueAt: row.data.dueAt ?? null,
  }));
}

/** What concerns a member, newest first. */
export async function noticesOf(
  context: Context,
  db: Db,
  memberId: string,
  page: { before: string | undefined; limit: number },
): Promise<Notice[]> {
  let query = steps(db)
    .innerJoin('notice', 'notice.event_id', 'event.id')
    .leftJoin('area', 'area.id', 'event.area_id')
    .select(['notice.seen_at', 'area.name as area_name', 'area.name_en as area_name_en'])
    .where('notice.member_id', '=', memberId)
    .orderBy('notice.event_id', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('notice.event_id', '<', page.before);
  const rows = await query.execute();
  const wishIds = [...new Set(rows.flatMap((row) => row.wish_id ?? []))];
  const wishes = wishIds.length === 0 ? [] : await wishesById(db, wishIds);
  const claims = wishIds.length === 0 ? [] : await claimsOn(db, wishIds);
  const cases = await casesOf(db, wishIds);
  const people = await loadPeople(db, [
    ...wishes.map((wish) => wish.wisher_id),
    ...rows.flatMap((row) => [row.actor_id, row.on_behalf_of]),
  ]);
  const actions = await actionsNamed(
    context,
    db,
    rows.flatMap((row) => row.action_id ?? []),
  );
  const rounds = await roundsNamed(
    context,
    db,
    rows.flatMap((row) => row.round_id ?? []),
  );
  const projects = await projectsNamed(
    context,
    db,
    rows.flatMap((row) => row.project_id ?? []),
  );
  const nominations = await nominationsNamed(
    context,
    db,
    rows.flatMap((row) => row.nomination_id ?? []),
  );
  return rows.map((row) => {
    const wish = wishes.find((one) => one.id === row.wish_id);
    const own = claims.filter((claim) => claim.wish_id === row.wish_id);
    const relations: ReadonlySet<Relation> = wish ? relationsIn(context.caller, wish, own) : new Set();
    const reading = {
      language: context.language,
      reader: readerOf(context.caller, relations, isInsider(relations)),
      cases: cases.filter((found) => found.wish_id === row.wish_id),
    };
    const action = actions.get(row.action_id ?? '');
    const seen = wish !== undefined && isVisible(context.caller, wish, own, relations);
    return {
      id: row.id,
      type: row.type,
      at: row.at.toISOString(),
      seen: row.seen_at !== null,
      by: wish ? byOf(row, namesFor(context, people, wish, own)) : null,
      wish: seen ? { id: wish.id, title: titleOf(reading, wish), status: wish.status } : null,
      action: action?.shown ?? null,
      project: projects.get(row.project_id ?? '')?.shown ?? null,
      round: rounds.get(row.round_id ?? '') ?? null,
      nomination: nominations.get(row.nomination_id ?? '') ?? null,
      about:
        wish || row.action_id !== null || row.project_id !== null || row.round_id !== null || row.nomination_id !== null
          ? null
          : aboutOf(row, context.language),
      // What is the writer's own business was said to nobody else; the rest follows what is decided about it.
      words: action
        ? wordsOfAction(row, action)
        : saidWith[row.type] === undefined
          ? wordsTold(row, projects.get(row.project_id ?? ''))
          : wordsWith(row, reading),
    };
  });
}

/** What a notice without a wish is about: an organisation, else the area where it happened. */
const aboutOf = (
  row: { organisation_name: string | null; area_name: string | null; area_name_en: string | null },
  language: Language,
): string | null =>
  row.organisation_name ??
  (row.area_name === null ? null : nameOf({ name: row.area_name, name_en: row.area_name_en ?? row.area_name }, language));

/** Marks notices up to one as seen. */
export const seeNotices = (db: Db, memberId: string, upTo: string, at: Date) =>
  db
    .updateTable('notice')
    .set({ seen_at: at })
    .where('member_id', '=', memberId)
    .where('event_id', '<=', upTo)
    .where('seen_at', 'is', null)
    .execute();

export async function unseenNotices(db: Db, memberId: string): Promise<number> {
  const { n } = await db
    .selectFrom('notice')
    .select((count) => count.fn.countAll<string>().as('n'))
    .where('member_id', '=', memberId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}
