import type { ErrorCode, FieldCode, Hide, Report, Show } from '@five-micro/contract';
import { countGraphemes } from '@five-micro/contract/requests';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import { newId } from '../ids.ts';
import type { Db } from '../ports.ts';
import { addReport, type CaseRow, type PartKey, putCase, putWords, setPhoto, type Whole } from './statements.ts';

/** A text or picture that is there, who wrote it, and what was decided about it. */
export interface Said {
  key: PartKey;
  /** Everybody whose words or picture it is: they are told, and none of them lets it through. The first one wrote it. */
  writers: readonly [string, ...string[]];
  /** What was written; null for a picture. */
  words: string | null;
  found: CaseRow | undefined;
}

/** What a part belongs to, held by whoever reports or decides, and how that is written down. */
export interface Matter {
  context: Pick<Context, 'ports'>;
  db: Db;
  at: Date;
  callerId: string;
  whole: Whole;
  /** As many characters as a part may have; none where it can be put in no other words. */
  longest: Partial<Record<PartKey['part'], number>>;
  /** Said where it says something else by now, or a colleague was quicker. */
  moved: ErrorCode;
  tell(step: 'reported' | 'hidden' | 'shown', said: Said, reason: string | null): Promise<void>;
}

export const fault = (path: string, code: FieldCode, params: Record<string, number> = {}) =>
  new Refusal('request.invalid', { fields: [{ path, code, params }] });

/** The claim, the milestone or the picture without which a part has no meaning. */
export function named(path: 'claim' | 'photo' | 'milestone', id: string | undefined): string {
  if (id === undefined) throw fault(path, 'required');
  return id.toLowerCase();
}

/** Once by each member for each text. What is held already stays so; what was shown waits again. */
export async function report(matter: Matter, said: Said, body: Pick<Report, 'reason' | 'words'>): Promise<void> {
  const { context, db, at, whole, callerId } = matter;
  const { found, key } = said;
  const waiting = { writerId: said.writers[0], state: 'reported' as const, since: at, decidedBy: null };
  const id = found?.id ?? (await putCase(db, whole, key, { ...waiting, id: newId(context.ports) }));
  const words = body.words === undefined || body.words === '' ? null : body.words;
  if (!(await addReport(db, id, { memberId: callerId, reason: body.reason, words, at }))) return;
  if (found?.state === 'shown') await putCase(db, whole, key, { ...waiting, id });
  await matter.tell('reported', said, null);
}

/** Out of everyone's sight but the writer's, who is told why, and the workers'. */
export async function hide(matter: Matter, said: Said, body: Pick<Hide, 'reason' | 'seen'>): Promise<void> {
  // Two workers who had the same thought: the writer is told once.
  if (said.found?.state === 'hidden') return;
  demandRead(matter, said, body.seen);
  await decide(matter, said, 'hidden', { wording: null, reason: body.reason });
}

/** In other words where there is a wording, else as it was written. */
export async function show(matter: Matter, said: Said, body: Pick<Show, 'wording' | 'reason' | 'seen'>): Promise<void> {
  if (said.writers.includes(matter.callerId)) throw new Refusal('member.self');
  const wording = demandWording(matter, said.key.part, body.wording);
  const { found } = said;
  const shown = found === undefined || found.state === 'shown';
  if (shown && (found?.wording ?? null) === wording) return;
  demandRead(matter, said, body.seen);
  await decide(matter, said, 'shown', { wording, reason: body.reason ?? null });
}

/** A worker decides about what they read: not about words that came later, nor over a colleague who was quicker. */
function demandRead({ moved }: Matter, { words, found }: Said, seen: Hide['seen']): void {
  if (seen?.words !== undefined && seen.words !== words) throw new Refusal(moved);
  if (seen?.state !== undefined && seen.state !== (found?.state ?? 'shown')) throw new Refusal(moved);
}

/** A wording has the length of what it stands for; a picture has none. */
function demandWording({ longest }: Matter, part: PartKey['part'], wording: string | undefined): string | null {
  if (wording === undefined) return null;
  const max = longest[part];
  if (max === undefined) throw fault('wording', 'unknown-field');
  if (countGraphemes(wording) > max) throw fault('wording', 'too-long', { max });
  return wording;
}

async function decide(
  matter: Matter,
  said: Said,
  state: 'hidden' | 'shown',
  { wording, reason }: { wording: string | null; reason: string | null },
): Promise<void> {
  const { context, db, at, whole, callerId } = matter;
  const id = await putCase(db, whole, said.key, {
    id: said.found?.id ?? newId(context.ports),
    writerId: said.writers[0],
    state,
    since: at,
    decidedBy: callerId,
  });
  await putWords(db, id, { wording, reason });
  if (said.key.uploadId !== null) await setPhoto(db, said.key.uploadId, state, at);
  await matter.tell(state, said, reason);
}

/** What an event about one part says of it. */
export const aboutPart = ({ key }: Said) => ({
  part: key.part,
  ...(key.uploadId !== null && { photo: key.uploadId }),
  ...(key.milestoneId != null && { milestone: key.milestoneId }),
});

/** What somebody concerned reads of what strangers do not. */
export const withheldOf = (cases: readonly CaseRow[]) =>
  cases
    .filter(({ state }) => state !== 'shown')
    .map(({ part, upload_id: photo, milestone_id: milestone, state }) => ({ part, of: photo ?? milestone, state }));

/**
 * A worker has written other words in the place of some that were put away, or reworded: these stand for them wherever the
 * old ones did, in a round that froze them too, and what was reported was about others. Null for what has no wording.
 */
export async function replaced(db: Db, found: CaseRow | undefined, words: string | null, at: Date): Promise<void> {
  if (!found) return;
  await db.updateTable('moderation_case').set({ state: 'shown', since: at }).where('id', '=', found.id).execute();
  await db.deleteFrom('moderation_report').where('case_id', '=', found.id).execute();
  await putWords(db, found.id, { wording: words });
}
