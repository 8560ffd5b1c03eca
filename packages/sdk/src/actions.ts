import {
  type Action,
  type ActionDays,
  type ActionEdit,
  type ActionQuery,
  actions as table,
  type AnswerOf,
  type Attendance,
  type CancelAction,
  type CheckIn,
  type CheckInCode,
  type DaysQuery,
  type Endpoint,
  type HideActionPart,
  type MySignUp,
  type NewAction,
  type OpenAction,
  type PageQuery,
  type ReportActionPart,
  type ShowActionPart,
  type SignOffRequest,
  type SignUp,
  type SignUpRequest,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** 微行动. What the caller may do with an action stands in its `can`. */
export interface Actions {
  /**
   * An area's actions with those of all areas below it; by default those to come, the soonest first.
   * @example
   * const { items } = await client.actions.list({ free: 'true', from: '2026-12-01', to: '2026-12-07' });
   */
  list(query?: ActionQuery & PageQuery & Placed, options?: Options): List<Action>;
  /**
   * How many begin on each day.
   * @example
   * const { items } = await client.actions.days({ from: '2026-12-01', to: '2026-12-31' });
   */
  days(query: DaysQuery & Placed, options?: Options): Promise<ActionDays>;
  /**
   * Those that an organisation holds.
   * @example
   * const { items } = await client.actions.ofOrganisation('yikang-branch-2');
   */
  ofOrganisation(slug: string, query?: PageQuery, options?: Options): List<Action>;
  /**
   * One action, with one's own sign-up.
   * @example
   * const { title, places, taken, mine } = await client.actions.get(id);
   */
  get(id: string, options?: Options): Promise<Action>;
  /**
   * A draft; a worker opens it.
   * @example
   * await client.actions.post({
   *   title: '周六义诊',
   *   story: '量血压，看看药。',
   *   category: 'health',
   *   startsAt: '2026-12-05T09:00:00+08:00',
   *   endsAt: '2026-12-05T11:00:00+08:00',
   *   place: '社区一楼大厅',
   *   places: 20,
   * });
   */
  post(body: NewAction, at?: Placed, options?: Options): Promise<Action>;
  /**
   * By a worker: neighbours may sign up.
   * @example
   * await client.actions.open(id, { following: true });
   */
  open(id: string, body?: OpenAction, options?: Options): Promise<Action>;
  /**
   * What is not named stays; those who signed up are told.
   * @example
   * await client.actions.edit(id, { place: '活动室' });
   */
  edit(id: string, body: ActionEdit, options?: Options): Promise<Action>;
  /**
   * Calls it off, with a reason.
   * @example
   * await client.actions.cancel(id, { reason: '下雨，改天。' });
   */
  cancel(id: string, body: CancelAction, options?: Options): Promise<Action>;
  /**
   * Ends it: hours and points are credited.
   * @example
   * await client.actions.finish(id);
   */
  finish(id: string, options?: Options): Promise<Action>;
  /**
   * Answers whether there was a place, else where on the waiting list.
   * @example
   * const { state, position } = await client.actions.signUp(id);
   * console.log(state === 'waiting' ? `number ${position} on the waiting list` : 'there is a place');
   */
  signUp(id: string, body?: SignUpRequest, options?: Options): Promise<MySignUp>;
  /**
   * Gives one's place to whoever waits first.
   * @example
   * await client.actions.signOff(id);
   */
  signOff(id: string, body?: SignOffRequest, options?: Options): Promise<MySignUp>;
  /**
   * For the organiser; each look is logged.
   * @example
   * for await (const { name, state } of client.actions.signUps(id)) console.log(name, state);
   */
  signUps(id: string, query?: PageQuery, options?: Options): List<SignUp>;
  /**
   * For the organiser's screen; another code every 30 seconds.
   * @example
   * const { code, validUntil } = await client.actions.checkInCode(id);
   */
  checkInCode(id: string, options?: Options): Promise<CheckInCode>;
  /**
   * The first time says that one came, a later one that one leaves.
   * @example
   * await client.actions.checkIn(id, { code: '482 913' });
   */
  checkIn(id: string, body: CheckIn, options?: Options): Promise<MySignUp>;
  /**
   * By the organiser: who came, who did not, for how many minutes.
   * @example
   * await client.actions.attendance(id, { items: [{ member, state: 'attended', minutes: 90 }] });
   */
  attendance(id: string, body: Attendance, options?: Options): Promise<AnswerOf<typeof table.attendance>>;
  /**
   * Tells the workers about a text or a picture: its title, its story, where it is, what to bring, a photo.
   * @example
   * await client.actions.reportPart(id, { part: 'story', reason: 'private' });
   */
  reportPart(id: string, body: ReportActionPart, options?: Options): Promise<Action>;
  /**
   * By a worker, with a reason for whoever wrote it: it is gone from lists, calendars and records.
   * @example
   * await client.actions.hidePart(id, { part: 'story', reason: '写了别人的电话。' });
   */
  hidePart(id: string, body: HideActionPart, options?: Options): Promise<Action>;
  /**
   * By a worker, in another wording where there is one.
   * @example
   * await client.actions.showPart(id, { part: 'place', wording: '活动室' });
   */
  showPart(id: string, body: ShowActionPart, options?: Options): Promise<Action>;
}

/** @internal */
export const actionsOf = ({ call, list }: Transport, home: string | undefined): Actions => {
  const post =
    <Body, Answer>(endpoint: Endpoint<undefined, Body, Answer>) =>
    (id: string, body: Body, options?: Options) =>
      call(endpoint, { path: { id }, body, options });
  /** One that may be asked without a body. */
  const plain =
    <Body extends object, Answer>(endpoint: Endpoint<undefined, Body, Answer>) =>
    (id: string, body?: Body, options?: Options) =>
      call(endpoint, { path: { id }, body, options });
  return {
    list: ({ area = home, ...query } = {}, options) => list(table.list, { path: { area }, query, options }),
    days: ({ area = home, ...query }, options) => call(table.days, { path: { area }, query, options }),
    ofOrganisation: (slug, query, options) => list(table.ofOrganisation, { path: { slug }, query, options }),
    get: (id, options) => call(table.get, { path: { id }, options }),
    post: (body, { area = home } = {}, options) => call(table.post, { path: { area }, body, options }),
    open: plain(table.open),
    edit: post(table.edit),
    cancel: post(table.cancel),
    finish: (id, options) => call(table.finish, { path: { id }, options }),
    signUp: plain(table.signUp),
    signOff: plain(table.signOff),
    signUps: (id, query, options) => list(table.signUps, { path: { id }, query, options }),
    checkInCode: (id, options) => call(table.checkInCode, { path: { id }, options }),
    checkIn: post(table.checkIn),
    attendance: post(table.attendance),
    reportPart: post(table.reportPart),
    hidePart: post(table.hidePart),
    showPart: post(table.showPart),
  };
};

const hasActions = (client: object): client is { actions: Actions } => 'actions' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const actionsIn = (client: Connection): Actions =>
  hasActions(client) ? client.actions : actionsOf(client[transportKey], client.area);
