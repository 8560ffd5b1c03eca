import type { NominationStatus } from '@five-micro/contract';
import type { AreaRow } from '../areas/statements.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import type { Db } from '../ports.ts';
import { isDue } from '../rounds/lifecycle.ts';
import { listRounds } from '../rounds/lists.ts';
import { showRounds } from '../rounds/view.ts';
import { placeAfter } from '../wishes/lists.ts';
import { award, edit as editStar, takeDown } from './awarding.ts';
import { demandStars } from './deed.ts';
import { listNominations, listStars, nominationsOf, starPeriods, starsOf } from './lists.ts';
import { ask, consent, decline, edit, nominate, withdraw } from './nominating.ts';
import { hideNomination, hideStar, reportedAt, reportNomination, reportStar, showNomination, showStar } from './said.ts';
import { nominationById, type NominationRecord, starById, type StarRecord } from './statements.ts';
import { showNominations, showStars, showVisibleNomination, showVisibleStar } from './view.ts';

/** The nomination as it is now, in front of this caller. */
const nominationAnswer = async (context: Context, db: Db, id: string) =>
  showVisibleNomination(context, db, await nominationById(db, id));
const starAnswer = async (context: Context, db: Db, id: string) => showVisibleStar(context, db, await starById(db, id));

export const starRoutes: Routes<'stars'> = {
  'stars.list': { read: list },
  'stars.periods': { read: periods },
  'stars.award': { act: award, answer: starAnswer },
  'stars.get': { read: (call, db) => starAnswer(call, db, call.params['id'] ?? '') },
  'stars.edit': { act: editStar, answer: starAnswer },
  'stars.takeDown': { act: takeDown, answer: taken },
  'stars.nominations': { read: nominations },
  'stars.nominate': { act: nominate, answer: nominationAnswer },
  'stars.nomination': { read: (call, db) => nominationAnswer(call, db, call.params['id'] ?? '') },
  'stars.editNomination': { act: edit, answer: nominationAnswer },
  'stars.ask': { act: ask, answer: nominationAnswer },
  'stars.consent': { act: consent, answer: nominationAnswer },
  'stars.decline': { act: decline, answer: nominationAnswer },
  'stars.withdraw': { act: withdraw, answer: nominationAnswer },
  'stars.report': { act: reportStar, answer: starAnswer },
  'stars.hide': { act: hideStar, answer: starAnswer },
  'stars.show': { act: showStar, answer: starAnswer },
  'stars.reportNomination': { act: reportNomination, answer: reportedAt },
  'stars.hideNomination': { act: hideNomination, answer: nominationAnswer },
  'stars.showNomination': { act: showNomination, answer: nominationAnswer },
};

export const myStarRoutes: Pick<Routes<'me'>, 'me.nominations' | 'me.stars'> = {
  'me.nominations': {
    async read(call, db) {
      const size = pageSize(call.query.limit);
      const own = { after: placeAfter(call.query.cursor), limit: size + 1 };
      const { items, nextCursor } = cut(await nominationsOf(db, signedIn(call).id, own), size, createdKey);
      return { items: await showNominations(call, db, items), nextCursor };
    },
  },
  'me.stars': {
    async read(call, db) {
      const size = pageSize(call.query.limit);
      const own = { after: placeAfter(call.query.cursor), limit: size + 1 };
      const { items, nextCursor } = cut(await starsOf(db, signedIn(call).id, own), size, awardedKey);
      return { items: await showStars(call, db, items), nextCursor };
    },
  },
};

async function periods(call: Call<'stars.periods'>, db: Db) {
  return { items: await starPeriods(db, await demandStars(call, db)) };
}

const cut = <Row>(rows: readonly Row[], size: number, key: (row: Row) => [string, string]) =>
  pageOf(rows, size, (row) => row, key);
const awardedKey = (star: StarRecord): [string, string] => [star.awarded_at.toISOString(), star.id];
const createdKey = (nomination: NominationRecord): [string, string] => [nomination.created_at.toISOString(), nomination.id];

async function list(call: Call<'stars.list'>, db: Db) {
  const area = await demandStars(call, db);
  const { title, period, q, cursor, limit } = call.query;
  const size = pageSize(limit);
  const sought = q?.trim() || undefined;
  const rows = await listStars(db, { area, title, period, q: sought, after: placeAfter(cursor), limit: size + 1 });
  const { items, nextCursor } = cut(rows, size, awardedKey);
  const contests = call.query.contests === 'true' && cursor === undefined ? { contests: await contestsOf(call, db, area) } : {};
  return { items: await showStars(call, db, items), nextCursor, ...contests };
}

async function contestsOf(call: Call<'stars.list'>, db: Db, area: AreaRow) {
  const open = await listRounds(db, { area, of: 'stars', statuses: ['open'], draftsAbove: [], after: undefined, limit: 5 });
  return showRounds(
    call,
    db,
    open.filter((round) => !isDue(round)),
    { whole: [] },
  );
}

/** Those on which something is to be done. */
const waiting: readonly NominationStatus[] = ['proposed', 'asked', 'consented'];

async function nominations(call: Call<'stars.nominations'>, db: Db) {
  await demandStars(call, db);
  const { title, period, status, order = 'newest', cursor, limit } = call.query;
  const statuses = status && status.length > 0 ? status : waiting;
  const size = pageSize(limit);
  const wanted = { area: areaOf(call), title, period, statuses, order, after: placeAfter(cursor), limit: size + 1 };
  const { items, nextCursor } = cut(await listNominations(db, wanted), size, createdKey);
  return { items: await showNominations(call, db, items), nextCursor };
}

async function taken(_context: Context, db: Db, id: string) {
  const star = await starById(db, id);
  if (!star || star.taken_down_at === null) throw new Refusal('star.unknown');
  return { id, takenDownAt: star.taken_down_at.toISOString() };
}
