import { countGraphemes, nameLength, sentenceLength, storyLength, titleLength } from '@five-micro/contract/requests';
import { describe, expect, it } from 'vitest';
import { sample } from './index.ts';
import type { SampleNomination, SampleRound } from './types.ts';

const members = new Map(sample.members.map((member) => [member.sub, member]));
const pictures = new Set(sample.pictures.map(({ name }) => name));
const above = (slug: string | null | undefined): string[] =>
  slug ? [slug, ...above(sample.areas.find((area) => area.slug === slug)?.parent)] : [];
const works = (sub: string, area: string) =>
  above(area).some((slug) => members.get(sub)?.roles.includes(`worker@${slug}`) ?? false);

function brokenInRound(round: SampleRound): string[] {
  const voters = round.votes.flatMap(({ by, onPaper = [] }) => [...by, ...onPaper]);
  const onPaper = round.votes.flatMap((votes) => votes.onPaper ?? []);
  const choices = round.votes.map((votes) => votes.choices);
  const options = round.of === 'projects' ? sample.projects : sample.nominations;
  const [entered, confirmed] = round.paperBy ?? [];
  const rules: Record<string, boolean> = {
    'is made by a worker of its area': works(round.author, round.area),
    'offers what there is, of its area': round.options.every((key) =>
      above(options.find((one) => one.key === key)?.area).includes(round.area),
    ),
    'is voted in by people who live there': voters.every(
      (sub) => above(members.get(sub)?.home).includes(round.area) && members.get(sub)?.roles.includes('resident'),
    ),
    'is voted in once by each': new Set(voters).size === voters.length,
    'is voted in on paper by those without an account, with two workers': onPaper.every(
      (sub) =>
        members.get(sub)?.registeredBy !== undefined &&
        entered !== confirmed &&
        works(entered ?? '', round.area) &&
        works(confirmed ?? '', round.area),
    ),
    'has ballots that keep to its terms': choices.every(
      (chosen) =>
        chosen.length > 0 &&
        chosen.length <= round.most &&
        new Set(chosen).size === chosen.length &&
        chosen.every((key) => round.options.includes(key)),
    ),
    'says who won when it is closed': (round.won !== undefined) === round.closesInHours < 0,
    'is voted in by nobody while it is a draft':
      round.draftedHoursAgo === undefined || (voters.length === 0 && round.openedHoursAgo < 0),
    'has paper that waits of people without an account who have not voted': (round.unconfirmed ?? []).every(
      ({ by, voter, choices: chosen }) =>
        works(by, round.area) &&
        members.get(voter)?.registeredBy !== undefined &&
        !voters.includes(voter) &&
        chosen.length <= round.most &&
        chosen.every((key) => round.options.includes(key)),
    ),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${round.key}: ${rule}`]));
}

function brokenInNomination(nomination: SampleNomination): string[] {
  const { key, area, member, nominatedBy, asked, consented, declined, awarded } = nomination;
  const round = sample.rounds.find(({ options, draftedHoursAgo }) => draftedHoursAgo === undefined && options.includes(key));
  const at = [nomination.nominatedHoursAgo, asked?.hoursAgo, consented?.hoursAgo ?? declined?.hoursAgo]
    .concat(round?.openedHoursAgo, awarded?.hoursAgo)
    .filter((hours) => hours !== undefined);
  const registered = members.get(member)?.registeredBy !== undefined;
  const rules: Record<string, boolean> = {
    'is of somebody who lives there, by somebody else of there': members.get(member)?.home === area && member !== nominatedBy,
    'is nominated by a neighbour or a worker': members.get(nominatedBy)?.home === area || works(nominatedBy, area),
    'is asked and awarded by a worker of theirs, not to themself': [asked?.by, awarded?.by].every(
      (by) => by === undefined || (works(by, area) && by !== member),
    ),
    'is answered by themself, or heard by a worker': !consented || (consented.heardBy !== undefined) === registered,
    'goes on in the order of time': at.every((hours, index) => index === 0 || hours < (at[index - 1] ?? 0)),
    'has a portrait that exists': consented?.portrait === undefined || pictures.has(consented.portrait),
    'is as short as the contract wants it':
      countGraphemes(nomination.who) <= nameLength &&
      countGraphemes(nomination.sentence) <= sentenceLength &&
      countGraphemes(nomination.story ?? '') <= storyLength,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${key}: ${rule}`]));
}

describe('the sample’s rounds', () => {
  it('hold together', () => {
    expect(new Set(sample.rounds.map(({ key }) => key)).size).toBe(sample.rounds.length);
    expect(sample.rounds.flatMap(brokenInRound)).toEqual([]);
    expect(sample.rounds.every(({ title }) => countGraphemes(title) <= titleLength)).toBe(true);
  });

  it('are drafted, open and closed, of projects and of stars, with paper that waits for another worker', () => {
    const kinds = sample.rounds.map(
      ({ of, closesInHours, draftedHoursAgo }) =>
        `${of} ${draftedHoursAgo !== undefined ? 'draft' : closesInHours < 0 ? 'closed' : 'open'}`,
    );
    expect(new Set(kinds)).toEqual(new Set(['projects closed', 'projects open', 'projects draft', 'stars open']));
    expect(sample.rounds.some(({ unconfirmed = [] }) => unconfirmed.length > 0)).toBe(true);
  });
});

describe('the sample’s stars', () => {
  it('hold together, each with a key and a face of its own', () => {
    const { nominations } = sample;
    expect(new Set(nominations.map(({ key }) => key)).size).toBe(nominations.length);
    expect(nominations.flatMap(brokenInNomination)).toEqual([]);
    const faces = nominations.flatMap(({ consented }) => consented?.portrait ?? []);
    expect(new Set(faces).size).toBe(faces.length);
  });

  it('are 24, and say no neighbour’s name, and no number but what a worker has yet to see', () => {
    expect(sample.nominations.filter(({ awarded }) => awarded)).toHaveLength(24);
    const names = sample.members.map(({ name }) => name);
    const words = sample.nominations.map(({ key, who, sentence, story = '', awarded }) => ({
      key,
      said: [who, sentence, story, ...(awarded?.quotes ?? []).flatMap((quote) => [quote.words, quote.by])].join(' '),
    }));
    expect(words.filter(({ said }) => names.some((name) => said.includes(name)))).toEqual([]);
    expect(words.filter(({ said }) => /\d{7}/.test(said)).map(({ key }) => key)).toEqual(['n-tea']);
  });
});
