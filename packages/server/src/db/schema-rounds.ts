import type {
  completions,
  RoundOf,
  RoundStatus,
  ballotOrigins,
  ballotTypes,
  paperBallotState,
  roundRules,
} from '@five-micro/contract';
import type { Outcomes } from '@five-micro/tally/record';
import type { ColumnType } from 'kysely';
import type { Json, NullableTime, OrNull, Time } from './columns.ts';

/** Amounts in fen: a bigint comes as text. */
type Money = ColumnType<string | null, number | null | undefined, number | null>;

export interface RoundTables {
  round: {
    id: string;
    root_id: number;
    area_id: number;
    author_id: string;
    kind: RoundOf;
    status: RoundStatus;
    opens_at: Time;
    closes_at: Time;
    ballot_type: (typeof ballotTypes)[number];
    ballot_min: number | null;
    ballot_max: number | null;
    rule: (typeof roundRules)[number];
    completion: (typeof completions)[number];
    winners: number | null;
    budget: Money;
    live: boolean;
    tie: string | null;
    cut_off: NullableTime;
    electorate: number | null;
    public_key: OrNull<string>;
    opening: OrNull<string>;
    opening_digest: OrNull<string>;
    closing: OrNull<string>;
    closing_digest: OrNull<string>;
    outcome: ColumnType<Outcomes | null, string | undefined, string>;
    created_at: Time;
    opened_at: NullableTime;
    closed_at: NullableTime;
    updated_at: Time;
  };
  round_words: { round_id: string; title: string; reason: OrNull<string> };
  round_option: { round_id: string; option_id: string; position: number; cost: Money };
  round_key: { round_id: string; sealed: Uint8Array };
  turnout: {
    round_id: string;
    member_id: string;
    keyed_by: string;
    origin: (typeof ballotOrigins)[number];
    revision: number;
  };
  ballot: { round_id: string; slot: Uint8Array; choices: string[]; revision: number };
  receipt: { round_id: string; hash: string };
  /** Append-only. */
  published_ballot: { round_id: string; position: number; choices: string[] };
  round_live: {
    round_id: string;
    /** 0 as long as nothing is shown. */
    ballots: number;
    votes: Json<Record<string, number>>;
    next_ballots: number;
    next_votes: Json<Record<string, number>>;
  };
  paper_ballot: {
    id: string;
    round_id: string;
    member_id: string;
    entered_by: string;
    confirmed_by: OrNull<string>;
    state: (typeof paperBallotState)[number];
    choices: Uint8Array | null;
    entered_at: Time;
    ended_at: NullableTime;
  };
}
