import {
  type ApprovePhotos,
  type ClaimRequest,
  type Close,
  type Confirm,
  type Contact,
  type Decline,
  type Endpoint,
  type Extend,
  type Fulfil,
  type Hide,
  type Lower,
  type Merge,
  type NewWish,
  type PageQuery,
  type Publish,
  type Reopen,
  type Report,
  type Show,
  type TimelineEntry,
  type Wish,
  type WishEdit,
  type WishQuery,
  type WishSummary,
  wishes as table,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** A state change. It answers with the wish as it is then, as the caller may see it. */
type Verb<Body> = (id: string, body: Body, options?: Options) => Promise<Wish>;
type PlainVerb<Body = Record<string, never>> = (id: string, body?: Body, options?: Options) => Promise<Wish>;

/** 微心愿. What the caller may do with a wish stands in its `can`. */
export interface Wishes {
  /** An area's wishes with those of all areas below it. */
  list(query?: WishQuery & PageQuery & Placed, options?: Options): List<Wish>;
  post(body: NewWish, at?: Placed, options?: Options): Promise<Wish>;
  summary(at?: Placed, options?: Options): Promise<WishSummary>;
  get(id: string, options?: Options): Promise<Wish>;
  timeline(id: string, query?: PageQuery, options?: Options): List<TimelineEntry>;
  /** For the acting helper and workers; each look is logged. */
  contact(id: string, options?: Options): Promise<Contact>;
  edit: PlainVerb<WishEdit>;
  publish: PlainVerb<Publish>;
  decline: Verb<Decline>;
  merge: Verb<Merge>;
  withdraw: PlainVerb;
  claim: PlainVerb<ClaimRequest>;
  release: PlainVerb;
  extend: Verb<Extend>;
  fulfil: Verb<Fulfil>;
  confirm: Verb<Confirm>;
  reopen: Verb<Reopen>;
  close: Verb<Close>;
  lower: Verb<Lower>;
  approvePhotos: Verb<ApprovePhotos>;
  /** Tells the workers about a text or picture that should not stand there. */
  report: Verb<Report>;
  hide: Verb<Hide>;
  show: Verb<Show>;
}

export const wishesOf = ({ call, list }: Transport, home: string | undefined): Wishes => {
  const verb =
    <Body>(endpoint: Endpoint<undefined, Body, Wish>): PlainVerb<Body> =>
    (id, body, options) =>
      call(endpoint, { path: { id }, body, options });
  return {
    list: ({ area = home, ...query } = {}, options) => list(table.list, { path: { area }, query, options }),
    post: (body, { area = home } = {}, options) => call(table.post, { path: { area }, body, options }),
    summary: ({ area = home } = {}, options) => call(table.summary, { path: { area }, options }),
    get: (id, options) => call(table.get, { path: { id }, options }),
    timeline: (id, query, options) => list(table.timeline, { path: { id }, query, options }),
    contact: (id, options) => call(table.contact, { path: { id }, options }),
    edit: verb(table.edit),
    publish: verb(table.publish),
    decline: verb(table.decline),
    merge: verb(table.merge),
    withdraw: verb(table.withdraw),
    claim: verb(table.claim),
    release: verb(table.release),
    extend: verb(table.extend),
    fulfil: verb(table.fulfil),
    confirm: verb(table.confirm),
    reopen: verb(table.reopen),
    close: verb(table.close),
    lower: verb(table.lower),
    approvePhotos: verb(table.approvePhotos),
    report: verb(table.report),
    hide: verb(table.hide),
    show: verb(table.show),
  };
};
