import { actions, myActions } from './actions.ts';
import { areas } from './areas.ts';
import { mine } from './me.ts';
import { members } from './members.ts';
import { moderation } from './moderation.ts';
import { organisations } from './organisations.ts';
import { myPoints, points } from './points.ts';
import { reportIns } from './report-ins.ts';
import { rights } from './rights.ts';
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
export * from './moderation.ts';
export * from './organisations.ts';
export * from './points.ts';
export * from './problem.ts';
export * from './report-ins.ts';
export * from './rights.ts';
export * from './uploads.ts';
export * from './vocabulary.ts';
export * from './wishes.ts';
export type * from './requests/actions.ts';
export type * from './requests/members.ts';
export type * from './requests/moderation.ts';
export type * from './requests/points.ts';
export type * from './requests/wishes.ts';

/** The endpoint table. */
export const contract = {
  areas,
  members,
  reportIns,
  organisations,
  moderation,
  me: { ...mine, ...rights, ...myActions, ...myPoints },
  wishes,
  actions,
  points,
  uploads,
};
export type Contract = typeof contract;

type Names<C> = { [G in keyof C & string]: `${G}.${keyof C[G] & string}` }[keyof C & string];
/** As `wishes.claim`. */
export type EndpointName = Names<Contract>;
