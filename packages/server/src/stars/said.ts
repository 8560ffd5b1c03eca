import type { StarPart } from '@five-micro/contract';
import { sentenceLength, storyLength } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { aboutPart, hide, type Matter, report, type Said, show } from '../moderation/deciding.ts';
import { caseOf, read, type Reader, seesPhoto } from '../moderation/reading.ts';
import { casesAbout, type PartKey } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { tell } from './deed.ts';
import { type NominationEndpoint, permitOnStar, permitToAll } from './lifecycle.ts';
import { isOnBallot } from './options.ts';
import { lockNomination, lockStar, type NominationRecord, portraitsOf, starOf, type StarRecord } from './statements.ts';
import { readerTo } from './words.ts';

type Trx = Transaction<Database>;

/** A star, or somebody who is voted on: held by the nomination, whose words a star's are. */
interface Thing {
  context: Context;
  db: Db;
  nomination: NominationRecord;
  star: StarRecord | undefined;
  reader: Reader;
  /** Everybody sees it. */
  open: boolean;
}

async function star(context: Context, db: Db, endpoint: 'stars.report' | 'stars.hide' | 'stars.show'): Promise<Thing> {
  signedIn(context);
  const found = await lockStar(db, context.params['id'] ?? '');
  if (!found) throw new Refusal('star.unknown');
  const relations = permitOnStar(endpoint, context.caller, found);
  const nomination = await lockNomination(db, found.nomination_id);
  if (!nomination) throw new Error('A star without its nomination.');
  return { context, db, nomination, star: found, reader: readerTo(context.caller, relations), open: found.agreed === true };
}

/** Whoever votes sees what is said of those who are voted on, though nobody but those concerned sees the nomination. */
async function nominee(context: Context, db: Db, endpoint: NominationEndpoint): Promise<Thing> {
  signedIn(context);
  const nomination = await lockNomination(db, context.params['id'] ?? '');
  if (!nomination) throw new Refusal('nomination.unknown');
  const open = await isOnBallot(db, nomination);
  const relations = permitToAll(endpoint, context.caller, nomination, open);
  const reader = readerTo(context.caller, relations);
  return { context, db, nomination, star: await starOf(db, nomination.id), reader, open };
}

/** @throws {Refusal} `star.no-part` where it is not there, or not to be seen by whoever names it */
async function saidIn({ db, nomination, star, reader }: Thing, part: StarPart): Promise<Said> {
  const [portrait] = part === 'portrait' ? await portraitsOf(db, [nomination.id]) : [];
  const key: PartKey = { part, claimId: null, uploadId: portrait?.id ?? null };
  const found = caseOf(await casesAbout(db, 'nomination_id', [nomination.id]), part, null, key.uploadId);
  const told = nomination.member_id ?? nomination.nominator_id;
  if (part === 'portrait') {
    if (!portrait || !seesPhoto(portrait, reader, portrait.approved_at !== null)) throw new Refusal('star.no-part');
    return { key, words: null, found, writers: [portrait.owner_id, told] };
  }
  const words = wordsIn(nomination, star)[part];
  if (!words || 'withheld' in read(words, reader, found)) throw new Refusal('star.no-part');
  // What was said with the award is the community's; whose star it is hears of it in any case.
  const writer = star && words !== wordsIn(nomination, undefined)[part] ? star.awarded_by : nomination.nominator_id;
  return { key, words, found, writers: [found?.writer_id ?? writer, told] };
}

const wordsIn = (nomination: NominationRecord, star: StarRecord | undefined) => ({
  sentence: star ? star.sentence : nomination.sentence,
  story: star ? star.story : nomination.story,
  quotes: (star?.quotes ?? []).map(({ words, by }) => `${words}——${by}`).join('\n'),
});

const longest: Matter['longest'] = { sentence: sentenceLength, story: storyLength };

function matterOf({ context, db, nomination, star, open }: Thing): Matter {
  const { root_id, area_id, id } = nomination;
  const { at } = context;
  const callerId = signedIn(context).id;
  return {
    ...{ context, db, at, callerId, whole: { root_id, area_id, nomination_id: id }, longest },
    moved: star ? 'star.state' : 'nomination.state',
    tell: (step, said, reason) =>
      tell({ db, at, actorId: callerId }, `star.part-${step}`, nomination, {
        data: aboutPart(said),
        ...(step === 'reported'
          ? { visibility: 'workers' }
          : { visibility: open ? 'public' : 'parties', words: reason, notify: said.writers }),
      }),
  };
}

export async function reportStar(call: Call<'stars.report'>, db: Trx): Promise<string> {
  const thing = await star(call, db, 'stars.report');
  await report(matterOf(thing), await saidIn(thing, call.body.part), call.body);
  return call.params['id'] ?? '';
}

export async function hideStar(call: Call<'stars.hide'>, db: Trx): Promise<string> {
  const thing = await star(call, db, 'stars.hide');
  await hide(matterOf(thing), await saidIn(thing, call.body.part), call.body);
  return call.params['id'] ?? '';
}

export async function showStar(call: Call<'stars.show'>, db: Trx): Promise<string> {
  const thing = await star(call, db, 'stars.show');
  await show(matterOf(thing), await saidIn(thing, call.body.part), call.body);
  return call.params['id'] ?? '';
}

export async function reportNomination(call: Call<'stars.reportNomination'>, db: Trx): Promise<string> {
  const thing = await nominee(call, db, 'stars.reportNomination');
  await report(matterOf(thing), await saidIn(thing, call.body.part), call.body);
  return thing.nomination.id;
}

export async function hideNomination(call: Call<'stars.hideNomination'>, db: Trx): Promise<string> {
  const thing = await nominee(call, db, 'stars.hideNomination');
  await hide(matterOf(thing), await saidIn(thing, call.body.part), call.body);
  return thing.nomination.id;
}

export async function showNomination(call: Call<'stars.showNomination'>, db: Trx): Promise<string> {
  const thing = await nominee(call, db, 'stars.showNomination');
  await show(matterOf(thing), await saidIn(thing, call.body.part), call.body);
  return thing.nomination.id;
}

/** When somebody last reported something of a nomination: all that whoever may not see it is told. */
export async function reportedAt(context: Context, db: Db, nominationId: string): Promise<{ id: string; reportedAt: string }> {
  const { at } = await db
    .selectFrom('moderation_report as report')
    .innerJoin('moderation_case as reported', 'reported.id', 'report.case_id')
    .select((is) => is.fn.max<Date | null>('report.created_at').as('at'))
    .where('reported.nomination_id', '=', nominationId)
    .where('report.member_id', '=', signedIn(context).id)
    .executeTakeFirstOrThrow();
  return { id: nominationId, reportedAt: (at ?? context.at).toISOString() };
}
