import * as z from 'zod/mini';
import { id, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type * as ask from './requests/actions.ts';
import type * as said from './requests/said.ts';
import { photo, withheld } from './shown.ts';
import { actionStatus, signUpState } from './vocabulary.ts';

/** What is known of one person's coming. */
const coming = {
  state: z.enum(signUpState),
  /** The place on the waiting list, from 1; absent for whoever does not wait. */
  position: z.optional(z.number()),
  checkedInAt: z.nullable(time),
  checkedOutAt: z.nullable(time),
  /** Minutes credited (平台记录); null until the action has finished, or they did not come. */
  minutes: z.nullable(z.number()),
};

/** One's own sign-up. */
export const mySignUp = z.object(coming);
export type MySignUp = z.infer<typeof mySignUp>;

/** A line of the organiser's list. Names are whole here: whoever stands at the door has to find people. */
export const signUp = z.object({
  member: id,
  name: z.string(),
  /** The organisation in whose name they come. */
  organisation: z.nullable(z.string()),
  /** True where a worker signed them up. */
  onBehalf: z.boolean(),
  signedUpAt: time,
  ...coming,
});
export type SignUp = z.infer<typeof signUp>;

/** 微行动: something that neighbours do together at a time and a place. */
export const action = z.object({
  id,
  /** The area's slug and name. */
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  story: z.string(),
  category: z.string(),
  status: z.enum(actionStatus),
  startsAt: time,
  endsAt: time,
  place: z.string(),
  /** The organisation that holds it, else the community itself (then without a slug). */
  host: z.object({ slug: z.nullable(z.string()), name: z.string() }),
  places: z.number(),
  /** Places that are taken. */
  taken: z.number(),
  /** People on the waiting list. */
  waiting: z.number(),
  minimumAge: z.nullable(z.number()),
  /** What to bring. */
  bring: z.nullable(z.string()),
  /** Who it is for. */
  forWhom: z.nullable(z.string()),
  photos: z.array(photo),
  /** One of a weekly series: the series' id, which one it is (from 1) and of how many. */
  series: z.nullable(z.object({ id, index: z.number(), of: z.number() })),
  /** The caller's own sign-up; null where there is none. */
  mine: z.nullable(mySignUp),
  /** What the caller may do now. A visitor sees what a signed-in resident could try. */
  can: z.array(z.string()),
  /** Why it was cancelled. */
  reason: z.nullable(z.string()),
  /** From when on people can check in. */
  checkInFrom: time,
  /** As iCalendar (.ics). */
  calendarUrl: z.string(),
  /** For those who look after it. Everybody else reads in the place of such words what is said of them. */
  withheld: z.optional(z.array(withheld)),
  createdAt: time,
  updatedAt: time,
});
export type Action = z.infer<typeof action>;

/** How many actions begin on each day, in Asia/Shanghai: days without one are left out. */
export const actionDays = z.object({ items: z.array(z.object({ day: z.string(), actions: z.number() })) });
export type ActionDays = z.infer<typeof actionDays>;

/** Changes every 30 s; the one before is still accepted. */
export const checkInCode = z.object({
  /** Six digits. */
  code: z.string(),
  validUntil: time,
  /** The portal's page with the code in it, for a QR code; null where the area's links name none. */
  link: z.nullable(z.string()),
});
export type CheckInCode = z.infer<typeof checkInCode>;

/** One's own sign-up with the action it is for. */
export const myAction = z.object({ action, signUp: mySignUp });
export type MyAction = z.infer<typeof myAction>;

/** One line of one's service record. */
export const serviceEntry = z.object({
  action: id,
  title: z.string(),
  category: z.string(),
  areaName: z.string(),
  host: z.string(),
  place: z.string(),
  /** When the time that was credited began. */
  at: time,
  minutes: z.number(),
});
export type ServiceEntry = z.infer<typeof serviceEntry>;

/** One's hours, newest first: a platform record (平台记录), not a certificate. */
export const hours = z.object({
  /** Of all of them, not of this page. */
  minutes: z.number(),
  actions: z.number(),
  items: z.array(serviceEntry),
  nextCursor: z.nullable(z.string()),
  /** Signed addresses that work for a while without a token: `page` to print, `csv` for a spreadsheet. */
  links: z.object({ page: z.string(), csv: z.string() }),
});
export type Hours = z.infer<typeof hours>;

const verb = <Body = Record<string, never>>(name: string) => asking<undefined, Body>()('POST', `/actions/{id}/${name}`, action);

/** iCalendar of one action, and of an area's coming ones for subscribing: text, so no lines of the endpoint table's shape. */
export const calendarPaths = { one: '/actions/{id}/calendar.ics', area: '/areas/{area}/actions.ics' } as const;

export const actions = {
  list: asking<ask.ActionQuery & PageQuery>()('GET', '/areas/{area}/actions', pageOf(action)),
  post: asking<undefined, ask.NewAction>()('POST', '/areas/{area}/actions', action, 201),
  days: asking<ask.DaysQuery>()('GET', '/areas/{area}/actions/days', actionDays),
  /** Of an organisation and those below it, newest first; drafts too for whoever may act for it and for workers. */
  ofOrganisation: asking<PageQuery>()('GET', '/organisations/{slug}/actions', pageOf(action)),
  get: asking()('GET', '/actions/{id}', action),
  open: verb<ask.OpenAction>('open'),
  edit: verb<ask.ActionEdit>('edit'),
  cancel: verb<ask.CancelAction>('cancel'),
  finish: verb('finish'),
  signUp: asking<undefined, ask.SignUpRequest>()('POST', '/actions/{id}/sign-up', mySignUp),
  signOff: asking<undefined, ask.SignOffRequest>()('POST', '/actions/{id}/sign-off', mySignUp),
  signUps: asking<PageQuery>()('GET', '/actions/{id}/sign-ups', pageOf(signUp)),
  checkInCode: asking()('GET', '/actions/{id}/check-in-code', checkInCode),
  checkIn: asking<undefined, ask.CheckIn>()('POST', '/actions/{id}/check-in', mySignUp),
  /** Answers those who were named, as they are now. */
  attendance: asking<undefined, ask.Attendance>()('POST', '/actions/{id}/attendance', z.object({ items: z.array(signUp) })),
  /** Tells the workers about a text or a picture of an action that people can see. */
  reportPart: verb<said.ReportActionPart>('report'),
  /** Takes it from public view, in every list, calendar and record; whoever wrote it is told why. */
  hidePart: verb<said.HideActionPart>('hide'),
  showPart: verb<said.ShowActionPart>('show'),
};
