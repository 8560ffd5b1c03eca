import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** What is kept of someone, for their export. `ids` are theirs and those of identities that were merged into theirs. */
type Ids = readonly string[];

export const memberKept = (db: Db, memberId: string) =>
  db
    .selectFrom('member')
    .leftJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .leftJoin('area as named', 'named.id', 'member.resident_of')
    .leftJoin('affiliation', 'affiliation.member_id', 'member.id')
    .leftJoin('organisation as branch', 'branch.id', 'affiliation.organisation_id')
    .select(['member.id', 'member.created_at', 'member.reported_in_at', 'member.registered_by'])
    .select(['member_profile.name', 'member_profile.phone'])
    .select('named.slug as resident_of_slug')
    .select(['area.slug as area_slug', 'area.name as area_name', 'branch.slug as branch_slug', 'branch.name as branch_name'])
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow();

export const reportInsKept = (db: Db, ids: Ids) =>
  db
    .selectFrom('report_in')
    .innerJoin('area', 'area.id', 'report_in.area_id')
    .leftJoin('organisation', 'organisation.id', 'report_in.organisation_id')
    .select(['area.slug as area', 'organisation.slug as organisation', 'report_in.state', 'report_in.created_at as at'])
    .where('report_in.member_id', 'in', ids)
    .orderBy('report_in.created_at')
    .orderBy('report_in.id')
    .execute();

export const representedKept = (db: Db, ids: Ids) =>
  db
    .selectFrom('representative')
    .innerJoin('organisation', 'organisation.id', 'representative.organisation_id')
    .select(['organisation.slug', 'organisation.name', 'representative.since', 'representative.withdrawn_at as until'])
    .where('representative.member_id', 'in', ids)
    .orderBy('organisation.id')
    .execute();

export const contactsKept = (db: Db, wishIds: readonly string[]) =>
  db.selectFrom('wish_contact').select(['wish_id', 'sealed']).where('wish_id', 'in', wishIds).execute();

/** Own claims and those of organisations that one represents; the note where one wrote it. */
export const claimsKept = (db: Db, ids: Ids, organisationIds: readonly number[]) =>
  db
    .selectFrom('claim')
    .leftJoin('claim_words', 'claim_words.claim_id', 'claim.id')
    .leftJoin('organisation', 'organisation.id', 'claim.organisation_id')
    .select(['claim.id', 'claim.wish_id', 'claim.state', 'claim.due_at', 'claim.created_at', 'claim.ended_at'])
    .select(['claim.member_id', 'organisation.name as organisation', 'claim_words.note'])
    .select(
      sql<
        string | null
      >`(select event.actor_id from event where event.wish_id = claim.wish_id and event.claim_id = claim.id and event.type = 'wish.fulfilled' order by event.id desc limit 1)`.as(
        'writer_id',
      ),
    )
    .where((is) =>
      is.or([
        is('claim.member_id', 'in', ids),
        ...(organisationIds.length > 0 ? [is('claim.organisation_id', 'in', organisationIds)] : []),
      ]),
    )
    .orderBy('claim.created_at', 'desc')
    .orderBy('claim.id', 'desc')
    .execute();
export type ClaimKept = Awaited<ReturnType<typeof claimsKept>>[number];

/** Each change of what others see, oldest first. It was told in every area that it touched, which is one change all the same. */
export async function consentChangesKept(db: Db, ids: Ids) {
  const rows = await db
    .selectFrom('event')
    .select(['event.at', 'event.data'])
    .where('event.actor_id', 'in', ids)
    .where('event.type', '=', 'consent.changed')
    .orderBy('event.id')
    .execute();
  const changes = rows.map(({ at, data }) => ({ at: at.toISOString(), surface: data.surface ?? '', value: data.value ?? '' }));
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/**
 * Who opened the contact of one's wishes, one's entry in the members' list, or an action's list or a round's papers with
 * one's name; oldest first.
 */
export async function looksKept(db: Db, ids: Ids) {
  const looks = db
    .selectFrom('event')
    .select(['event.id', 'event.at', 'event.wish_id', 'event.action_id', 'event.round_id', 'event.actor_id'])
    .where('event.actor_id', 'not in', ids);
  const own = db.selectFrom('wish').select('wish.id').where('wish.wisher_id', 'in', ids);
  const contacts = await looks.where('event.type', '=', 'wish.contact-viewed').where('event.wish_id', 'in', own).execute();
  const entries = await looks
    .where('event.type', '=', 'members.looked')
    .where(sql<string>`event.data ->> 'member'`, 'in', ids)
    .execute();
  const lists = await looks
    .where('event.type', '=', 'action.list-viewed')
    .where('event.action_id', 'in', db.selectFrom('sign_up').select('sign_up.action_id').where('sign_up.member_id', 'in', ids))
    .where('event.at', '>=', (since) =>
      since
        .selectFrom('sign_up')
        .select((is) => is.fn.min('sign_up.signed_up_at').as('at'))
        .whereRef('sign_up.action_id', '=', 'event.action_id')
        .where('sign_up.member_id', 'in', ids),
    )
    .execute();
  const papers = await looks
    .where('event.type', '=', 'round.papers-viewed')
    .where((is) =>
      is.exists(
        is
          .selectFrom('paper_ballot')
          .select('paper_ballot.id')
          .whereRef('paper_ballot.round_id', '=', 'event.round_id')
          .whereRef('paper_ballot.entered_at', '<=', 'event.at')
          .where('paper_ballot.member_id', 'in', ids),
      ),
    )
    .execute();
  return [...contacts, ...entries, ...lists, ...papers].sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
}

/** Sign-ups, also those that were given up; the latest to begin first. */
export const signUpsKept = (db: Db, ids: Ids) =>
  db
    .selectFrom('sign_up')
    .innerJoin('action', 'action.id', 'sign_up.action_id')
    .innerJoin('action_words', 'action_words.action_id', 'action.id')
    .innerJoin('area', 'area.id', 'action.area_id')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select(['action.id', 'action_words.title', 'area.slug as area', 'action.starts_at', 'action.ends_at', 'action.status'])
    .select(['sign_up.state', 'sign_up.signed_up_at', 'sign_up.checked_in_at', 'sign_up.checked_out_at', 'sign_up.acting_id'])
    .select(['action_words.place', 'organisation.name as organisation'])
    .where('sign_up.member_id', 'in', ids)
    .orderBy('action.starts_at', 'desc')
    .orderBy('action.id', 'desc')
    .execute();
export type SignUpKept = Awaited<ReturnType<typeof signUpsKept>>[number];

export const reportsKept = (db: Db, ids: Ids) =>
  db
    .selectFrom('moderation_report as report')
    .innerJoin('moderation_case as reported', 'reported.id', 'report.case_id')
    .leftJoin('moderation_report_words as said', (join) =>
      join.onRef('said.case_id', '=', 'report.case_id').onRef('said.member_id', '=', 'report.member_id'),
    )
    .select(['report.created_at as at', 'reported.wish_id as wish', 'reported.project_id as project'])
    .select([
      'reported.nomination_id as nomination',
      'reported.action_id as action',
      'reported.part',
      'report.reason',
      'said.words',
    ])
    .where('report.member_id', 'in', ids)
    .orderBy('report.created_at')
    .execute();

/**
 * Pictures of one's wishes and proposals and one's portraits, whoever stored them, and those that one stored oneself but
 * for other people's, for actions, and for reports of projects.
 */
export const picturesKept = (db: Db, ids: Ids) =>
  db
    .selectFrom('upload')
    .select(['id', 'wish_id', 'claim_id', 'mime', 'created_at'])
    .where((is) =>
      is.or([
        is('wish_id', 'in', is.selectFrom('wish').select('wish.id').where('wish.wisher_id', 'in', ids)),
        is.and([
          is('owner_id', 'in', ids),
          is('wish_id', 'is', null),
          is('action_id', 'is', null),
          is('milestone_id', 'is', null),
          is('comment_id', 'is', null),
          is('project_id', 'is', null),
          is('nomination_id', 'is', null),
        ]),
        is('project_id', 'in', is.selectFrom('project').select('project.id').where('project.proposer_id', 'in', ids)),
        is(
          'nomination_id',
          'in',
          is
            .selectFrom('nomination')
            .select('nomination.id')
            .where('nomination.member_id', 'in', ids)
            .where('nomination.status', '<>', 'proposed'),
        ),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
export type PictureKept = Awaited<ReturnType<typeof picturesKept>>[number];

/** The points ledger, in the order in which it was written. */
export const ledgerKept = (db: Db, ids: Ids) =>
  db
    .selectFrom('point_entry')
    .innerJoin('area', 'area.id', 'point_entry.area_id')
    .leftJoin('organisation', 'organisation.id', 'point_entry.organisation_id')
    .leftJoin('point_words', 'point_words.entry_id', 'point_entry.id')
    .select(['point_entry.id', 'point_entry.rule', 'point_entry.amount', 'point_entry.minutes', 'area.slug as area'])
    .select(['organisation.slug as organisation', 'point_entry.wish_id as wish', 'point_entry.action_id as action'])
    .select(['point_entry.at', 'point_entry.recorded_at as recordedAt', 'point_entry.reverses', 'point_words.reason'])
    .where('point_entry.member_id', 'in', ids)
    .orderBy('point_entry.id')
    .execute();
