import { projectStatus } from '@five-micro/contract';
import { countGraphemes, noteLength, placeLength, storyLength, titleLength } from '@five-micro/contract/requests';
import { describe, expect, it } from 'vitest';
import { sample } from './index.ts';
import type { SampleProject } from './types.ts';

const members = new Map(sample.members.map((member) => [member.sub, member]));
const roundOf = ({ key }: SampleProject) =>
  sample.rounds.find(({ options, draftedHoursAgo }) => draftedHoursAgo === undefined && options.includes(key));
const areas = new Set(sample.areas.map((area) => area.slug));
const pictures = new Set(sample.pictures.map((picture) => picture.name));

/** Where its steps lead. */
function statusOf(project: SampleProject) {
  const { declined, withdrawn, merged, done, started, listedHoursAgo, key } = project;
  const round = roundOf(project);
  if (declined) return 'declined';
  if (withdrawn) return 'withdrawn';
  if (merged) return 'merged';
  if (done) return 'done';
  if (started) return 'under-way';
  if (round) return round.closesInHours > 0 ? 'voting' : round.won?.includes(key) ? 'selected' : 'not-selected';
  return listedHoursAgo === undefined ? 'proposed' : 'listed';
}

const wordsOf = ({ title, story, place, comments = [], milestones = [], planned = [], done }: SampleProject) => [
  title,
  story,
  place,
  done?.note ?? '',
  ...milestones.flatMap((one) => [one.title, one.words ?? '']),
  ...planned.flatMap((one) => [one.title, one.words ?? '']),
  ...comments.flatMap((one) => [one.words, one.answered?.words ?? '', one.overruled?.reason ?? '']),
];

function brokenIn(project: SampleProject): string[] {
  const { area, worker, proposer, actingWorker, comments = [], ratings = [] } = project;
  const [home, reported] = [members.get(proposer)?.home, members.get(proposer)?.reportedInHoursAgo];
  const round = roundOf(project);
  const closedHoursAgo = round && round.closesInHours < 0 ? -round.closesInHours : undefined;
  const at = [project.proposedHoursAgo, project.listedHoursAgo, round?.openedHoursAgo, closedHoursAgo]
    .concat(project.started?.hoursAgo, ...(project.milestones ?? []).map(({ hoursAgo }) => hoursAgo), project.done?.hoursAgo)
    .filter((hours) => hours !== undefined);
  const raters = ratings.map(({ by }) => by);
  const shown = [
    ...(project.photos ?? []),
    ...(project.milestones ?? []).flatMap((one) => one.photos ?? []),
    ...comments.flatMap((one) => one.answered?.photos ?? []),
  ];
  const rules: Record<string, boolean> = {
    'is in an area': areas.has(area),
    'is looked after by its worker': members.get(worker)?.roles.includes(`worker@${area}`) ?? false,
    'is proposed by somebody who lives there': home === area,
    'is written down by the worker for whoever was registered':
      Boolean(members.get(proposer)?.registeredBy) === Boolean(actingWorker),
    'is proposed after its proposer reported in': reported === undefined || project.proposedHoursAgo < reported,
    'goes on in the order of time': at.every((hours, index) => index === 0 || hours < (at[index - 1] ?? 0)),
    'has pictures that exist': shown.every((name) => pictures.has(name)),
    'is rated once by each': new Set(raters).size === raters.length,
    'is talked about by people who are there': comments.every((one) => members.has(one.by)),
    'is as short as the contract wants it':
      countGraphemes(project.title) <= titleLength &&
      countGraphemes(project.story) <= storyLength &&
      countGraphemes(project.place) <= placeLength &&
      wordsOf(project).every((words) => countGraphemes(words) <= noteLength),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${project.key}: ${rule}`]));
}

describe('the sample’s projects', () => {
  it('hold together, each with a key of its own', () => {
    expect(new Set(sample.projects.map(({ key }) => key)).size).toBe(sample.projects.length);
    expect(sample.projects.flatMap(brokenIn)).toEqual([]);
  });

  it('are in every state', () => {
    expect([...new Set(sample.projects.map(statusOf))].sort()).toEqual([...projectStatus].sort());
  });

  it('have something of every kind to look at: what has to be put right, what waits for a worker, and ratings', () => {
    const comments = sample.projects.flatMap((project) => project.comments ?? []);
    const kinds = comments.flatMap(({ answered, accepted, overruled, raised }) => {
      if (overruled) return ['overruled'];
      if (accepted) return ['accepted'];
      return answered ? ['answered'] : raised ? ['open'] : [];
    });
    expect([...new Set(kinds)].sort()).toEqual(['accepted', 'answered', 'open', 'overruled']);
    expect(comments.some(({ words }) => /\d{11}/.test(words))).toBe(true);
    expect(comments.some(({ reports, hidden }) => reports && !hidden)).toBe(true);
    expect(comments.some(({ hidden }) => hidden)).toBe(true);
    expect(sample.projects.some(({ ratings = [] }) => ratings.length >= 5)).toBe(true);
    expect(sample.projects.some(({ ratings = [] }) => ratings.length > 0 && ratings.length < 5)).toBe(true);
  });

  it('name no neighbour, and no number but what a worker has yet to see', () => {
    const names = sample.members.map(({ name }) => name);
    const all = sample.projects.flatMap((project) => wordsOf(project).map((words) => ({ words, project })));
    expect(all.filter(({ words }) => names.some((name) => words.includes(name)))).toEqual([]);
    const numbers = all.filter(({ words }) => /\d{7}/.test(words.replace(/[\s-]/g, '')));
    expect(numbers.map(({ project }) => project.key).sort()).toEqual(['drying', 'speed-bumps']);
  });
});
