import type { Pair } from '../members/merge-statements.ts';
import type { Hand } from '../db/events.ts';
import {
  forgetProjectWords,
  mergeRatings,
  mergeSupport,
  moveProjectDeeds,
  projectsTouched,
  proposalsOf,
} from './parting-statements.ts';
import { withdrawn } from './proposing.ts';
import { lockProjects } from './statements.ts';

/**
 * Someone erases themself: what they proposed and nobody listed is taken back as if by them, and their words go. What
 * is listed is the community's by then; whom they supported and what they rated stays, under their pseudonym.
 */
export async function leaveProjects(hand: Hand & { actorId: string }, memberIds: readonly string[]): Promise<void> {
  const { db } = hand;
  for (const project of await lockProjects(db, await proposalsOf(db, memberIds)))
    if (project.listed_at === null && (project.status === 'proposed' || project.status === 'declined'))
      await withdrawn(hand, project, null);
  await forgetProjectWords(db, memberIds);
}

/** Of two identities of one person one stays: nobody supports or rates anything twice. Both are held. */
export async function mergeProjects({ db }: Pick<Hand, 'db'>, pair: Pair): Promise<void> {
  await lockProjects(db, await projectsTouched(db, pair.from));
  await mergeSupport(db, pair);
  await mergeRatings(db, pair);
  await moveProjectDeeds(db, pair);
}
