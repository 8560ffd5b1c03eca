import type { Notice } from '@five-micro/contract';
import { casesAbout } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { relationsIn } from './lifecycle.ts';
import { actionRecords } from './statements.ts';
import type { Asking } from './view.ts';
import { casesOn, type Reading, readerTo, wordsOf } from './words.ts';

export interface NamedAction {
  shown: NonNullable<Notice['action']>;
  /** What its reader may read of it. */
  reading: Reading;
}

/**
 * Actions as a notice names them, by their ids. Whoever is told of one has seen it: they came or waited, wrote it, or
 * look after it.
 */
export async function actionsNamed(
  { caller, language }: Asking,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, NamedAction>> {
  if (ids.length === 0) return new Map();
  const rows = await actionRecords(db)
    .where('action.id', 'in', [...new Set(ids)])
    .execute();
  const cases = await casesAbout(db, 'action_id', ids);
  return new Map(
    rows.map((action): [string, NamedAction] => {
      const reader = readerTo(caller, relationsIn(caller, action, undefined));
      const reading = { language, reader, cases: casesOn(cases, action) };
      const { id, starts_at: startsAt, status } = action;
      return [
        id,
        { shown: { id, title: wordsOf(reading, 'title', action.title), startsAt: startsAt.toISOString(), status }, reading },
      ];
    }),
  );
}

/** What was said with a step, to somebody who is told of it: why it was called off stands on the action too. */
export const wordsTold = ({ type, words }: { type: string; words: string | null }, { reading }: NamedAction): string | null =>
  words === null || type !== 'action.cancelled' ? words : wordsOf(reading, 'reason', words);
