import { areas, members } from './areas.ts';
import { mine } from './me.ts';
import { uploads } from './uploads.ts';
import { wishes } from './wishes.ts';

export * from './areas.ts';
export * from './common.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './live.ts';
export * from './me.ts';
export * from './uploads.ts';
export * from './vocabulary.ts';
export * from './wishes.ts';
export type * from './requests/members.ts';
export type * from './requests/wishes.ts';

/** The endpoint table. */
export const contract = { areas, members, me: mine, wishes, uploads };
export type Contract = typeof contract;

type Names<C> = { [G in keyof C & string]: `${G}.${keyof C[G] & string}` }[keyof C & string];
/** As `wishes.claim`. */
export type EndpointName = Names<Contract>;
