import { sql } from 'kysely';
import { type ActionRow, factsOf, insertAction } from '../actions/statements.ts';
import { putSignUp } from '../actions/sign-up-statements.ts';
import { recordEvent } from '../db/events.ts';
import { newId } from '../ids.ts';
import { award } from '../points/award.ts';
import type { Db, Ports } from '../ports.ts';
import { insertUpload } from '../uploads/statements.ts';
import { type Coming, type Span, spanOf, whoComes } from './action-people.ts';
import { known, type Places, type Telling } from './seed-people.ts';
import type { StoredPicture } from './seed-wishes.ts';
import type { SampleAction, SampleCommunity } from './types.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

export interface ActionsAround {
  places: Places;
  people: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, StoredPicture>;
  now: number;
}

/** One action on its way into the database. */
interface Setting {
  ports: Ports;
  db: Db;
  action: SampleAction;
  id: string;
  span: Span;
  coming: Coming;
  status: ActionRow['status'];
  /** When it was drafted, opened, and how it ended. */
  drafted: Date;
  opened: Date;
  ended: Date | null;
  around: ActionsAround;
}

/** Stores the actions as they are now, and answers how they came to be so, to be told in the order of time. */
export async function seedActions(ports: Ports, db: Db, sample: SampleCommunity, around: ActionsAround): Promise<Telling[]> {
  const coming = whoComes(sample, around.now);
  const series = new Map<string, string>();
  const tellings: Telling[] = [];
  for (const [turn, action] of sample.actions.entries()) {
    const setting = settingOf(ports, db, action, { turn, coming: known(coming, action.key), around });
    const row = await store(setting, series);
    tellings.push(...tellAction(setting, row));
  }
  return tellings;
}

function settingOf(
  ports: Ports,
  db: Db,
  action: SampleAction,
  { turn, coming, around }: { turn: number; coming: Coming; around: ActionsAround },
): Setting {
  const span = spanOf(action, around.now);
  // People hear of it some days before, and of what is far off by now at the latest.
  const opened = new Date(Math.min(span.from - 3 * day, around.now - (6 + turn * 3) * hour));
  const drafted = new Date(opened.getTime() - 20 * hour);
  const begun = span.from <= around.now;
  const status = action.status === 'open' && begun ? 'closed' : action.status;
  const endings: Partial<Record<typeof status, Date>> = {
    finished: new Date(Math.min(span.to + 10 * minute, around.now)),
    ...(action.cancelled && { cancelled: new Date(around.now - action.cancelled.hoursAgo * hour) }),
  };
  const id = newId({ clock: () => drafted, random: ports.random });
  return { ports, db, action, id, span, coming, status, drafted, opened, ended: endings[status] ?? null, around };
}

/** How one of those who come stands. */
function stateOf({ status, action }: Setting, index: number): 'signed-up' | 'attended' | 'absent' | 'cancelled' {
  if (status === 'cancelled') return 'cancelled';
  if (index < (action.came ?? 0) && (status === 'closed' || status === 'finished')) return 'attended';
  return status === 'finished' ? 'absent' : 'signed-up';
}

async function store(setting: Setting, series: Map<string, string>): Promise<ActionRow> {
  const { ports, db, action, id, span, coming, status, drafted, opened, ended, around } = setting;
  const area = known(around.places.areas, action.area);
  const photos = (action.photos ?? []).map(() => newId({ clock: () => drafted, random: ports.random }));
  const repeat = action.series;
  if (repeat && !series.has(repeat.name)) series.set(repeat.name, newId({ clock: () => drafted, random: ports.random }));
  const over = status === 'cancelled';
  const row = await insertAction(
    db,
    {
      id,
      root_id: area.root_id,
      area_id: area.id,
      author_id: known(around.people, action.author),
      organisation_id: action.host === undefined ? null : known(around.places.organisations, action.host),
      category: action.category,
      status,
      starts_at: new Date(span.from),
      ends_at: new Date(span.to),
      places: action.places,
      taken: over ? 0 : coming.placed.length,
      waiting: over ? 0 : coming.waiting.length,
      tickets: coming.placed.length + coming.waiting.length,
      minimum_age: action.minimumAge ?? null,
      photos,
      ...(repeat && { series_id: known(series, repeat.name), series_index: repeat.index, series_of: repeat.of }),
      sequence: over ? 1 : 0,
      created_at: drafted,
      opened_at: status === 'draft' ? null : opened,
      ended_at: ended,
      updated_at: ended ?? (status === 'draft' ? drafted : opened),
    },
    {
      title: action.title,
      story: action.story,
      place: action.place,
      bring: action.bring ?? null,
      for_whom: action.forWhom ?? null,
      reason: action.cancelled?.reason ?? null,
    },
  );
  await storePhotos(setting, photos);
  for (const [index, sub] of [...coming.placed, ...coming.waiting].entries()) await storeSignUp(setting, row, sub, index);
  return row;
}

const signedUpAt = ({ opened, span, around, coming }: Setting, index: number): Date => {
  const until = Math.min(span.from, around.now) - hour;
  const all = coming.placed.length + coming.waiting.length;
  return new Date(opened.getTime() + ((index + 1) * Math.max(0, until - opened.getTime())) / (all + 1));
};

/** People come from ten minutes before until some minutes after the start. */
const checkedInAt = ({ span, around }: Setting, index: number): Date =>
  new Date(Math.min(span.from + ((index * 4) % 18) * minute - 10 * minute, around.now));

async function storeSignUp(setting: Setting, row: ActionRow, sub: string, index: number): Promise<void> {
  const { db, action, coming, around, ended } = setting;
  const waits = index >= coming.placed.length;
  const state = waits && setting.status !== 'cancelled' ? 'waiting' : stateOf(setting, index);
  const at = signedUpAt(setting, index);
  const as = action.as?.[sub];
  const place = state === 'signed-up' || state === 'attended';
  await putSignUp(
    db,
    {
      action_id: row.id,
      member_id: known(around.people, sub),
      root_id: row.root_id,
      organisation_id: as === undefined ? null : known(around.places.organisations, as),
      acting_id: null,
      state,
      ticket: index + 1,
      ...(state === 'attended' && { checked_in_at: checkedInAt(setting, index) }),
      signed_up_at: at,
      updated_at: ended ?? at,
    },
    place ? row : null,
  );
}

async function storePhotos(setting: Setting, ids: readonly string[]): Promise<void> {
  const { ports, db, action, id, drafted, opened, status, around } = setting;
  for (const [position, name] of (action.photos ?? []).entries()) {
    const { data, width, height } = known(around.pictures, name);
    const upload = ids[position] ?? '';
    await insertUpload(db, {
      id: upload,
      root_id: known(around.places.areas, action.area).root_id,
      owner_id: known(around.people, action.author),
      action_id: id,
      position,
      mime: 'image/webp',
      width,
      height,
      bytes: data.length,
      approved_at: status === 'draft' ? null : opened,
      created_at: drafted,
    });
    await ports.blobs.put(db, upload, data);
  }
}

function tellAction(setting: Setting, row: ActionRow): Telling[] {
  const { db, action, span, coming, status, drafted, opened, ended, around } = setting;
  const area = known(around.places.areas, action.area);
  const author = known(around.people, action.author);
  const concerned = [...coming.placed, ...coming.waiting].map((sub) => known(around.people, sub));
  const tell = (at: Date, type: string, more: Partial<Parameters<typeof recordEvent>[1]> = {}): Telling => ({
    at,
    tell: () => recordEvent(db, { type, area, at, actionId: row.id, data: factsOf(row), ...more }),
  });
  if (status === 'draft') return [tell(drafted, 'action.drafted', { actorId: author, visibility: 'parties' })];
  const told = [
    tell(drafted, 'action.drafted', { actorId: author, visibility: 'parties' }),
    tell(opened, 'action.opened', { actorId: author }),
    ...concerned.map((member, index) => tell(signedUpAt(setting, index), 'action.signed-up', { actorId: member })),
  ];
  if (status === 'cancelled' && ended)
    told.push(tell(ended, 'action.cancelled', { actorId: author, words: action.cancelled?.reason ?? null, notify: concerned }));
  if (status === 'closed' || status === 'finished') {
    told.push(tell(new Date(span.from), 'action.closed'));
    for (const [index, member] of concerned.entries())
      if (stateOf(setting, index) === 'attended')
        told.push(tell(checkedInAt(setting, index), 'action.checked-in', { actorId: member, visibility: 'parties' }));
  }
  if (status === 'finished' && ended) {
    told.push(tell(ended, 'action.finished', { actorId: author, notify: concerned }));
    for (const [index, sub] of coming.placed.entries())
      if (stateOf(setting, index) === 'attended') told.push({ at: ended, tell: () => credit(setting, row, sub, index) });
  }
  return told;
}

/** The hours of one who came, and their points. */
async function credit(setting: Setting, row: ActionRow, sub: string, index: number): Promise<void> {
  const { ports, db, action, span, ended, around } = setting;
  const at = ended ?? new Date(span.to);
  const memberId = known(around.people, sub);
  const from = new Date(Math.max(span.from, checkedInAt(setting, index).getTime()));
  const minutes = Math.floor((span.to - from.getTime()) / minute);
  const as = action.as?.[sub];
  const organisationId = as === undefined ? null : known(around.places.organisations, as);
  const entry = await award(db, {
    memberId,
    organisationId,
    area: known(around.places.areas, action.area),
    rule: 'action-hour',
    source: `action:${row.id}:${memberId}:0`,
    at: new Date(span.to),
    recordedAt: at,
    actorId: known(around.people, action.author),
    minutes,
    actionId: row.id,
  });
  await db
    .insertInto('service')
    .values({
      id: newId({ clock: () => at, random: ports.random }),
      root_id: row.root_id,
      area_id: row.area_id,
      action_id: row.id,
      member_id: memberId,
      organisation_id: organisationId,
      n: 0,
      spans: sql<string>`tstzmultirange(tstzrange(${sql.val(from)}::timestamptz, ${sql.val(new Date(span.to))}::timestamptz))`,
      minutes,
      entry_id: entry?.id ?? null,
      credited_at: at,
    })
    .execute();
}
