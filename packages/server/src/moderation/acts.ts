import type { WishPart } from '@five-micro/contract';
import { noteLength, storyLength, titleLength } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { approach, type Deed, tell } from '../wishes/deed.ts';
import { isInsider, relationsIn } from '../wishes/lifecycle.ts';
import { searchWords } from '../wishes/search.ts';
import { changeWish, changeWords } from '../wishes/statements.ts';
import {
  aboutPart,
  hide as hideSaid,
  type Matter,
  named,
  report as reportSaid,
  type Said,
  show as showSaid,
} from './deciding.ts';
import { caseOf, publicWords, read, type Reader, readerOf, seesPhoto, writersOf } from './reading.ts';
import { casesOf, lastActor, type PartKey, photoIn, wholeWish } from './statements.ts';

type Trx = Transaction<Database>;

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
  const { key, words } = there;
  const found = caseOf(await casesOf(db, [wish.id]), key.part, key.claimId, key.uploadId);
  if (words !== null && 'withheld' in read(words, reader, found)) throw new Refusal('wish.no-part');
  const [writer = wish.wisher_id, ...more] = writersOf(asked.part, found?.writer_id ?? there.writerId, wish);
  return { key, words, found, writers: [writer, ...more] };
}

interface There {
  key: PartKey;
  writerId: string;
  words: string | null;
}

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

const longest: Matter['longest'] = {
  title: titleLength,
  story: storyLength,
  place: titleLength,
  note: noteLength,
  thanks: noteLength,
  closing: noteLength,
};

function matterOf(deed: Deed): Matter {
  const { context, db, at, wish, caller } = deed;
  return {
    ...{ context, db, at, callerId: caller.id, whole: wholeWish(wish), longest, moved: 'wish.state' },
    async tell(step, said, reason) {
      const about = { ...(said.key.claimId !== null && { claimId: said.key.claimId }), data: aboutPart(said) };
      if (step === 'reported') return tell(deed, 'wish.reported', wish, { visibility: 'workers', ...about });
      await reindex(deed);
      const now = await changeWish(db, wish.id, { updated_at: at });
      await tell(deed, `wish.${step}`, now, { ...about, words: reason ?? undefined, notify: said.writers });
    },
  };
}

export async function report(call: Call<'wishes.report'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'wishes.report');
  await reportSaid(matterOf(deed), await saidIn(deed, call.body), call.body);
  return deed.wish.id;
}

export async function hide(call: Call<'wishes.hide'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'wishes.hide');
  await hideSaid(matterOf(deed), await saidIn(deed, call.body), call.body);
  return deed.wish.id;
}

export async function show(call: Call<'wishes.show'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'wishes.show');
  await showSaid(matterOf(deed), await saidIn(deed, call.body), call.body);
  return deed.wish.id;
}

/** A wish is found by what everyone may read of it, and by nothing else. */
async function reindex({ db, wish }: Deed): Promise<void> {
  const cases = await casesOf(db, [wish.id]);
  const shown = (part: 'title' | 'story' | 'place') => publicWords(wish[part], caseOf(cases, part));
  await changeWords(db, wish.id, searchWords({ title: shown('title'), story: shown('story'), place: shown('place') }));
}
