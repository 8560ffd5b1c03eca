import { publicRoundStatus } from '@five-micro/contract';
import { placeOf } from '../areas/statements.ts';
import { areaOf } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { judge, relationsToArea, unpublishedRule } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { prepareBallot, readMyBallot, receiptAnswer } from './casting.ts';
import { close, currentRound, leaveToSweeper } from './ending.ts';
import { currentOf, isDue } from './lifecycle.ts';
import { listRounds, roundAfter } from './lists.ts';
import { open } from './opening.ts';
import { paperAnswer, prepareConfirmation, prepareEntry, readPaper, withdrawPaper } from './paper.ts';
import { discard, edit, post } from './planning.ts';
import { checkReceipt, readBallots, readResults, visibleRound } from './results.ts';
import { roundById } from './statements.ts';
import { showOption, showRounds, showVisible } from './view.ts';

/** The round as it is now, in front of this caller. */
const answer = async (context: Context, db: Db, id: string) => showVisible(context, db, await roundById(db, id));

export const roundRoutes: Routes<'rounds'> = {
  'rounds.list': { read: list },
  'rounds.get': { read: async (call, db) => showVisible(call, db, await currentRound(call, call.params['id'] ?? '')) },
  'rounds.option': { read: option },
  'rounds.post': { act: post, answer },
  'rounds.edit': { act: edit, answer },
  'rounds.open': { act: open, answer },
  'rounds.discard': { act: discard, answer: async (_context, _db, discardedAt) => ({ discardedAt }) },
  'rounds.close': {
    act: close,
    async answer(context, db, id) {
      leaveToSweeper(context.ports);
      return answer(context, db, id);
    },
  },
  'rounds.cast': { prepare: prepareBallot, answer: receiptAnswer, unkept: true },
  'rounds.myBallot': { read: readMyBallot },
  'rounds.results': { read: readResults },
  'rounds.ballots': { read: readBallots },
  'rounds.receipt': { read: checkReceipt },
  'rounds.paperBallots': { read: readPaper },
  'rounds.enterPaper': { prepare: prepareEntry, answer: paperAnswer, unkept: true },
  'rounds.confirmPaper': { prepare: prepareConfirmation, answer: paperAnswer },
  'rounds.withdrawPaper': { act: withdrawPaper, answer: paperAnswer },
};

async function option(call: Call<'rounds.option'>, db: Db) {
  return showOption(call, db, await visibleRound(call), (call.params['option'] ?? '').toLowerCase());
}

async function list(call: Call<'rounds.list'>, db: Db) {
  const area = areaOf(call);
  const { query, caller } = call;
  const statuses = query.status && query.status.length > 0 ? query.status : publicRoundStatus;
  const mayRead = (place: Parameters<typeof relationsToArea>[1]) =>
    judge(unpublishedRule, relationsToArea(caller, place)) === 'allowed';
  if (statuses.includes('draft') && !mayRead(placeOf(area)))
    throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(unpublishedRule);
  // Whoever looks after a community does not look after its street.
  const draftsAbove = area.path.filter((id, at) => mayRead({ id, rootId: area.root_id, path: area.path.slice(0, at + 1) }));
  const size = pageSize(query.limit);
  const wanted = { area, of: query.of, statuses, draftsAbove, after: roundAfter(query.cursor), limit: size + 1 };
  let rows = await listRounds(db, wanted);
  const due = rows.filter(isDue);
  for (const { id } of due) await currentRound(call, id);
  if (due.length > 0) rows = await listRounds(db, wanted);
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.rank, row.opens_at.toISOString(), row.id],
  );
  const current = query.whole === 'current' ? currentOf(page.items) : undefined;
  return { items: await showRounds(call, db, page.items, { whole: current ? [current.id] : [] }), nextCursor: page.nextCursor };
}
