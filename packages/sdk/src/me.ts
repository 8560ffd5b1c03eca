import {
  type Account,
  type AnswerOf,
  type ConsentChange,
  type Consents,
  type Endpoint,
  type Hours,
  type Me,
  mine,
  myActions,
  type MyAction,
  type MyActionsQuery,
  type MyClaim,
  myPoints,
  myStars,
  type Nomination,
  type Notice,
  type NoticesSeen,
  type Page,
  type PageQuery,
  type PeriodQuery,
  type Star,
  type Wish,
} from '@five-micro/contract';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** The one who is signed in. */
export interface Myself {
  /**
   * Who one is, where, with which roles and consents.
   * @example
   * const { name, area, consents } = await client.me.get();
   */
  get(options?: Options): Promise<Me>;
  /**
   * What one wished for.
   * @example
   * const { items } = await client.me.wishes();
   */
  wishes(query?: PageQuery, options?: Options): List<Wish>;
  /**
   * What one promised.
   * @example
   * const { items } = await client.me.claims();
   */
  claims(query?: PageQuery, options?: Options): List<MyClaim>;
  /**
   * What concerns one, the newest first.
   * @example
   * const { items } = await client.me.notices({ limit: 10 });
   */
  notices(query?: PageQuery, options?: Options): List<Notice>;
  /**
   * What the caller signed up for, waited for or came to.
   * @example
   * const { items } = await client.me.actions({ state: 'signed-up,waiting' });
   */
  actions(query?: MyActionsQuery & PageQuery, options?: Options): List<MyAction>;
  /**
   * The caller's service record; one page, go on with `cursor: nextCursor`.
   * @example
   * const { minutes } = await client.me.hours();
   */
  hours(query?: PageQuery, options?: Options): Promise<Hours>;
  /**
   * Where the caller's points come from; one page.
   * @example
   * const { items } = await client.me.points({ period: 'month' });
   */
  points(query?: PeriodQuery & PageQuery, options?: Options): Promise<Account>;
  /**
   * Honours the caller was nominated for, and those for which they nominated someone.
   * @example
   * const { items } = await client.me.nominations();
   */
  nominations(query?: PageQuery, options?: Options): List<Nomination>;
  /**
   * Honours the caller has.
   * @example
   * const { items } = await client.me.stars();
   */
  stars(query?: PageQuery, options?: Options): List<Star>;
  /**
   * Everything up to this notice was read.
   * @example
   * const { items } = await client.me.notices();
   * if (items[0]) await client.me.noticesSeen({ upTo: items[0].id });
   */
  noticesSeen(body: NoticesSeen, options?: Options): Promise<AnswerOf<typeof mine.noticesSeen>>;
  /**
   * Decides what others see; what is not named stays as it is.
   * @example
   * await client.me.consents({ ranking: 'masked', star: true });
   */
  consents(body: ConsentChange, options?: Options): Promise<Consents>;
}

/** @internal */
export const meOf = ({ call, list }: Transport): Myself => {
  const { get, wishes, claims, notices, noticesSeen, consents } = mine;
  const pages =
    <T>(endpoint: Endpoint<PageQuery, undefined, Page<T>>) =>
    (query?: PageQuery, options?: Options) =>
      list(endpoint, { query, options });
  return {
    get: (options) => call(get, { options }),
    wishes: pages(wishes),
    claims: pages(claims),
    notices: pages(notices),
    actions: (query, options) => list(myActions.actions, { query, options }),
    hours: (query, options) => call(myActions.hours, { query, options }),
    points: (query, options) => call(myPoints.points, { query, options }),
    nominations: pages(myStars.nominations),
    stars: pages(myStars.stars),
    noticesSeen: (body, options) => call(noticesSeen, { body, options }),
    consents: (body, options) => call(consents, { body, options }),
  };
};

const hasMyself = (client: object): client is { me: Myself } => 'me' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const meIn = (client: Connection): Myself => (hasMyself(client) ? client.me : meOf(client[transportKey]));
