import type { Period } from '@five-micro/contract';
import type { GeneratedAlways } from 'kysely';
import type { NullableTime, Time } from './columns.ts';

export interface PointHome {
  /** The area where they are at home, if they are anywhere. */
  home_id: number | null;
}

export interface PointSums {
  points: number;
  minutes: number;
  wishes: number;
}

export interface PointTables {
  point_entry: {
    id: GeneratedAlways<string>;
    root_id: number;
    member_id: string;
    organisation_id: number | null;
    area_id: number;
    rule: string;
    amount: number;
    minutes: number | null;
    source: string;
    at: Time;
    recorded_at: Time;
    actor_id: string | null;
    wish_id: string | null;
    action_id: string | null;
    report_in_id: string | null;
    reverses: string | null;
  };
  point_words: { entry_id: string; reason: string };
  point_home: { member_id: string; listed: boolean; merged_into: string | null } & PointHome & { root_id: number };
  /** The same as members, areas and consents say it. */
  point_home_now: { member_id: string; listed: boolean; merged_into: string | null } & PointHome & { root_id: number };
  point_total: { member_id: string; period: Period; starts: string; listed: boolean } & PointHome & PointSums;
  point_organisation: { organisation_id: number; member_id: string; period: Period; starts: string } & PointSums;
  point_unfolded: { root_id: number; area_id: number; member_id: string; at: Time; amount: number };
  point_fold: { root_id: number; folded_at: Time; measured_at: NullableTime };
  point_area: { area_id: number; period: Period; starts: string; points: number };
  point_large: { area_id: number };
  point_histogram: { area_id: number; period: Period; starts: string; points: number; n: number };
  point_bucket: { area_id: number; period: Period; starts: string; bucket: number; n: number };
}
