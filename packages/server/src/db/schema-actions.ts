import type { ActionStatus, SignUpState } from '@five-micro/contract';
import type { Generated } from 'kysely';
import type { NullableTime, OrNull, Time } from './columns.ts';

export interface ActionTables {
  action: {
    id: string;
    root_id: number;
    area_id: number;
    author_id: string;
    organisation_id: number | null;
    category: string;
    status: ActionStatus;
    starts_at: Time;
    ends_at: Time;
    places: number;
    taken: Generated<number>;
    waiting: Generated<number>;
    tickets: Generated<number>;
    minimum_age: number | null;
    photos: Generated<string[]>;
    series_id: OrNull<string>;
    series_index: OrNull<number>;
    series_of: OrNull<number>;
    sequence: Generated<number>;
    created_at: Time;
    opened_at: NullableTime;
    ended_at: NullableTime;
    updated_at: Time;
  };
  action_words: {
    action_id: string;
    title: string;
    story: string;
    place: string;
    bring: string | null;
    for_whom: string | null;
    reason: OrNull<string>;
  };
  sign_up: {
    action_id: string;
    member_id: string;
    root_id: number;
    organisation_id: number | null;
    acting_id: string | null;
    state: SignUpState;
    ticket: number;
    walked_in: Generated<boolean>;
    extra: Generated<boolean>;
    /** A range: written by SQL, and read through `lower()` and `upper()`. */
    span: OrNull<string>;
    checked_in_at: NullableTime;
    checked_out_at: NullableTime;
    minutes_given: OrNull<number>;
    signed_up_at: Time;
    updated_at: Time;
  };
  service: {
    id: string;
    root_id: number;
    area_id: number;
    action_id: string;
    member_id: string;
    organisation_id: number | null;
    n: number;
    /** A multirange: written by SQL, and read through `lower()` and `upper()`. */
    spans: string;
    minutes: number;
    entry_id: OrNull<string>;
    credited_at: Time;
    withdrawn_at: NullableTime;
  };
  check_in_try: { action_id: string; member_id: string; minute: Time; tries: number };
  /** Append-only; written by `award_points()` and `reverse_points()` alone. */
}
