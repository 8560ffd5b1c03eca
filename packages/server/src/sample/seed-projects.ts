import { done, milestones, rate, start } from '../projects/building.ts';
import { comment, hide, report } from '../projects/commenting.ts';
import { accept, answer, correct, overrule } from '../projects/correcting.ts';
import { dayOf } from '../projects/days.ts';
import { decline, enlist, merge, post, withdraw } from '../projects/proposing.ts';
import { type Hands, hour } from './seed-hands.ts';
import { known, type Telling } from './seed-people.ts';
import type { SampleComment, SampleProject } from './types.ts';

/** What was stored, by the keys that the sample uses: known as it is told. */
export interface SeededProjects {
  tellings: Telling[];
  ids: ReadonlyMap<string, string>;
}

/** Has people do what they did, by the server's own acts, each at its time: what comes of it cannot be wrong. */
export function seedProjects(hands: Hands): SeededProjects {
  const ids = new Map<string, string>();
  return { tellings: hands.sample.projects.flatMap((project) => stepsOf(hands, project, ids)), ids };
}

const fen = (yuan: number) => yuan * 100;

function stepsOf(hands: Hands, project: SampleProject, ids: Map<string, string>): Telling[] {
  const { key, area, worker, proposer, actingWorker, title, story, place } = project;
  const id = () => known(ids, key);
  const by = actingWorker ?? proposer;
  const works = (hoursAgo: number) => ({ by: worker, hoursAgo, id });
  const day = (days: number) => dayOf(new Date(hands.around.now + days * 24 * hour));
  const { listedHoursAgo, declined, withdrawn, merged, started, planned = [] } = project;
  const steps: Telling[] = [
    hands.step<'projects.post'>(
      post,
      { by, hoursAgo: project.proposedHoursAgo, area },
      async (at) => ({
        title,
        story,
        place,
        cost: fen(project.cost),
        photos: await hands.photos(project.photos, by, at),
        ...(actingWorker !== undefined && { onBehalfOf: { memberId: known(hands.around.people, proposer) } }),
      }),
      (made) => ids.set(key, made),
    ),
  ];
  if (listedHoursAgo !== undefined) steps.push(hands.step<'projects.enlist'>(enlist, works(listedHoursAgo), () => ({})));
  if (declined)
    steps.push(hands.step<'projects.decline'>(decline, works(declined.hoursAgo), () => ({ reason: declined.reason })));
  if (withdrawn) steps.push(hands.step<'projects.withdraw'>(withdraw, { by, hoursAgo: withdrawn.hoursAgo, id }, () => ({})));
  if (merged) steps.push(hands.step<'projects.merge'>(merge, works(merged.hoursAgo), () => ({ into: known(ids, merged.into) })));
  if (started) {
    const { hoursAgo, owner, budget, dueInDays } = started;
    const dueOn = dueInDays * -24 < hoursAgo ? day(dueInDays) : null;
    steps.push(hands.step<'projects.start'>(start, works(hoursAgo), () => ({ owner, budget: fen(budget), dueOn })));
  }
  for (const { hoursAgo, title: what, words, percent, photos } of project.milestones ?? [])
    steps.push(
      hands.step<'projects.milestones'>(milestones, works(hoursAgo), async (at) => ({
        title: what,
        words: words ?? null,
        on: dayOf(at),
        percent,
        reached: true,
        photos: await hands.photos(photos, worker, at),
      })),
    );
  const last = project.milestones?.at(-1)?.hoursAgo ?? 0;
  for (const { title: what, words, inDays } of planned)
    steps.push(
      hands.step<'projects.milestones'>(milestones, works(last), () => ({ title: what, words: words ?? null, on: day(inDays) })),
    );
  for (const said of project.comments ?? []) steps.push(...saidSteps(hands, said, { id, worker }));
  if (project.done) {
    const { hoursAgo, note } = project.done;
    steps.push(hands.step<'projects.done'>(done, works(hoursAgo), () => ({ note })));
  }
  for (const { by: neighbour, hoursAgo, rating } of project.ratings ?? [])
    steps.push(hands.step<'projects.rate'>(rate, { by: neighbour, hoursAgo, id }, () => ({ rating })));
  return steps;
}

function saidSteps(hands: Hands, said: SampleComment, { id, worker }: { id: () => string; worker: string }): Telling[] {
  let named = '';
  const about = () => ({ comment: named });
  const on = (by: string, hoursAgo: number) => ({ by, hoursAgo, id });
  const { raised, answered, accepted, overruled, hidden } = said;
  const steps = [
    hands.step<'projects.comment'>(
      comment,
      on(said.by, said.hoursAgo),
      () => ({ words: said.words }),
      (subject) => {
        named = subject.split(' ')[1] ?? '';
      },
    ),
    ...(said.supporters ?? []).map((by, n) => hands.step<'projects.correct'>(correct, on(by, said.hoursAgo - 1 - n), about)),
    ...(said.reports ?? []).map(({ by, hoursAgo, reason, words }) =>
      hands.step<'projects.report'>(report, on(by, hoursAgo), () => ({
        ...about(),
        reason,
        ...(words !== undefined && { words }),
      })),
    ),
  ];
  if (raised) {
    const dueOn = (at: Date) => dayOf(new Date(at.getTime() + raised.dueInDays * 24 * hour));
    const body = (at: Date) => ({ ...about(), owner: raised.owner, dueOn: dueOn(at) });
    steps.push(hands.step<'projects.correct'>(correct, on(raised.by, raised.hoursAgo), body));
  }
  if (answered)
    steps.push(
      hands.step<'projects.answer'>(answer, on(answered.by, answered.hoursAgo), async (at) => ({
        ...about(),
        words: answered.words,
        photos: await hands.photos(answered.photos, worker, at),
      })),
    );
  if (accepted)
    steps.push(hands.step<'projects.accept'>(accept, on(said.by, accepted.hoursAgo), () => ({ ...about(), accepted: true })));
  if (overruled)
    steps.push(
      hands.step<'projects.overrule'>(overrule, on(overruled.by, overruled.hoursAgo), () => ({
        ...about(),
        reason: overruled.reason,
      })),
    );
  if (hidden)
    steps.push(hands.step<'projects.hide'>(hide, on(hidden.by, hidden.hoursAgo), () => ({ ...about(), reason: hidden.reason })));
  return steps;
}
