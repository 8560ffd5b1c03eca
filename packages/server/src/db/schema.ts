import type {
  ActionStatus,
  ModerationState,
  NominationStatus,
  PointRule,
  ProjectStatus,
  ReportIn,
  ReportReason,
  RoundStatus,
  WishKind,
  SaidPart,
  WishStatus,
} from '@five-micro/contract';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json, NullableTime, OrNull, Time } from './columns.ts';
import type { ActionTables } from './schema-actions.ts';
import type { PointTables } from './schema-points.ts';
import type { ProjectTables } from './schema-projects.ts';
import type { RoundTables } from './schema-rounds.ts';
import type { StarTables } from './schema-stars.ts';
import type { WebhookTables } from './schema-webhooks.ts';

export interface AreaSettings {
  features?: string[] | null;
  theme?: string | null;
  links?: Record<string, string> | null;
  wishCategories?: string[] | null;
  actionCategories?: string[] | null;
  leaseDays?: number | null;
  contact?: string | null;
  /** Words that nobody should read before a worker has, each with the reason that the worker is shown. */
  watchWords?: { word: string; reason: string }[] | null;
  /** What deeds pay, by rule; those that are not named pay the usual. `daily` caps one person's day. */
  points?: Partial<Record<PointRule, { amount: number; daily?: number | null }>> | null;
  /** The honours that are awarded here. */
  starTitles?: string[] | null;
  /** How many neighbours make a comment on a project a correction (整改). */
  correctionSupport?: number | null;
  /** Days after a wish has ended until its contact details are deleted. */
  retention?: { contactDays: number } | null;
  /** Of the district: the names of all codes that its areas may choose from. */
  catalogue?: {
    wishCategories: CatalogueEntry[];
    actionCategories: CatalogueEntry[];
    starTitles?: CatalogueEntry[] | undefined;
  } | null;
}
export interface CatalogueEntry {
  code: string;
  zh: string;
  en: string;
  /** What it is for, in a line. */
  zhNote?: string;
  enNote?: string;
}

export interface Database extends ActionTables, PointTables, ProjectTables, RoundTables, StarTables, WebhookTables {
  area: {
    id: GeneratedAlways<number>;
    slug: string;
    name: string;
    name_en: string;
    level: 'district' | 'street' | 'community' | 'grid';
    parent_id: number | null;
    root_id: number;
    path: number[];
    settings: Json<AreaSettings>;
  };
  issuer: { iss: string; root_id: number; area_id: number; not_before: NullableTime };
  member: {
    id: string;
    root_id: number;
    area_id: number | null;
    reported_in_at: NullableTime;
    registered_by: string | null;
    not_before: NullableTime;
    created_at: Time;
    merged_into: OrNull<string>;
    erased_at: NullableTime;
    /** The area whose resident a portal last said they are. */
    resident_of: OrNull<number>;
  };
  erased_identity: { subject_hash: string; erased_at: Time };
  affiliation: { member_id: string; organisation_id: number; since: Time };
  identity: { iss: string; sub: string; member_id: string };
  member_profile: {
    member_id: string;
    name: string;
    search_name: string;
    sort_key: string;
    phone: Uint8Array | null;
    phone_tail_hash: string | null;
  };
  consent: {
    member_id: string;
    wish_author: Generated<boolean>;
    helper: Generated<boolean>;
    photos: Generated<boolean>;
    star: Generated<boolean>;
    ranking: Generated<'off' | 'masked' | 'full'>;
  };
  report_in: {
    id: string;
    member_id: string;
    area_id: number;
    state: ReportIn['state'];
    created_at: Time;
    organisation_id: OrNull<number>;
    decided_by: OrNull<string>;
    decided_at: NullableTime;
  };
  organisation: {
    id: GeneratedAlways<number>;
    root_id: number;
    area_id: number;
    slug: string;
    name: string;
    kind: 'party' | 'social' | 'partner' | 'community';
    parent_id: number | null;
  };
  representative: {
    organisation_id: number;
    member_id: string;
    origin: Generated<'issuer' | 'worker'>;
    since: ColumnType<Date, string | Date | undefined, string | Date>;
    withdrawn_at: NullableTime;
  };
  wish: {
    id: string;
    root_id: number;
    area_id: number;
    wisher_id: string;
    acting_id: string | null;
    kind: WishKind;
    category: string;
    status: WishStatus;
    relation: 'self' | 'family' | 'neighbour';
    wanted: Generated<number>;
    held: Generated<number>;
    done: Generated<number>;
    wanted_by: NullableTime;
    rating: number | null;
    merged_into: string | null;
    created_at: Time;
    published_at: NullableTime;
    ended_at: NullableTime;
    updated_at: Time;
  };
  wish_words: {
    wish_id: string;
    title: string;
    story: string;
    original_title: string | null;
    original_story: string | null;
    place: string | null;
    for_name: string | null;
    reason: string | null;
    closing_note: string | null;
    thanks: string | null;
    search_text: string;
    bigrams: string[];
  };
  wish_contact: { wish_id: string; sealed: Uint8Array };
  claim: {
    id: string;
    root_id: number;
    wish_id: string;
    member_id: string;
    organisation_id: number | null;
    claimant: GeneratedAlways<string>;
    state: 'active' | 'done' | 'released' | 'lapsed' | 'rejected';
    due_at: Time;
    created_at: Time;
    ended_at: NullableTime;
  };
  claim_words: { claim_id: string; note: string };
  upload: {
    id: string;
    root_id: number;
    owner_id: string;
    wish_id: string | null;
    claim_id: string | null;
    action_id: OrNull<string>;
    project_id: OrNull<string>;
    nomination_id: OrNull<string>;
    milestone_id: OrNull<string>;
    /** Of the answer to a correction. */
    comment_id: OrNull<string>;
    position: Generated<number>;
    mime: string;
    width: number;
    height: number;
    bytes: number;
    approved_at: NullableTime;
    hidden_at: NullableTime;
    created_at: Time;
  };
  blob: { upload_id: string; data: Uint8Array };
  event: {
    id: GeneratedAlways<string>;
    xid: GeneratedAlways<string>;
    root_id: number;
    area_id: number | null;
    type: string;
    wish_id: string | null;
    claim_id: string | null;
    action_id: OrNull<string>;
    project_id: OrNull<string>;
    nomination_id: OrNull<string>;
    round_id: OrNull<string>;
    actor_id: string | null;
    on_behalf_of: string | null;
    organisation_id: number | null;
    visibility: 'public' | 'parties' | 'workers';
    data: Json<EventData>;
    at: Time;
  };
  event_words: { event_id: string; wish_id: string | null; words: string };
  moderation_case: {
    id: string;
    root_id: number;
    area_id: number;
    /** One of the four that it is part of. */
    wish_id: OrNull<string>;
    project_id: OrNull<string>;
    nomination_id: OrNull<string>;
    action_id: OrNull<string>;
    claim_id: OrNull<string>;
    milestone_id: OrNull<string>;
    upload_id: OrNull<string>;
    part: SaidPart;
    writer_id: string;
    state: ModerationState;
    since: Time;
    decided_by: OrNull<string>;
  };
  moderation_words: { case_id: string; wording: string | null; reason: string | null };
  moderation_report: { case_id: string; member_id: string; reason: ReportReason; created_at: Time };
  moderation_report_words: { case_id: string; member_id: string; words: string };
  notice: { member_id: string; event_id: string; seen_at: NullableTime };
  wish_count: { area_id: number; status: string; kind: string; category: string; n: number };
  idempotency: {
    issuer: string;
    sub: string;
    method: string;
    path: string;
    key: string;
    fingerprint: string;
    subject: string | null;
    created_at: Time;
  };
}

/** What an event carries besides ids: codes, amounts and times, never words or names. */
export interface EventData {
  /** RFC 3339: the lease that was given or moved. */
  dueAt?: string;
  rating?: number;
  wanted?: number;
  into?: string;
  /** The status after the event: what `five-micro check` recomputes. */
  status?: WishStatus | ActionStatus | ProjectStatus | RoundStatus | NominationStatus;
  kind?: string;
  category?: string;
  held?: number;
  done?: number;
  surface?: string;
  value?: string;
  count?: number;
  fields?: string[];
  /** The part that was held, reported, hidden or shown, and the picture where it is one. */
  part?: SaidPart;
  photo?: string;
  /** Another member: the identity that was merged. */
  member?: string;
  organisation?: string;
  /** Of an action, after the event. */
  places?: number;
  taken?: number;
  waiting?: number;
  /** RFC 3339: when an action begins and ends after the event. */
  startsAt?: string;
  endsAt?: string;
  /** Minutes that were credited. */
  minutes?: number;
  /** The entry that was taken back, and what it had brought. */
  entry?: string;
  points?: number;
  /** The action whose list was looked at. */
  action?: string;
  /** What was said about a project, and a step of it. */
  comment?: string;
  milestone?: string;
  /** Of a project, after the event. */
  percent?: number;
  openCorrections?: number;
  ratings?: number;
}
