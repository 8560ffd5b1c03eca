import type { FieldCode, Hide, WishPart } from '@five-micro/contract';
import { countGraphemes, noteLength, storyLength, titleLength } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { newId } from '../ids.ts';
import { approach, type Deed, tell } from '../wishes/deed.ts';
import { isInsider, relationsIn } from '../wishes/lifecycle.ts';
import { searchWords } from '../wishes/search.ts';
import { changeWish, changeWords } from '../wishes/statements.ts';
import { caseOf, publicWords, read, type Reader, readerOf, seesPhoto, writersOf } from './reading.ts';
import { addReport, type CaseRow, casesOf, lastActor, type PartKey, photoIn, putCase, putWords, setPhoto } from './statements.ts';

type Trx = Transaction<Database>;

/** A text or picture that is there, who wrote it, and what was decided about it. */
interface Said {
  key: PartKey;
  writerId: string;
  /** What was written; null for a picture. */
  words: string | null;
  found: CaseRow | undefined;
}

interface Asked {
  part: WishPart;
  claim?: string | undefined;
  photo?: string | undefined;
}

/** @throws {Refusal} `wish.no-part` where it is not there, or not to be seen by whoever names it */
async function saidIn(deed: Deed, asked: Asked): Promise<Said> {
  const { db, wish, claims, context } = deed;
  const relations = relationsIn(context.caller, wish, claims);
  const reader = readerOf(context.caller, relations, isInsider(relations));
  const there = await (asked.part === 'photo' ? pictureIn(deed, named('photo', asked.photo), reader) : textIn(deed, asked));
  if (!there) throw new Refusal('wish.no-part');
  const { part, claimId, uploadId } = there.key;
  const found = caseOf(await casesOf(db, [wish.id]), part, claimId, uploadId);
  if (there.words !== null && 'withheld' in read(there.words, reader, found)) throw new Refusal('wish.no-part');
  return { ...there, writerId: found?.writer_id ?? there.writerId, found };
}

type There = Omit<Said, 'found'>;

async function pictureIn({ db, wish }: Deed, id: string, reader: Reader): Promise<There | undefined> {
  const row = await photoIn(db, wish, id);
  if (!row || !seesPhoto(row, reader, row.consented === true && row.approved_at !== null)) return undefined;
  return { key: { part: 'photo', claimId: row.claim_id, uploadId: row.id }, writerId: row.owner_id, words: null };
}

async function textIn({ db, wish, claims }: Deed, { part, claim }: Asked): Promise<There | undefined> {
  const there = (words: string | null | undefined, writerId: string, claimId: string | null = null) =>
    words == null || words === '' ? undefined : { key: { part, claimId, uploadId: null }, writerId, words };
  switch (part) {
    case 'note': {
      const own = claims.find((one) => one.id === named('claim', claim));
      return own && there(own.note, (await lastActor(db, wish.id, 'wish.fulfilled', own.id)) ?? own.member_id, own.id);
    }
    case 'closing':
      return there(wish.closing_note, (await lastActor(db, wish.id, 'wish.closed', null)) ?? wish.wisher_id);
    default:
      return there(
        { title: wish.title, story: wish.story, place: wish.place, thanks: wish.thanks, photo: null }[part],
        wish.wisher_id,
      );
  }
}

/** The claim or picture without which a part has no meaning. */
function named(path: 'claim' | 'photo', id: string | undefined): string {
  if (id === undefined) throw fault(path, 'required');
  return id.toLowerCase();
}

const fault = (path: string, code: FieldCode, params: Record<string, number> = {}) =>
  new Refusal('request.invalid', { fields: [{ path, code, params }] });

/** An event about one part. */
const about = ({ key }: Said) => ({
  ...(key.claimId !== null && { claimId: key.claimId }),
  data: { part: key.part, ...(key.uploadId !== null && { photo: key.uploadId }) },
});

/** A worker decides about what they read: not about words that came later, nor over a colleague who was quicker. */
function demandRead({ words, found }: Said, seen: Hide['seen']): void {
  if (seen?.words !== undefined && seen.words !== words) throw new Refusal('wish.state');
  if (seen?.state !== undefined && seen.state !== (found?.state ?? 'shown')) throw new Refusal('wish.state');
}

/** Once by each member for each text. What is held already stays so; what was shown waits again. */
export async function report(call: Call<'wishes.report'>, db: Trx): Promise<string> {
  const { body, at, ports } = call;
  const deed = await approach(call, db, 'wishes.report');
  const { wish, caller } = deed;
  const said = await saidIn(deed, body);
  const { found } = said;
  const id =
    found?.id ??
    (await putCase(db, wish, said.key, {
      id: newId(ports),
      writerId: said.writerId,
      state: 'reported',
      since: at,
      decidedBy: null,
    }));
  const words = body.words === undefined || body.words === '' ? null : body.words;
  if (!(await addReport(db, id, { memberId: caller.id, reason: body.reason, words, at }))) return wish.id;
  if (found?.state === 'shown') {
    await putCase(db, wish, said.key, { id, writerId: said.writerId, state: 'reported', since: at, decidedBy: null });
  }
  await tell(deed, 'wish.reported', wish, { visibility: 'workers', ...about(said) });
  return wish.id;
}

/** Out of everyone's sight but the writer's, who is told why, and the workers'. */
export async function hide(call: Call<'wishes.hide'>, db: Trx): Promise<string> {
  const { body } = call;
  const deed = await approach(call, db, 'wishes.hide');
  const said = await saidIn(deed, body);
  // Two workers who had the same thought: the writer is told once.
  if (said.found?.state === 'hidden') return deed.wish.id;
  demandRead(said, body.seen);
  await decide(deed, said, 'hidden', { reason: body.reason });
  return deed.wish.id;
}

/** In other words where there is a wording, else as it was written. */
export async function show(call: Call<'wishes.show'>, db: Trx): Promise<string> {
  const { body } = call;
  const deed = await approach(call, db, 'wishes.show');
  const said = await saidIn(deed, body);
  if (writersOf(said.key.part, said.writerId, deed.wish).includes(deed.caller.id)) throw new Refusal('member.self');
  const wording = demandWording(said.key.part, body.wording);
  const { found } = said;
  const shown = found === undefined || found.state === 'shown';
  if (shown && (found?.wording ?? null) === wording) return deed.wish.id;
  demandRead(said, body.seen);
  await decide(deed, said, 'shown', { wording, reason: body.reason ?? null });
  return deed.wish.id;
}

const lengths = {
  title: titleLength,
  story: storyLength,
  place: titleLength,
  note: noteLength,
  thanks: noteLength,
  closing: noteLength,
};

/** A wording has the length of what it stands for; a picture has none. */
function demandWording(part: WishPart, wording: string | undefined): string | null {
  if (wording === undefined) return null;
  if (part === 'photo') throw fault('wording', 'unknown-field');
  const max = lengths[part];
  if (countGraphemes(wording) > max) throw fault('wording', 'too-long', { max });
  return wording;
}

async function decide(
  deed: Deed,
  said: Said,
  state: 'hidden' | 'shown',
  { wording = null, reason }: { wording?: string | null; reason: string | null },
): Promise<void> {
  const { context, db, wish, caller, at } = deed;
  const id = await putCase(db, wish, said.key, {
    id: said.found?.id ?? newId(context.ports),
    writerId: said.writerId,
    state,
    since: at,
    decidedBy: caller.id,
  });
  await putWords(db, id, { wording, reason });
  if (said.key.uploadId !== null) await setPhoto(db, said.key.uploadId, state, at);
  await reindex(deed);
  const now = await changeWish(db, wish.id, { updated_at: at });
  await tell(deed, state === 'hidden' ? 'wish.hidden' : 'wish.shown', now, {
    ...about(said),
    words: reason ?? undefined,
    notify: writersOf(said.key.part, said.writerId, wish),
  });
}

/** A wish is found by what everyone may read of it, and by nothing else. */
async function reindex({ db, wish }: Deed): Promise<void> {
  const cases = await casesOf(db, [wish.id]);
  const shown = (part: 'title' | 'story' | 'place') => publicWords(wish[part], caseOf(cases, part));
  await changeWords(db, wish.id, searchWords({ title: shown('title'), story: shown('story'), place: shown('place') }));
}
