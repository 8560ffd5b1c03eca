import { sql } from 'kysely';
import type { Db } from '../ports.ts';
import type { EventData } from './schema.ts';

export interface NewEvent {
  type: string;
  area: { id: number; root_id: number } | null;
  at: Date;
  rootId?: number;
  visibility?: 'public' | 'parties' | 'workers';
  wishId?: string;
  claimId?: string | null;
  actionId?: string;
  projectId?: string;
  roundId?: string;
  nominationId?: string;
  actorId?: string | null;
  onBehalfOf?: string | null;
  organisationId?: number | null;
  data?: EventData;
  /** What a person said with it; kept apart from the event, where it can be erased. */
  words?: string | null;
  /** Members whom it concerns; the actor is not told of their own doing. */
  notify?: readonly (string | null)[];
}

/** What is told of a step besides what it is, whose and when. */
export type Told = Pick<NewEvent, 'visibility' | 'onBehalfOf' | 'organisationId' | 'data' | 'words' | 'notify'>;

/** Who does something, and when: a person, or the clock. */
export interface Hand {
  db: Db;
  at: Date;
  /** Null for what time does by itself. */
  actorId: string | null;
}

/** Writes one fact down, in the transaction that made it true. Answers the event's id. */
export async function recordEvent(db: Db, event: NewEvent): Promise<string> {
  const { id } = await db
    .insertInto('event')
    .values({
      root_id: event.area?.root_id ?? event.rootId ?? 0,
      area_id: event.area?.id ?? null,
      type: event.type,
      wish_id: event.wishId ?? null,
      claim_id: event.claimId ?? null,
      action_id: event.actionId ?? null,
      project_id: event.projectId ?? null,
      round_id: event.roundId ?? null,
      nomination_id: event.nominationId ?? null,
      actor_id: event.actorId ?? null,
      on_behalf_of: event.onBehalfOf ?? null,
      organisation_id: event.organisationId ?? null,
      visibility: event.visibility ?? 'public',
      data: JSON.stringify(event.data ?? {}),
      at: event.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (event.words) {
    await db
      .insertInto('event_words')
      .values({ event_id: id, wish_id: event.wishId ?? null, words: event.words })
      .execute();
  }
  const concerned = [...new Set((event.notify ?? []).filter((member) => member !== null && member !== event.actorId))];
  if (concerned.length > 0) await notify(db, id, concerned, event.actorId ?? null);
  return id;
}

/** Whoever was merged is told as who they are today; whoever was erased is told nothing. */
const notices = (db: Db, eventId: string, concerned: readonly (string | null)[], actorId: string | null) =>
  db
    .insertInto('notice')
    .columns(['member_id', 'event_id'])
    .expression((from) =>
      from
        .selectFrom('member')
        .select((is) => [
          is.fn.coalesce('member.merged_into', 'member.id').as('member_id'),
          is.cast<string>(is.val(eventId), 'bigint').as('event_id'),
        ])
        .distinct()
        .where('member.id', 'in', concerned)
        .where('member.erased_at', 'is', null)
        .where((is) => is(is.fn.coalesce('member.merged_into', 'member.id'), 'is distinct from', actorId)),
    )
    .returning(['member_id', 'event_id']);

/** With the notices, in one statement, what their portals are to be told: neither is there without the other. */
const notify = (db: Db, eventId: string, concerned: readonly (string | null)[], actorId: string | null) =>
  db
    .with('told', () => notices(db, eventId, concerned, actorId))
    .insertInto('webhook_message')
    .columns(['webhook_id', 'message_id', 'member_id', 'event_id', 'created_at', 'next_at'])
    .expression((from) =>
      from
        .selectFrom('told')
        .innerJoin('event', 'event.id', 'told.event_id')
        .innerJoin('member', 'member.id', 'told.member_id')
        .innerJoin('identity', 'identity.member_id', 'member.id')
        .innerJoin('webhook', 'webhook.iss', 'identity.iss')
        .innerJoin('area', (on) =>
          on.on((is) => is('area.id', '=', is.fn.coalesce('member.area_id', 'event.area_id', 'event.root_id'))),
        )
        .select((is) => [
          'webhook.id',
          sql<string>`'notice_' || told.event_id || '_' || replace(told.member_id::text, '-', '')`.as('message_id'),
          is.ref('told.member_id').as('member_id'),
          is.ref('told.event_id').as('event_id'),
          is.ref('event.at').as('created_at'),
          is.ref('event.at').as('next_at'),
        ])
        .distinct()
        .where('webhook.off_at', 'is', null)
        .where(sql<boolean>`webhook.area_id = any (area.path)`),
    )
    .execute();
