import { publicRoundStatus } from '@five-micro/contract';
import { placeOf } from '../areas/statements.ts';
import { areaOf } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { judge, relationsToArea, unpublishedRule } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { placeAfter } from '../wishes/lists.ts';
import { prepareBallot, readMyBallot, receiptAnswer } from './casting.ts';
import { close, currentRound } from './closing.ts';
import { currentOf, isDue } from './lifecycle.ts';
import { listRounds } from './lists.ts';
import { open } from './opening.ts';
import { paperAnswer, prepareConfirmation, prepareEntry, readPaper, withdrawPaper } from './paper.ts';
import { edit, post } from './planning.ts';
import { checkReceipt, readBallots, readResults } from './results.ts';
import { roundById } from './statements.ts';
import { showRounds, showVisible } from './view.ts';

/** The round as it is now, in front of this caller. */
const answer = async (context: Context, db: Db, id: string) => showVisible(context, db, await roundById(db, id));

export const roundRoutes: Routes<'rounds'> = {
  'rounds.list': { read: list },
  'rounds.get': { read: async (call, db) => showVisible(call, db, await currentRound(call, call.params['id'] ?? '')) },
  'rounds.post': { act: post, answer },
  'rounds.edit': { act: edit, answer },
  'rounds.open': { act: open, answer },
  'rounds.close': { act: close, answer },
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

async function list(call: Call<'rounds.list'>, db: Db) {
  const area = areaOf(call);
  const { query, caller } = call;
  const statuses = query.status && query.status.length > 0 ? query.status : publicRoundStatus;
  if (statuses.includes('draft') && judge(unpublishedRule, relationsToArea(caller, placeOf(area))) !== 'allowed')
    throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(unpublishedRule);
  const size = pageSize(query.limit);
  const wanted = { area, of: query.of, statuses, after: placeAfter(query.cursor), limit: size + 1 };
  let rows = await listRounds(db, wanted);
  const due = rows.filter(isDue);
  for (const { id } of due) await currentRound(call, id);
  if (due.length > 0) rows = await listRounds(db, wanted);
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.opens_at.toISOString(), row.id],
  );
  const current = query.whole === 'current' ? currentOf(page.items) : undefined;
  return { items: await showRounds(call, db, page.items, { whole: current ? [current.id] : [] }), nextCursor: page.nextCursor };
}
