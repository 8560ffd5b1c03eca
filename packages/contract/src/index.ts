import { actions } from './actions.ts';
import { areas } from './areas.ts';
import { mine } from './me.ts';
import { members } from './members.ts';
import { myActions, myPoints, myStars } from './mine.ts';
import { moderation } from './moderation.ts';
import { organisations } from './organisations.ts';
import { points } from './points.ts';
import { projects } from './projects.ts';
import { reportIns } from './report-ins.ts';
import { rights } from './rights.ts';
import { rounds } from './rounds.ts';
import { stars } from './stars.ts';
import { uploads } from './uploads.ts';
import { wishes } from './wishes.ts';

export * from './actions.ts';
export * from './areas.ts';
export * from './common.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './live.ts';
export * from './me.ts';
export * from './members.ts';
export * from './mine.ts';
export * from './moderation.ts';
export * from './organisations.ts';
export * from './points.ts';
export * from './problem.ts';
export * from './projects.ts';
export * from './report-ins.ts';
export * from './rights.ts';
export * from './rounds.ts';
export * from './shown.ts';
export * from './stars.ts';
export * from './uploads.ts';
export * from './vocabulary.ts';
export * from './vocabulary-more.ts';
export * from './wishes.ts';
export type * from './requests/actions.ts';
export type * from './requests/members.ts';
export type * from './requests/moderation.ts';
export type * from './requests/points.ts';
export type * from './requests/projects.ts';
export type * from './requests/rounds.ts';
export type * from './requests/said.ts';
export type * from './requests/stars.ts';
export type * from './requests/wishes.ts';
export type * from './webhooks.ts';

/** The endpoint table. */
export const contract = {
  areas,
  members,
  reportIns,
  organisations,
  moderation,
  me: { ...mine, ...rights, ...myActions, ...myPoints, ...myStars },
  wishes,
  actions,
  points,
  rounds,
  projects,
  stars,
  uploads,
};
export type Contract = typeof contract;

type Names<C> = { [G in keyof C & string]: `${G}.${keyof C[G] & string}` }[keyof C & string];
/** As `wishes.claim`. */
export type EndpointName = Names<Contract>;
