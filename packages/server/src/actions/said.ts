import type { ActionPart } from '@five-micro/contract';
import { extraLength, placeLength, reasonLength, storyLength, titleLength } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { aboutPart, hide, type Matter, named, report, type Said, show } from '../moderation/deciding.ts';
import { caseOf, type Reader, seesPhoto } from '../moderation/reading.ts';
import { casesOnActions, type PartKey } from '../moderation/statements.ts';
import { holdPhoto } from '../uploads/action-photos.ts';
import { approach, type Deed, tell } from './deed.ts';
import { changeAction, lastToSay } from './statements.ts';
import { casesOn, readAs, readerTo } from './words.ts';

type Trx = Transaction<Database>;

interface Asked {
  part: ActionPart;
  photo?: string | undefined;
}

interface There {
  key: PartKey;
  writerId: string;
  words: string | null;
}

/** @throws {Refusal} `action.no-part` where it is not there, or not to be seen by whoever names it */
async function saidIn({ language }: Context, deed: Deed, asked: Asked): Promise<Said> {
  const { db, action, caller, relations } = deed;
  // A draft that was called off was never up.
  if (action.opened_at === null) throw new Refusal('action.state');
  const reader = readerTo(caller, relations);
  const there = await (asked.part === 'photo' ? picture(deed, named('photo', asked.photo), reader) : text(deed, asked.part));
  if (!there) throw new Refusal('action.no-part');
  const { key, words } = there;
  // The picture is held by now, for two who look at it in different weeks of its series.
  const photos = key.uploadId === null ? [] : [key.uploadId];
  const cases = casesOn(await casesOnActions(db, [action.id], photos), { id: action.id, photos });
  const found = caseOf(cases, asked.part, null, key.uploadId);
  if (words !== null && 'withheld' in readAs({ language, reader, cases }, asked.part, words)) throw new Refusal('action.no-part');
  return { key, words, found, writers: [found?.writer_id ?? there.writerId] };
}

/** One of the action, or of its series. */
async function picture({ db, action }: Deed, id: string, reader: Reader): Promise<There | undefined> {
  const row = await holdPhoto(db, action, id);
  if (!row || !seesPhoto(row, reader, row.approved_at !== null)) return undefined;
  return { key: { part: 'photo', claimId: null, uploadId: row.id }, writerId: row.owner_id, words: null };
}

async function text({ db, action }: Deed, part: Exclude<ActionPart, 'photo'>): Promise<There | undefined> {
  const { title, story, place, bring, for_whom: forWhom, reason } = action;
  const words = { title, story, place, bring, 'for-whom': forWhom, reason }[part];
  if (words === null || words === '') return undefined;
  const writerId = (await lastToSay(db, action.id, part)) ?? action.author_id;
  return { key: { part, claimId: null, uploadId: null }, writerId, words };
}

const longest: Matter['longest'] = {
  title: titleLength,
  story: storyLength,
  place: placeLength,
  bring: extraLength,
  'for-whom': extraLength,
  reason: reasonLength,
};

function matterOf(context: Context, { db, at, action, actorId, ...deed }: Deed, { found }: Said): Matter {
  const hand = { ...deed, db, at, actorId };
  return {
    ...{ context, db, at, callerId: actorId, longest, moved: 'action.state' },
    // A picture's case stays with the week in which it was first reported.
    whole: { root_id: action.root_id, area_id: action.area_id, action_id: found?.action_id ?? action.id },
    async tell(step, said, reason) {
      const data = aboutPart(said);
      if (step === 'reported') return tell(hand, 'action.part-reported', action, { visibility: 'workers', data });
      // Calendars that somebody subscribed to take it over.
      const now = await changeAction(db, action.id, { sequence: action.sequence + 1, updated_at: at });
      await tell(hand, `action.part-${step}`, now, { data, words: reason, notify: said.writers });
    },
  };
}

export async function reportPart(call: Call<'actions.reportPart'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'actions.reportPart');
  const said = await saidIn(call, deed, call.body);
  await report(matterOf(call, deed, said), said, call.body);
  return deed.action.id;
}

export async function hidePart(call: Call<'actions.hidePart'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'actions.hidePart');
  const said = await saidIn(call, deed, call.body);
  await hide(matterOf(call, deed, said), said, call.body);
  return deed.action.id;
}

export async function showPart(call: Call<'actions.showPart'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'actions.showPart');
  const said = await saidIn(call, deed, call.body);
  await show(matterOf(call, deed, said), said, call.body);
  return deed.action.id;
}
