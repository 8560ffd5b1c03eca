import type { PointRule } from '@five-micro/contract';
import { sql } from 'kysely';
import { prepared } from '../db/prepared.ts';
import type { Db } from '../ports.ts';
import { pointDefaults } from './rules.ts';

/** One deed that may bring points. */
export interface Deed {
  /** Who did it; what is written for someone merged counts for whom they are today. */
  memberId: string;
  /** The organisation in whose name it was done. */
  organisationId: number | null;
  /** Where the deed belongs: its rules hold. */
  area: { id: number; root_id: number };
  rule: PointRule;
  /** Names the deed for good, as `wish-helped:<claim>`: the same source never pays twice. */
  source: string;
  /** When it was done; decides which day's cap and which periods it counts in. */
  at: Date;
  /** Who caused it: the wisher, a worker, oneself; null where time did. */
  actorId: string | null;
  /** Minutes of service; a rule by the hour is paid for these. */
  minutes?: number;
  wishId?: string;
  actionId?: string;
  reportInId?: string;
  /** When it is written down, where that is later than the deed. */
  recordedAt?: Date;
}

/**
 * Writes one entry into the ledger and counts it, in one statement: the day's cap, the totals of the week, month,
 * quarter, year and of all time. Beyond the cap the entry is written with what is left, be it 0, as it then explains
 * itself. Answers nothing where that source was paid before.
 */
export async function award(db: Db, deed: Deed): Promise<{ id: string; amount: number } | undefined> {
  const { amount, daily } = pointDefaults[deed.rule];
  const { rows } = await sql<{ id: string; amount: number }>`${prepared}
    select id, amount from award_points(
      ${deed.memberId}::uuid, ${deed.organisationId}::integer, ${deed.area.id}::integer, ${deed.rule}::text,
      ${amount}::integer, ${daily}::integer, ${deed.source}::text, ${deed.at}::timestamptz,
      ${deed.recordedAt ?? deed.at}::timestamptz, ${deed.actorId}::uuid, ${deed.minutes ?? null}::integer,
      ${deed.wishId ?? null}::uuid, ${deed.actionId ?? null}::uuid, ${deed.reportInId ?? null}::uuid
    )`.execute(db);
  return rows[0];
}

export interface Correction {
  entryId: string;
  actorId: string | null;
  /** Words, kept apart from the ledger; null where the correction explains itself. */
  reason: string | null;
  at: Date;
}

/**
 * Takes one entry back by another of the opposite amount, which counts where the first did: on its day, so that the
 * cap is free again, and in its periods. Answers nothing where that was done before, or for an entry that is itself
 * a correction.
 */
export async function reverse(db: Db, { entryId, actorId, reason, at }: Correction): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select reverse_points(${entryId}::bigint, ${actorId}::uuid, ${at}::timestamptz) as id`.execute(db);
  const id = rows[0]?.id;
  if (id == null) return undefined;
  if (reason !== null) await db.insertInto('point_words').values({ entry_id: id, reason }).execute();
  return { id };
}
