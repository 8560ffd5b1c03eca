import { type Language, publicActionStatus } from '@five-micro/contract';
import ical, { ICalEventStatus, type ICalEventData } from 'ical-generator';
import { type Settings, settingsAlong } from '../areas/settings.ts';
import { type AreaRow, areaBySlug, areasByIds, nameOf } from '../areas/statements.ts';
import type { Arrival } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import { hasTag, tagOf } from '../http/tagged.ts';
import { isUuid } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';
import { isVisible, relationsIn } from './lifecycle.ts';
import { listActions } from './lists.ts';
import { actionById, type ActionRecord } from './statements.ts';
import { day } from './times.ts';
import { readByAll } from './words.ts';

/** How long what is over stays in a calendar that someone subscribed to. */
const looksBack = 30 * day;
/** Actions of one calendar: the soonest. */
const most = 1000;

const words: Record<
  Language,
  { all: (area: string) => string } & Record<'host' | 'forWhom' | 'bring' | 'cancelled', (text: string) => string>
> = {
  'zh-CN': {
    all: (area) => `${area} · 微行动`,
    host: (text) => `组织：${text}`,
    forWhom: (text) => `适合：${text}`,
    bring: (text) => `要带：${text}`,
    cancelled: (text) => `取消了：${text}`,
  },
  en: {
    all: (area) => `${area} · Micro actions`,
    host: (text) => `Held by: ${text}`,
    forWhom: (text) => `For: ${text}`,
    bring: (text) => `Bring: ${text}`,
    cancelled: (text) => `Cancelled: ${text}`,
  },
};

type Asking = Pick<Arrival, 'request' | 'caller' | 'language'>;

/**
 * `GET /areas/{area}/actions.ics`, to subscribe to: what people see of a subtree's actions. Those that were cancelled
 * stay in it as such, so that whoever has one in their calendar is told.
 * @throws {Refusal} `area.unknown`, `area.feature-off`
 */
export async function areaCalendar(ports: Ports, asking: Asking, slug: string): Promise<Response> {
  const { db } = ports;
  const area = await areaBySlug(db, slug);
  if (!area) throw new Refusal('area.unknown', { params: { area: slug.slice(0, 63) } });
  const settings = await settingsIn(db, [area], asking.language);
  if (!settings(area.id)?.features.includes('actions')) throw new Refusal('area.feature-off');
  const rows = await listActions(db, {
    area,
    statuses: publicActionStatus,
    notOver: undefined,
    categories: undefined,
    from: new Date(ports.clock().getTime() - looksBack),
    to: undefined,
    freeAt: undefined,
    order: 'soonest',
    after: undefined,
    limit: most,
    drafts: 'all',
  });
  return answer(asking, await written(db, asking, rows, area), { name: `five-micro-${area.slug}`, open: true });
}

/**
 * `GET /actions/{id}/calendar.ics`: one action for one's calendar.
 * @throws {Refusal} `action.unknown`
 */
export async function actionCalendar({ db }: Pick<Ports, 'db'>, asking: Asking, id: string): Promise<Response> {
  const action = isUuid(id) ? await actionById(db, id) : undefined;
  if (!action || !isVisible(action, relationsIn(asking.caller, action, undefined))) throw new Refusal('action.unknown');
  return answer(asking, await written(db, asking, [action]), {
    name: `five-micro-${action.id}`,
    open: action.opened_at !== null,
  });
}

/** The settings of some areas: of many at once, as each action stands in its own. */
async function settingsIn(
  db: Db,
  areas: readonly Pick<AreaRow, 'id' | 'path'>[],
  language: Language,
): Promise<(id: number) => Settings | undefined> {
  const rows = await areasByIds(db, [...new Set(areas.flatMap(({ path }) => path))]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const settings = new Map(
    areas.map(({ id, path }) => [
      id,
      settingsAlong(
        path.flatMap((above) => known.get(above) ?? []),
        language,
      ),
    ]),
  );
  return (id) => settings.get(id);
}

async function written(db: Db, { language }: Asking, rows: readonly ActionRecord[], area?: AreaRow): Promise<string> {
  const places = new Map(rows.map((row) => [row.area_id, { id: row.area_id, path: row.area_path }]));
  const settings = await settingsIn(db, [...places.values()], language);
  const read = await readByAll(
    db,
    language,
    rows.map(({ id }) => id),
  );
  const calendar = ical({
    prodId: { company: 'five-micro', product: 'actions', language: language === 'en' ? 'EN' : 'ZH' },
    // Unlike those of events, this text is not escaped by the library.
    ...(area && { name: escaped(words[language].all(nameOf(area, language))), ttl: 60 * 60 }),
    events: rows.map((row) => eventOf(asRead(row, read), language, settings(row.area_id)?.links['action'])),
  });
  return `${calendar.toString()}\r\n`;
}

/** A calendar is everybody's: who asks for it is not known to whatever shows it. */
const asRead = (row: ActionRecord, read: Awaited<ReturnType<typeof readByAll>>): ActionRecord => ({
  ...row,
  title: read(row.id, 'title', row.title),
  story: read(row.id, 'story', row.story),
  place: read(row.id, 'place', row.place),
  bring: row.bring && read(row.id, 'bring', row.bring),
  for_whom: row.for_whom && read(row.id, 'for-whom', row.for_whom),
  reason: row.reason && read(row.id, 'reason', row.reason),
});

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`);

function eventOf(row: ActionRecord, language: Language, template: string | undefined): ICalEventData {
  const say = words[language];
  const host = row.organisation_name ?? nameOf({ name: row.area_name, name_en: row.area_name_en }, language);
  const lines = [
    row.status === 'cancelled' && row.reason ? say.cancelled(row.reason) : '',
    row.story,
    say.host(host),
    row.for_whom ? say.forWhom(row.for_whom) : '',
    row.bring ? say.bring(row.bring) : '',
  ];
  const cancelled = row.status === 'cancelled';
  return {
    id: `${row.id}@five-micro`,
    sequence: row.sequence,
    start: row.starts_at,
    end: row.ends_at,
    summary: row.title,
    location: row.place,
    description: lines.filter(Boolean).join('\n'),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Without METHOD the stamp is the time of the last change (RFC 5545, 3.8.7.2): the same text until there is one.
    stamp: row.updated_at,
    lastModified: row.updated_at,
    created: row.created_at,
    url: template === undefined ? null : address(template, row.id),
  };
}

/** The portal's page. What a calendar's text would need escaped, an address has encoded. */
const address = (template: string, id: string): string =>
  template.replace('{id}', id).replace(/[\\;,\s]/g, (sign) => encodeURIComponent(sign));

/** Asked for again and again by machines that mostly have it: the tag says so without sending it. */
async function answer({ request }: Asking, text: string, { name, open }: { name: string; open: boolean }): Promise<Response> {
  const etag = await tagOf(text);
  const headers = { etag, 'cache-control': open ? 'public, max-age=60' : 'private, no-cache' };
  if (hasTag(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${name}.ics"`,
    },
  });
}
