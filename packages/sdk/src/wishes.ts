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
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** A state change. It answers with the wish as it is then, as the caller may see it. */
type Verb<Body> = (id: string, body: Body, options?: Options) => Promise<Wish>;
type PlainVerb<Body = Record<string, never>> = (id: string, body?: Body, options?: Options) => Promise<Wish>;

/** 微心愿. What the caller may do with a wish stands in its `can`. */
export interface Wishes {
  /**
   * An area's wishes with those of all areas below it.
   * @example
   * const { items, nextCursor } = await client.wishes.list({ status: 'open', kind: 'service' });
   */
  list(query?: WishQuery & PageQuery & Placed, options?: Options): List<Wish>;
  /**
   * Hands a wish in; a worker looks at it before others see it.
   * @example
   * const wish = await client.wishes.post({ title: '三楼走道的灯坏了', kind: 'service', place: '3 幢 2 单元' });
   * console.log(wish.status); // submitted
   */
  post(body: NewWish, at?: Placed, options?: Options): Promise<Wish>;
  /**
   * How many are open, in progress and helped, by kind and category.
   * @example
   * const { open, helped } = await client.wishes.summary({ area: 'nanyuan' });
   */
  summary(at?: Placed, options?: Options): Promise<WishSummary>;
  /**
   * One wish, as the caller may see it.
   * @example
   * const wish = await client.wishes.get(id);
   * if (wish.can.includes('claim')) console.log(`${wish.title}: one could help`);
   */
  get(id: string, options?: Options): Promise<Wish>;
  /**
   * What became of it, the oldest first.
   * @example
   * for await (const step of client.wishes.timeline(id)) console.log(step.at, step.type);
   */
  timeline(id: string, query?: PageQuery, options?: Options): List<TimelineEntry>;
  /**
   * For the acting helper and workers; each look is logged.
   * @example
   * const { phone } = await client.wishes.contact(id);
   */
  contact(id: string, options?: Options): Promise<Contact>;
  /**
   * By the wisher, before it is published; what is not named stays.
   * @example
   * await client.wishes.edit(id, { place: null, wantedBy: '2026-12-24' });
   */
  edit: PlainVerb<WishEdit>;
  /**
   * By a worker, in their own wording where the wisher's says too much.
   * @example
   * await client.wishes.publish(id, { category: 'repairs', seen: (await client.wishes.get(id)).updatedAt });
   */
  publish: PlainVerb<Publish>;
  /**
   * By a worker: back to the wisher, who may edit it.
   * @example
   * await client.wishes.decline(id, { reason: '请写清楚是哪一幢。' });
   */
  decline: Verb<Decline>;
  /**
   * By a worker: it is the same matter as another wish.
   * @example
   * await client.wishes.merge(id, { into: other });
   */
  merge: Verb<Merge>;
  /**
   * By the wisher.
   * @example
   * await client.wishes.withdraw(id);
   */
  withdraw: PlainVerb;
  /**
   * Promises to help, until a day. Of many at once exactly one gets the last claim.
   * @throws `wish.already-claimed` with the name of who was first
   * @example
   * await client.wishes.claim(id, { as: 'yikang-branch-2', dueAt: '2026-12-05' });
   */
  claim: PlainVerb<ClaimRequest>;
  /**
   * Gives a promise back.
   * @example
   * await client.wishes.release(id);
   */
  release: PlainVerb;
  /**
   * Moves the day of a promise.
   * @example
   * await client.wishes.extend(id, { dueAt: '2026-12-12' });
   */
  extend: Verb<Extend>;
  /**
   * By the helper: it is done.
   * @example
   * const { id: photo } = await client.uploads.post(picture);
   * await client.wishes.fulfil(id, { note: '灯管换好了。', photos: [photo] });
   */
  fulfil: Verb<Fulfil>;
  /**
   * By the wisher, in their own word. Silence is never one.
   * @example
   * await client.wishes.confirm(id, { rating: 5, thanks: '谢谢，亮堂多了。' });
   */
  confirm: Verb<Confirm>;
  /**
   * By the wisher: not yet.
   * @example
   * await client.wishes.reopen(id, { reason: '晚上又不亮了。' });
   */
  reopen: Verb<Reopen>;
  /**
   * By a worker, after a visit.
   * @example
   * await client.wishes.close(id, { note: '上门看过，老人很满意。' });
   */
  close: Verb<Close>;
  /**
   * By a worker: fewer helpers are enough.
   * @example
   * await client.wishes.lower(id, { claimersWanted: 1 });
   */
  lower: Verb<Lower>;
  /**
   * By a worker: strangers may see these pictures.
   * @example
   * const { photos } = await client.wishes.get(id);
   * await client.wishes.approvePhotos(id, { photos: photos.map((photo) => photo.id) });
   */
  approvePhotos: Verb<ApprovePhotos>;
  /**
   * Tells the workers about a text or picture that should not stand there.
   * @example
   * await client.wishes.report(id, { part: 'story', reason: 'private' });
   */
  report: Verb<Report>;
  /**
   * By a worker: a text or a picture is seen no more; whoever wrote it is told why.
   * @example
   * await client.wishes.hide(id, { part: 'story', reason: '写了别人的电话。' });
   */
  hide: Verb<Hide>;
  /**
   * By a worker: a held, reported or hidden one may be seen, in another wording where there is one.
   * @example
   * await client.wishes.show(id, { part: 'story', wording: '请打 138****8000 找我。' });
   */
  show: Verb<Show>;
}

/** @internal */
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

const hasWishes = (client: object): client is { wishes: Wishes } => 'wishes' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const wishesIn = (client: Connection): Wishes =>
  hasWishes(client) ? client.wishes : wishesOf(client[transportKey], client.area);
