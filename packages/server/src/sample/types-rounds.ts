import type { completions, roundRules, RoundOf, starNames } from '@five-micro/contract';

type OneOf<T extends readonly unknown[]> = T[number];

/** What is voted on. Those who chose the same stand together; when each of them voted lies between opening and closing. */
export interface SampleRound {
  /** Unique within the sample. */
  key: string;
  area: string;
  /** Sub of the worker who makes it. */
  author: string;
  title: string;
  of: RoundOf;
  /** Keys of projects or of nominations, as they stand on the ballot. */
  options: readonly string[];
  /** How many may be chosen. */
  most: number;
  rule: OneOf<typeof roundRules>;
  completion?: OneOf<typeof completions>;
  winners?: number;
  /** In yuan. */
  budget?: number;
  /** What the draw for ties is made from. */
  tie?: string;
  /** Negative where it is still to open. */
  openedHoursAgo: number;
  /** Of one that is still a draft: when it was made. */
  draftedHoursAgo?: number;
  /** Negative where it is closed; of one that is open, the evening of that day. */
  closesInHours: number;
  votes: readonly SampleVotes[];
  /** Who, by their subs, entered and confirmed what came on paper. */
  paperBy?: readonly [string, string];
  /** What one worker, by sub, has entered from paper and no other has compared yet. */
  unconfirmed?: readonly { by: string; voter: string; choices: readonly string[]; hoursAgo: number }[];
  /** Keys of those that won, for a round that is closed. */
  won?: readonly string[];
}

export interface SampleVotes {
  choices: readonly string[];
  by: readonly string[];
  onPaper?: readonly string[];
}

/** Somebody whom neighbours honour, or would. Everything is said in hours from the moment of seeding. */
export interface SampleNomination {
  /** Unique within the sample. */
  key: string;
  area: string;
  /** Sub of whoever it is, and how the nominator calls them. */
  member: string;
  who: string;
  /** Code of the honour. */
  title: 'service' | 'post' | 'expert';
  /** Of last year's, rather than of this year's. */
  lastYear?: true;
  sentence: string;
  story?: string;
  nominatedBy: string;
  nominatedHoursAgo: number;
  asked?: { by: string; hoursAgo: number };
  /** `heardBy` is the sub of the worker to whom it was said in person; a portrait is the name of a picture. */
  consented?: { hoursAgo: number; name: OneOf<typeof starNames>; portrait?: string; heardBy?: string };
  declined?: { by: string; hoursAgo: number; reason?: string };
  awarded?: { by: string; hoursAgo: number; quotes?: readonly { words: string; by: string }[] };
}
