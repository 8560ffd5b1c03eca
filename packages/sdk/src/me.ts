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
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** The one who is signed in. */
export interface Myself {
  get(options?: Options): Promise<Me>;
  wishes(query?: PageQuery, options?: Options): List<Wish>;
  claims(query?: PageQuery, options?: Options): List<MyClaim>;
  notices(query?: PageQuery, options?: Options): List<Notice>;
  /** What the caller signed up for, waited for or came to. */
  actions(query?: MyActionsQuery & PageQuery, options?: Options): List<MyAction>;
  /** The caller's service record; one page, go on with `cursor: nextCursor`. */
  hours(query?: PageQuery, options?: Options): Promise<Hours>;
  /** Where the caller's points come from; one page. */
  points(query?: PeriodQuery & PageQuery, options?: Options): Promise<Account>;
  /** Honours the caller was nominated for, and those for which they nominated someone. */
  nominations(query?: PageQuery, options?: Options): List<Nomination>;
  /** Honours the caller has. */
  stars(query?: PageQuery, options?: Options): List<Star>;
  noticesSeen(body: NoticesSeen, options?: Options): Promise<AnswerOf<typeof mine.noticesSeen>>;
  /** Decides what others see; what is not named stays as it is. */
  consents(body: ConsentChange, options?: Options): Promise<Consents>;
}

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
