import type { Db, Ports } from '../ports.ts';
import { caretakersOf, changeCorrection, overdueIn, projectsOverdue } from './comment-statements.ts';
import { tell } from './deed.ts';
import { lockFreeProject } from './statements.ts';

/**
 * Tells those who have to see to a correction, and whoever asked for it, that its day has passed without an answer:
 * once for each day that is named. Each project is a transaction of its own, so that what goes wrong with one keeps no
 * other waiting; of several processes one has each, as what is held is passed over.
 * @throws what went wrong first, once all others are done
 */
export async function tellOverdue({ db, clock }: Pick<Ports, 'db' | 'clock'>): Promise<number> {
  const at = clock();
  const failures: unknown[] = [];
  let told = 0;
  for (const id of await projectsOverdue(db, at)) {
    try {
      told += await db.transaction().execute((trx) => tellIn(trx, id, at));
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
  return told;
}

async function tellIn(db: Db, projectId: string, at: Date): Promise<number> {
  const project = await lockFreeProject(db, projectId);
  if (!project) return 0;
  const due = await overdueIn(db, projectId, at);
  for (const { comment_id: comment, due_at: dueAt, writer_id: writer, raised_by: raiser } of due) {
    await changeCorrection(db, comment, { overdue_at: at });
    await tell({ db, at, actorId: null }, 'project.correction-overdue', project, {
      data: { comment, dueAt: dueAt.toISOString() },
      notify: [writer, raiser, ...(await caretakersOf(db, projectId))],
    });
  }
  return due.length;
}
