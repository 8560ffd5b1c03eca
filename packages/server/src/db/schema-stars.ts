import type { NominationStatus, starNames } from '@five-micro/contract';
import type { Json, NullableJson, NullableTime, OrNull, Time } from './columns.ts';

type NameAs = (typeof starNames)[number];

export interface Quote {
  words: string;
  by: string;
}

/** What a worker wrote about whoever has an account here, until they have nodded; `key` names exactly these words. */
export interface WaitingWords {
  key: string;
  sentence?: string;
  story?: string;
  quotes?: Quote[];
}

export interface StarTables {
  nomination: {
    id: string;
    root_id: number;
    area_id: number;
    title: string;
    period: string;
    status: NominationStatus;
    nominator_id: string;
    asked: boolean;
    member_id: OrNull<string>;
    name_as: OrNull<NameAs>;
    heard_by: OrNull<string>;
    round_id: OrNull<string>;
    votes: OrNull<number>;
    won: OrNull<boolean>;
    created_at: Time;
    updated_at: Time;
  };
  nomination_words: { nomination_id: string; who: string; sentence: string; story: string; reason: OrNull<string> };
  star: {
    id: string;
    root_id: number;
    area_id: number;
    nomination_id: string;
    member_id: string;
    title: string;
    period: string;
    name_as: NameAs;
    awarded_by: string;
    awarded_at: Time;
    taken_down_at: NullableTime;
    taken_down_by: OrNull<string>;
    updated_at: Time;
  };
  star_words: {
    star_id: string;
    sentence: string;
    story: string;
    quotes: Json<Quote[]>;
    waiting: NullableJson<WaitingWords>;
    reason: OrNull<string>;
  };
}
