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
  type MySignUp,
  type NewAction,
  type OpenAction,
  type PageQuery,
  type SignOffRequest,
  type SignUp,
  type SignUpRequest,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type FiveMicroCore, transportKey } from './core.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** 微行动. What the caller may do with an action stands in its `can`. */
export interface Actions {
  /** An area's actions with those of all areas below it; by default those to come, the soonest first. */
  list(query?: ActionQuery & PageQuery & Placed, options?: Options): List<Action>;
  /** How many begin on each day. */
  days(query: DaysQuery & Placed, options?: Options): Promise<ActionDays>;
  ofOrganisation(slug: string, query?: PageQuery, options?: Options): List<Action>;
  get(id: string, options?: Options): Promise<Action>;
  /** A draft; a worker opens it. */
  post(body: NewAction, at?: Placed, options?: Options): Promise<Action>;
  open(id: string, body?: OpenAction, options?: Options): Promise<Action>;
  edit(id: string, body: ActionEdit, options?: Options): Promise<Action>;
  cancel(id: string, body: CancelAction, options?: Options): Promise<Action>;
  /** Ends it: hours and points are credited. */
  finish(id: string, options?: Options): Promise<Action>;
  /** Answers whether there was a place, else where on the waiting list. */
  signUp(id: string, body?: SignUpRequest, options?: Options): Promise<MySignUp>;
  signOff(id: string, body?: SignOffRequest, options?: Options): Promise<MySignUp>;
  /** For the organiser; each look is logged. */
  signUps(id: string, query?: PageQuery, options?: Options): List<SignUp>;
  checkInCode(id: string, options?: Options): Promise<CheckInCode>;
  /** The first time says that one came, a later one that one leaves. */
  checkIn(id: string, body: CheckIn, options?: Options): Promise<MySignUp>;
  attendance(id: string, body: Attendance, options?: Options): Promise<AnswerOf<typeof table.attendance>>;
}

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
  };
};

const hasActions = (client: object): client is { actions: Actions } => 'actions' in client;

/** This feature over a client's session and requests, for whoever does not want to carry the whole client. */
export const actionsIn = (client: FiveMicroCore): Actions =>
  hasActions(client) ? client.actions : actionsOf(client[transportKey], client.area);
