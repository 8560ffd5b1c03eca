import {
  type AnswerOf,
  type AskNominee,
  type Award,
  type DeclineNomination,
  type NewNomination,
  type Nomination,
  type NominationEdit,
  type NominationQuery,
  type NomineeConsent,
  type PageQuery,
  type Star,
  type StarEdit,
  stars as table,
  type TakeDown,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type FiveMicroCore, transportKey } from './core.ts';
import type { List } from './page.ts';
import { type StarReads, starReadsOf } from './star-reads.ts';
import type { Options, Transport } from './transport.ts';

/** 微星光. What the caller may do with a star or a nomination stands in its `can`. */
export interface Stars extends StarReads {
  /** The periods in which there are stars, the newest first. */
  periods(at?: Placed, options?: Options): Promise<AnswerOf<typeof table.periods>>;
  get(id: string, options?: Options): Promise<Star>;
  /** A nominee who agreed becomes a star. */
  award(body: Award, at?: Placed, options?: Options): Promise<Star>;
  edit(id: string, body: StarEdit, options?: Options): Promise<Star>;
  takeDown(id: string, body?: TakeDown, options?: Options): Promise<AnswerOf<typeof table.takeDown>>;
  /** For workers. */
  nominations(query?: NominationQuery & PageQuery & Placed, options?: Options): List<Nomination>;
  nomination(id: string, options?: Options): Promise<Nomination>;
  nominate(body: NewNomination, at?: Placed, options?: Options): Promise<Nomination>;
  editNomination(id: string, body: NominationEdit, options?: Options): Promise<Nomination>;
  /** A worker says who it is, and asks them. */
  ask(id: string, body: AskNominee, options?: Options): Promise<Nomination>;
  consent(id: string, body: NomineeConsent, options?: Options): Promise<Nomination>;
  decline(id: string, body?: DeclineNomination, options?: Options): Promise<Nomination>;
  withdraw(id: string, options?: Options): Promise<Nomination>;
}

export const starsOf = (transport: Transport, home: string | undefined): Stars => ({
  ...starReadsOf(transport, home),
  ...starActsOf(transport, home),
});

const starActsOf = ({ call, list }: Transport, home: string | undefined): Omit<Stars, keyof StarReads> => ({
  periods: ({ area = home } = {}, options) => call(table.periods, { path: { area }, options }),
  get: (id, options) => call(table.get, { path: { id }, options }),
  award: (body, { area = home } = {}, options) => call(table.award, { path: { area }, body, options }),
  edit: (id, body, options) => call(table.edit, { path: { id }, body, options }),
  takeDown: (id, body, options) => call(table.takeDown, { path: { id }, body, options }),
  nominations: ({ area = home, ...query } = {}, options) => list(table.nominations, { path: { area }, query, options }),
  nomination: (id, options) => call(table.nomination, { path: { id }, options }),
  nominate: (body, { area = home } = {}, options) => call(table.nominate, { path: { area }, body, options }),
  editNomination: (id, body, options) => call(table.editNomination, { path: { id }, body, options }),
  ask: (id, body, options) => call(table.ask, { path: { id }, body, options }),
  consent: (id, body, options) => call(table.consent, { path: { id }, body, options }),
  decline: (id, body, options) => call(table.decline, { path: { id }, body, options }),
  withdraw: (id, options) => call(table.withdraw, { path: { id }, options }),
});

const hasStars = (client: object): client is { stars: Stars } => 'stars' in client;

/** This feature over a client's session and requests, for whoever does not want to carry the whole client. */
export const starsIn = (client: FiveMicroCore): Stars =>
  hasStars(client) ? client.stars : starsOf(client[transportKey], client.area);
