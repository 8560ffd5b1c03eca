import type { Hours, ServiceEntry } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import { signedIn } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import type { Db } from '../ports.ts';
import { placeAfter } from '../wishes/lists.ts';
import { recorded, type ServiceRow, serviceSums, servicesOf } from './hours-statements.ts';
import { recordLinks } from './record-links.ts';

/** One's hours: a platform record (平台记录), which is not a certificate. */
export async function readHours(call: Call<'me.hours'>, db: Db): Promise<Hours> {
  const caller = signedIn(call);
  const size = pageSize(call.query.limit);
  const rows = await servicesOf(
    db,
    { memberId: caller.id, language: call.language },
    { after: placeAfter(call.query.cursor), limit: size + 1 },
  );
  const page = pageOf(
    rows,
    size,
    (row) => serviceEntry(row, call),
    (row) => [row.began.toISOString(), row.id],
  );
  const member = await recorded(db, caller.id);
  if (!member) throw new Refusal('token.revoked');
  return { ...(await serviceSums(db, caller.id)), ...page, links: await recordLinks(call, member) };
}

/** One line of the record. The community holds what no organisation does. */
export function serviceEntry(row: ServiceRow, { language }: Pick<Context, 'language'>): ServiceEntry {
  const areaName = nameOf({ name: row.area_name, name_en: row.area_name_en }, language);
  return {
    action: row.action_id,
    title: row.title,
    category: row.category,
    areaName,
    host: row.organisation_name ?? areaName,
    place: row.place,
    at: row.began.toISOString(),
    minutes: row.minutes,
  };
}
