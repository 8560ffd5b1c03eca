import {
  type AnswerOf,
  type AskNominee,
  type Award,
  type DeclineNomination,
  type HideStarPart,
  type NewNomination,
  type Nomination,
  type NominationEdit,
  type NominationQuery,
  type NomineeConsent,
  type PageQuery,
  type ReportStarPart,
  type ShowStarPart,
  type Star,
  type StarEdit,
  stars as table,
  type TakeDown,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import { type StarReads, starReadsOf } from './star-reads.ts';
import type { Options, Transport } from './transport.ts';

/** 微星光. What the caller may do with a star or a nomination stands in its `can`. */
export interface Stars extends StarReads {
  /**
   * The periods in which there are stars, the newest first.
   * @example
   * const { items } = await client.stars.periods();
   */
  periods(at?: Placed, options?: Options): Promise<AnswerOf<typeof table.periods>>;
  /**
   * One star, with the story.
   * @example
   * const { name, story, record } = await client.stars.get(id);
   */
  get(id: string, options?: Options): Promise<Star>;
  /**
   * A nominee who agreed becomes a star.
   * @example
   * await client.stars.award({ nomination: id, story: '十年如一日。' });
   */
  award(body: Award, at?: Placed, options?: Options): Promise<Star>;
  /**
   * By the person themself, or a worker; what is not named stays.
   * @example
   * await client.stars.edit(id, { name: 'masked', portrait: null });
   */
  edit(id: string, body: StarEdit, options?: Options): Promise<Star>;
  /**
   * By the person themself, or by a worker with a reason.
   * @example
   * await client.stars.takeDown(id);
   */
  takeDown(id: string, body?: TakeDown, options?: Options): Promise<AnswerOf<typeof table.takeDown>>;
  /**
   * For workers.
   * @example
   * const { items } = await client.stars.nominations({ title: 'service' });
   */
  nominations(query?: NominationQuery & PageQuery & Placed, options?: Options): List<Nomination>;
  /**
   * One nomination, for those concerned.
   * @example
   * const { sentence, status } = await client.stars.nomination(id);
   */
  nomination(id: string, options?: Options): Promise<Nomination>;
  /**
   * Nobody else hears of it before the person agreed.
   * @example
   * await client.stars.nominate({ who: '3 幢的陈师傅', title: 'service', sentence: '楼里的灯都是他修的。' });
   */
  nominate(body: NewNomination, at?: Placed, options?: Options): Promise<Nomination>;
  /**
   * By whoever nominated, or a worker.
   * @example
   * await client.stars.editNomination(id, { sentence: '楼里的灯和水管都是他修的。' });
   */
  editNomination(id: string, body: NominationEdit, options?: Options): Promise<Nomination>;
  /**
   * A worker says who it is, and asks them.
   * @example
   * await client.stars.ask(id, { member });
   */
  ask(id: string, body: AskNominee, options?: Options): Promise<Nomination>;
  /**
   * By the nominee, who chooses how their name is written.
   * @example
   * await client.stars.consent(id, { name: 'full' });
   */
  consent(id: string, body: NomineeConsent, options?: Options): Promise<Nomination>;
  /**
   * By the nominee, or by a worker with a reason.
   * @example
   * await client.stars.decline(id);
   */
  decline(id: string, body?: DeclineNomination, options?: Options): Promise<Nomination>;
  /**
   * By whoever nominated.
   * @example
   * await client.stars.withdraw(id);
   */
  withdraw(id: string, options?: Options): Promise<Nomination>;
  /**
   * Tells the workers about words or the portrait of a star.
   * @example
   * await client.stars.report(id, { part: 'story', reason: 'untrue' });
   */
  report(id: string, body: ReportStarPart, options?: Options): Promise<Star>;
  /**
   * By a worker, with a reason for whoever wrote it and whose star it is.
   * @example
   * await client.stars.hide(id, { part: 'story', reason: '写了别人的电话。' });
   */
  hide(id: string, body: HideStarPart, options?: Options): Promise<Star>;
  /**
   * By a worker, in another wording where there is one.
   * @example
   * await client.stars.show(id, { part: 'story' });
   */
  show(id: string, body: ShowStarPart, options?: Options): Promise<Star>;
  /**
   * The same of somebody who is voted on; the nomination itself stays between those concerned.
   * @example
   * const { reportedAt } = await client.stars.reportNomination(id, { part: 'sentence', reason: 'rude' });
   */
  reportNomination(id: string, body: ReportStarPart, options?: Options): Promise<AnswerOf<typeof table.reportNomination>>;
  /**
   * By a worker.
   * @example
   * await client.stars.hideNomination(id, { part: 'portrait', reason: '照片里有别人。' });
   */
  hideNomination(id: string, body: HideStarPart, options?: Options): Promise<Nomination>;
  /**
   * By a worker.
   * @example
   * await client.stars.showNomination(id, { part: 'portrait' });
   */
  showNomination(id: string, body: ShowStarPart, options?: Options): Promise<Nomination>;
}

/** @internal */
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
  report: (id, body, options) => call(table.report, { path: { id }, body, options }),
  hide: (id, body, options) => call(table.hide, { path: { id }, body, options }),
  show: (id, body, options) => call(table.show, { path: { id }, body, options }),
  reportNomination: (id, body, options) => call(table.reportNomination, { path: { id }, body, options }),
  hideNomination: (id, body, options) => call(table.hideNomination, { path: { id }, body, options }),
  showNomination: (id, body, options) => call(table.showNomination, { path: { id }, body, options }),
});

const hasStars = (client: object): client is { stars: Stars } => 'stars' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const starsIn = (client: Connection): Stars =>
  hasStars(client) ? client.stars : starsOf(client[transportKey], client.area);
