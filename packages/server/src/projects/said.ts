import type { ProjectPart } from '@five-micro/contract';
import { noteLength, placeLength, storyLength, titleLength } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { aboutPart, hide, type Matter, named, report, type Said, show } from '../moderation/deciding.ts';
import { caseOf, read, type Reader, readerOf, seesPhoto, writersOf } from '../moderation/reading.ts';
import { casesAbout, type PartKey } from '../moderation/statements.ts';
import { pictureIn } from '../uploads/project-photos.ts';
import { milestoneIn } from './building-statements.ts';
import { approach, type Deed, tell } from './deed.ts';
import { isInsider } from './lifecycle.ts';
import { lastToFinish } from './statements.ts';

type Trx = Transaction<Database>;

interface Asked {
  part: ProjectPart;
  milestone?: string | undefined;
  photo?: string | undefined;
}

interface There {
  key: PartKey;
  writerId: string;
  words: string | null;
}

/** @throws {Refusal} `project.no-part` where it is not there, or not to be seen by whoever names it */
async function saidIn(deed: Deed, asked: Asked): Promise<Said> {
  const { db, project, relations, context } = deed;
  const reader = readerOf(context.caller, relations, isInsider(relations));
  const there = await (asked.part === 'photo' ? picture(deed, named('photo', asked.photo), reader) : text(deed, asked));
  if (!there) throw new Refusal('project.no-part');
  const { key, words } = there;
  const cases = await casesAbout(db, 'project_id', [project.id]);
  const found = caseOf(cases, key.part, null, key.uploadId, key.milestoneId);
  if (words !== null && 'withheld' in read(words, reader, found)) throw new Refusal('project.no-part');
  const writerId = found?.writer_id ?? there.writerId;
  const [writer = writerId, ...more] = writersOf(asked.part, writerId, project);
  return { key, words, found, writers: [writer, ...more] };
}

/** One of the proposal, of a milestone, or of the answer to a correction. */
async function picture({ db, project }: Deed, id: string, reader: Reader): Promise<There | undefined> {
  const row = await pictureIn(db, project.id, id);
  if (!row || !seesPhoto(row, reader, row.approved_at !== null)) return undefined;
  return { key: { part: 'photo', claimId: null, uploadId: row.id }, writerId: row.owner_id, words: null };
}

async function text({ db, project }: Deed, { part, milestone }: Asked): Promise<There | undefined> {
  const there = (words: string | null, writerId: string, milestoneId: string | null = null) =>
    words === null || words === '' ? undefined : { key: { part, claimId: null, uploadId: null, milestoneId }, writerId, words };
  switch (part) {
    case 'step':
    case 'update': {
      const step = await milestoneIn(db, project.id, named('milestone', milestone));
      return step && there(part === 'step' ? step.title : step.words, step.author_id, step.id);
    }
    case 'closing':
      return there(project.closing, (await lastToFinish(db, project.id)) ?? project.proposer_id);
    default:
      return there({ title: project.title, story: project.story, place: project.place, photo: null }[part], project.proposer_id);
  }
}

const longest: Matter['longest'] = {
  title: titleLength,
  story: storyLength,
  place: placeLength,
  closing: noteLength,
  step: titleLength,
  update: noteLength,
};

function matterOf(deed: Deed): Matter {
  const { context, db, at, project, actorId } = deed;
  const whole = { root_id: project.root_id, area_id: project.area_id, project_id: project.id };
  return {
    ...{ context, db, at, callerId: actorId, whole, longest, moved: 'project.state' },
    tell: (step, said, reason) =>
      tell(deed, `project.part-${step}`, project, {
        data: aboutPart(said),
        ...(step === 'reported' ? { visibility: 'workers' } : { words: reason, notify: said.writers }),
      }),
  };
}

export async function reportPart(call: Call<'projects.reportPart'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'projects.reportPart');
  await report(matterOf(deed), await saidIn(deed, call.body), call.body);
  return deed.project.id;
}

export async function hidePart(call: Call<'projects.hidePart'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'projects.hidePart');
  await hide(matterOf(deed), await saidIn(deed, call.body), call.body);
  return deed.project.id;
}

export async function showPart(call: Call<'projects.showPart'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'projects.showPart');
  await show(matterOf(deed), await saidIn(deed, call.body), call.body);
  return deed.project.id;
}
