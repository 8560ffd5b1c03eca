/**
 * The sample community: people, organisations and wishes that are all made up. Plain data without a Node import, so
 * that the browser build can seed itself with it too. Every age is in hours before the moment of seeding.
 */

import type {
  claimState,
  levels,
  organisationKinds,
  rankingConsents,
  relations,
  ReportReason,
  themes,
  WishKind,
  WishPart,
  WishStatus,
} from '@five-micro/contract';

import type { SampleNomination, SampleRound } from './types-rounds.ts';

export type * from './types-rounds.ts';

type OneOf<T extends readonly unknown[]> = T[number];

/** A name in every language of the contract. */
export interface Names {
  'zh-CN': string;
  en: string;
}

/** What an area sets itself; what is not named here comes from its parent. */
export interface SampleSettings {
  features?: string[];
  theme?: OneOf<typeof themes>;
  links?: Record<string, string>;
  /** Codes of the usual catalogue. */
  wishCategories?: string[];
  actionCategories?: string[];
  leaseDays?: number;
  contact?: string;
  watchWords?: { word: string; reason: string }[];
  retention?: { contactDays: number };
}

/** Listed so that a parent always stands before its children. */
export interface SampleArea {
  slug: string;
  parent: string | null;
  level: OneOf<typeof levels>;
  names: Names;
  settings: SampleSettings;
}

export interface SampleOrganisation {
  slug: string;
  area: string;
  name: string;
  kind: OneOf<typeof organisationKinds>;
  /** Slug of the organisation above it, which stands before it in the list. */
  parent?: string;
}

export interface SampleConsents {
  wishAuthor: boolean;
  helper: boolean;
  photos: boolean;
  star: boolean;
  ranking: OneOf<typeof rankingConsents>;
}

export interface SampleMember {
  /** The portal's name for the person; for those without an account only this sample's own key. */
  sub: string;
  /** The raw name. It may never stand in a public text. */
  name: string;
  phone?: string;
  address?: string;
  /** Slug of the home area; null for someone who has not reported in anywhere. */
  home: string | null;
  reportedInHoursAgo?: number;
  /** As in a token: `volunteer` holds for the home area, `worker@yikang` for the one it names. */
  roles: string[];
  /** Slugs of the organisations the person represents. */
  represents?: string[];
  /** Slug of the party branch that the person reported in with. */
  branch?: string;
  /** A report-in elsewhere that waits for a worker. */
  moving?: { to: string; hoursAgo: number; branch?: string };
  /** What is not named is off. */
  consents?: Partial<SampleConsents>;
  /** Sub of the worker who registered a person without a portal account. Absent: the person signs in themself. */
  registeredBy?: string;
}

export interface SampleClaim {
  by: string;
  /** Slug of the organisation in whose name it was claimed. */
  as?: string;
  hoursAgo: number;
  /** Hours from the moment of seeding until the lease ends; negative only for claims that are over. */
  dueHours: number;
  state: OneOf<typeof claimState>;
  /** For `done` and `rejected`: when the helper said that it is done. */
  fulfilledHoursAgo?: number;
  /** For `released`, `lapsed` and `rejected`: when it was over. */
  endedHoursAgo?: number;
  /** The helper's words with the report. */
  note?: string;
  /** For `rejected`: what the wisher said was still missing. */
  reason?: string;
  /** Names of pictures (pictures.ts). */
  photos?: string[];
  /** True while no worker has looked at this claim's pictures. */
  photosWaiting?: true;
}

export interface SampleWish {
  /** Unique within the sample, for references and tests. */
  key: string;
  area: string;
  /** Sub of the member whose wish it is. */
  wisher: string;
  /** Sub of the worker who wrote it down for the wisher. */
  actingWorker?: string;
  /** As the wisher wrote it; what the public reads is `redacted` where there is one. */
  title: string;
  story?: string;
  /** Published instead of the wisher's own words. */
  redacted?: { title: string; story: string };
  kind: WishKind;
  category: string;
  forWhom: { relation: OneOf<typeof relations>; name?: string };
  place?: string;
  contact?: { name?: string; phone?: string; address?: string };
  /** Names of pictures (pictures.ts). Looked at by a worker when the wish was published, unless `photosWaiting`. */
  photos?: string[];
  photosWaiting?: true;
  /** Days from the moment of seeding; negative where the day has passed. */
  wantedByDays?: number;
  /** 1 where nothing is said. */
  claimersWanted?: number;
  status: WishStatus;
  /** Sub of the worker who published it, sent it back or merged it. Filled in for every wish that was looked at. */
  checkedBy?: string;
  postedHoursAgo: number;
  publishedHoursAgo?: number;
  declined?: { reason: string; hoursAgo: number };
  withdrawn?: { hoursAgo: number };
  /** Oldest first. */
  claims?: SampleClaim[];
  confirmed?: { rating: number; thanks?: string; hoursAgo: number };
  /** `by` is the sub of the worker who visited. */
  closed?: { by: string; note: string; hoursAgo: number };
  /** Key of the wish that means the same. */
  merged?: { into: string; hoursAgo: number };
}

/**
 * When an action is: on a day told from the day of seeding, at times in Asia/Shanghai, or in hours from the moment itself,
 * within those hours of a day `between` which one does such a thing.
 */
type SampleSpan =
  | { day: number; from: string; to: string }
  | { inHours: number; lasts: number; between?: readonly [number, number] };

export interface SampleAction {
  /** Unique within the sample. */
  key: string;
  area: string;
  /** Sub of whoever drafted it: a worker, or a representative of the host. */
  author: string;
  title: string;
  story: string;
  category: string;
  when: SampleSpan;
  place: string;
  /** Slug of the organisation that holds it. */
  host?: string;
  places: number;
  minimumAge?: number;
  bring?: string;
  forWhom?: string;
  photos?: string[];
  /** `open` is `closed` while it is under way. */
  status: 'draft' | 'open' | 'finished' | 'cancelled';
  cancelled?: { reason: string; hoursAgo: number };
  series?: { name: string; index: number; of: number };
  /** Subs of people who have a place. */
  with?: string[];
  /** In whose name some of them come. */
  as?: Record<string, string>;
  /** Places taken and people waiting: filled up with neighbours who have time then. */
  taken?: number;
  waiting?: number;
  /** How many of those with a place have come, those who are named before the others. */
  came?: number;
}

/** Something said in public that a worker has to look at, or has hidden. */
export interface SampleSaid {
  /** Key of the wish. */
  wish: string;
  /** Index of the claim among those of the wish, for its note. */
  claim?: number;
  part: Exclude<WishPart, 'photo'>;
  state: 'held' | 'reported' | 'hidden';
  hoursAgo: number;
  reports?: { by: string; reason: ReportReason; words?: string; hoursAgo: number }[];
  hidden?: { by: string; reason: string };
}

/** Someone a visitor of the demo portal can sign in as. */
export interface SamplePersona {
  sub: string;
  name: string;
  description: string;
}

export interface SamplePicture {
  name: string;
  width: number;
  height: number;
  alt: string;
  /** Where the file lies: a `file:` address under Node, the bundler's address in a browser. */
  url: URL;
}

export interface SampleCommunity {
  areas: readonly SampleArea[];
  organisations: readonly SampleOrganisation[];
  members: readonly SampleMember[];
  wishes: readonly SampleWish[];
  actions: readonly SampleAction[];
  projects: readonly SampleProject[];
  nominations: readonly SampleNomination[];
  rounds: readonly SampleRound[];
  said: readonly SampleSaid[];
  personas: readonly SamplePersona[];
  pictures: readonly SamplePicture[];
}

/** Something said about a project, and what came of it. */
export interface SampleComment {
  by: string;
  hoursAgo: number;
  words: string;
  /** Neighbours who say so too, one hour after the other. */
  supporters?: readonly string[];
  /** By whose word it has to be put right, where it did not take the neighbours'. */
  raised?: { by: string; hoursAgo: number; owner: string; dueInDays: number };
  answered?: { by: string; hoursAgo: number; words: string; photos?: string[] };
  accepted?: { hoursAgo: number };
  overruled?: { by: string; hoursAgo: number; reason: string };
  reports?: { by: string; hoursAgo: number; reason: ReportReason; words?: string }[];
  hidden?: { by: string; hoursAgo: number; reason: string };
}

/** What neighbours propose to have built. Everything is said in hours from the moment of seeding, oldest first. */
export interface SampleProject {
  /** Unique within the sample. */
  key: string;
  area: string;
  /** Sub of the proposer, and of the worker who wrote it down for them. */
  proposer: string;
  actingWorker?: string;
  title: string;
  story: string;
  place: string;
  /** In yuan. */
  cost: number;
  photos?: string[];
  proposedHoursAgo: number;
  /** Sub of the worker who lists it, builds it, and speaks for the community. */
  worker: string;
  listedHoursAgo?: number;
  declined?: { hoursAgo: number; reason: string };
  withdrawn?: { hoursAgo: number };
  /** Key of the project that means the same. */
  merged?: { hoursAgo: number; into: string };
  /** In yuan, and in days from the moment of seeding. */
  started?: { hoursAgo: number; owner: string; budget: number; dueInDays: number };
  milestones?: { hoursAgo: number; title: string; words?: string; percent: number; photos?: string[] }[];
  /** What is still to come, noted when the last one was reported. */
  planned?: { title: string; words?: string; inDays: number }[];
  comments?: SampleComment[];
  done?: { hoursAgo: number; note: string };
  ratings?: { by: string; hoursAgo: number; rating: number }[];
}
