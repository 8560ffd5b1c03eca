import type { CorrectionState, ModerationState, ProjectStatus, ReportReason } from '@five-micro/contract';
import type { ColumnType, Generated } from 'kysely';
import type { NullableTime, OrNull, Time } from './columns.ts';

/** In fen: comes out as text, never rounded. Below 2^53 in any case, as the contract caps it. */
type Money = ColumnType<string, number, number>;

export interface ProjectTables {
  project: {
    id: string;
    root_id: number;
    area_id: number;
    proposer_id: string;
    acting_id: string | null;
    status: ProjectStatus;
    cost: Money;
    budget: ColumnType<string | null, number | undefined, number>;
    /** A day, as `2026-12-18`. */
    due_on: OrNull<string>;
    percent: Generated<number>;
    open_corrections: Generated<number>;
    ratings: Generated<number>;
    rating_sum: Generated<number>;
    round_id: OrNull<string>;
    votes: OrNull<number>;
    merged_into: OrNull<string>;
    created_at: Time;
    listed_at: NullableTime;
    done_at: NullableTime;
    updated_at: Time;
  };
  project_words: {
    project_id: string;
    title: string;
    story: string;
    place: string;
    original_title: OrNull<string>;
    original_story: OrNull<string>;
    original_place: OrNull<string>;
    reason: OrNull<string>;
    owner: OrNull<string>;
    closing: OrNull<string>;
  };
  milestone: {
    id: string;
    project_id: string;
    author_id: string;
    on_day: string;
    percent: number | null;
    reached_at: NullableTime;
    created_at: Time;
    updated_at: Time;
  };
  milestone_words: { milestone_id: string; title: string; words: string | null };
  project_comment: {
    id: string;
    root_id: number;
    area_id: number;
    project_id: string;
    writer_id: string;
    official: Generated<boolean>;
    supporters: Generated<number>;
    state: OrNull<ModerationState>;
    since: NullableTime;
    decided_by: OrNull<string>;
    created_at: Time;
  };
  project_comment_words: { comment_id: string; words: string; wording: OrNull<string>; reason: OrNull<string> };
  comment_support: { comment_id: string; member_id: string; created_at: Time };
  comment_report: { comment_id: string; member_id: string; reason: ReportReason; created_at: Time };
  comment_report_words: { comment_id: string; member_id: string; words: string };
  correction: {
    comment_id: string;
    project_id: string;
    state: CorrectionState;
    raised_by: OrNull<string>;
    due_at: Time;
    /** When it was told that it is overdue. */
    overdue_at: NullableTime;
    raised_at: Time;
    answered_by: OrNull<string>;
    answered_at: NullableTime;
    decided_by: OrNull<string>;
    decided_at: NullableTime;
  };
  correction_words: { comment_id: string; owner: OrNull<string>; answer: OrNull<string>; reason: OrNull<string> };
  project_rating: { project_id: string; member_id: string; rating: number; created_at: Time; updated_at: Time };
}
