import type { Transaction } from 'kysely';
import { placeOf } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { hasRole } from '../identity/permissions.ts';
import { newId } from '../ids.ts';
import { organisationBySlug } from '../organisations/statements.ts';
import type { Db } from '../ports.ts';
import { homeOf, insertReportIn, latestDone, settle, waitingOf, withdrawReportIn } from './statements.ts';

/**
 * 网上报到. To one's home, or as the first home, it is done at once; anywhere else it waits for a worker's check, as a
 * home decides where one may post and vote. With a party branch it is done at once only where the portal itself says
 * that the person is a party member there. A newer one takes the place of one that waits; reporting in twice changes
 * nothing. Answers the report-in's id.
 */
export async function reportIn(call: Call<'areas.reportIn'>, db: Transaction<Database>): Promise<string> {
  const caller = signedIn(call);
  const area = areaOf(call);
  const { at } = call;
  const organisationId = await branchNamed(call, db);
  const home = (await homeOf(db, caller.id)).area_id;
  const waiting = await waitingOf(db, caller.id);
  if (waiting && waiting.area_id === area.id && waiting.organisation_id === organisationId) return waiting.id;
  if (waiting) await withdrawReportIn(db, waiting, at);
  if (home === area.id) {
    const earlier = await latestDone(db, { memberId: caller.id, areaId: area.id, organisationId });
    if (earlier) return earlier.id;
  }
  const believed = organisationId === null || hasRole(caller, 'party-member', placeOf(area));
  const done = (home === null || home === area.id) && believed;
  const id = newId(call.ports);
  await insertReportIn(db, {
    id,
    member_id: caller.id,
    area_id: area.id,
    organisation_id: organisationId,
    state: done ? 'done' : 'waiting',
    created_at: at,
  });
  if (done) await settle(db, caller.id, { id, areaId: area.id, organisationId, actorId: caller.id, at });
  await recordEvent(db, {
    type: 'member.reported-in',
    area,
    at,
    visibility: 'workers',
    actorId: caller.id,
    organisationId,
    data: { value: done ? 'done' : 'waiting' },
  });
  return id;
}

/** @throws {Refusal} `organisation.unknown` for anything but a party branch of the district */
async function branchNamed(call: Call<'areas.reportIn'>, db: Db): Promise<number | null> {
  const slug = call.body.organisation;
  if (slug === undefined) return null;
  const branch = await organisationBySlug(db, slug);
  if (!branch || branch.kind !== 'party' || branch.root_id !== areaOf(call).root_id)
    throw new Refusal('organisation.unknown', { fields: [{ path: 'organisation', code: 'not-an-option' }] });
  return branch.id;
}
