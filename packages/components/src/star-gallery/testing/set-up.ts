import type { Nomination, Round, RoundResults, Star } from '@five-micro/sdk';
import { FiveMicroError } from '@five-micro/sdk';
import { fixture, html } from '@open-wc/testing';
import { LiveController } from '../../shared/controllers/live.ts';
import { type FakeAnswers, fakeClient, fakeList, fakeNow, pageOf } from '../../shared/testing/fake-client.ts';
import { all, until } from '../../action-signup/testing/set-up.ts';
import type { FmStarGallery } from '../star-gallery.ts';
import '../define.ts';
// What opens later is there already: no test waits for files to arrive.
import '../star-asked.define.ts';
import '../contest-story.define.ts';
import '../star-contest.define.ts';
import '../star-more.ts';
import '../star-nominate.define.ts';
import '../star-story.define.ts';
import '../../shared/ui/toast.define.ts';
import { area, makeContest, makeOutcome, makeStar, me } from './data.ts';

export { all, button, one, reads, still, text, until } from '../../action-signup/testing/set-up.ts';

// What waits, waits for nothing.
LiveController.longestDelay = 0;

export const refusal = (code: string, status: number): FiveMicroError => new FiveMicroError(code, { status });

interface SetUp extends FakeAnswers {
  stars_?: Star[];
  open?: Round[];
  closed?: Round[];
  nominations?: Nomination[];
  who?: string;
}

/** A gallery with all of it loaded, and what it asked for. */
export async function galleryOf(
  { stars_ = [makeStar()], open = [], closed = [], nominations = [], who = 'm1', ...answers }: SetUp = {},
  template = html`<fm-star-gallery></fm-star-gallery>`,
) {
  const asked: unknown[] = [];
  const client = fakeClient({
    ...answers,
    areas: { get: async () => area, ...answers.areas },
    me: { get: async () => me(who), nominations: () => fakeList(() => pageOf([...nominations])), ...answers.me },
    stars: {
      periods: async () => ({ items: [...new Set(stars_.map(({ period }) => period))].map((period) => ({ period, stars: 1 })) }),
      get: async (id) => stars_.find((star) => star.id === id) ?? Promise.reject(refusal('star.unknown', 404)),
      nomination: async (id) => nominations.find((one) => one.id === id) ?? Promise.reject(refusal('nomination.unknown', 404)),
      ...answers.stars,
      list: (query, options) => {
        asked.push(query);
        const page = { ...pageOf([...stars_]), contests: open.map((round) => ({ ...round, options: [] })) };
        return answers.stars?.list?.(query, options) ?? fakeList(() => page);
      },
    },
    rounds: {
      list: (query) =>
        fakeList(() => pageOf((query?.status === 'closed' ? closed : open).map((round) => ({ ...round, options: [] })))),
      get: async (id) => [...open, ...closed].find((round) => round.id === id) ?? Promise.reject(refusal('round.unknown', 404)),
      option: async (id, option) => {
        const found = [...open, ...closed].find((round) => round.id === id)?.options.find((one) => one.id === option);
        return found ? { ...found, story: `${found.title}的事。\n说来话长。` } : Promise.reject(refusal('round.unknown', 404));
      },
      results: async (id) => resultsOf([...open, ...closed].find((round) => round.id === id) ?? makeContest()),
      ...answers.rounds,
    },
  });
  const element = await fixture<FmStarGallery>(template);
  element.now = () => fakeNow.getTime();
  element.client = client;
  const whole = () =>
    element.dataset['state'] !== 'loading' &&
    (all(element, '.chip, [role=alert], .hall, .compact .all, fm-star-contest').length > 0 || element.compact);
  await until(whole, 'it was not all loaded');
  await element.updateComplete;
  return { element, client, asked };
}

const resultsOf = (round: Round): RoundResults => ({
  status: round.status,
  asOf: fakeNow.toISOString(),
  turnout: { ...round.turnout, electorate: round.electorate },
  votes: null,
  outcome: round.status === 'closed' ? makeOutcome(round) : null,
  otherwise: null,
});

/** A contest as the gallery shows it, with whom it offers. */
export async function contestOf(round: Round, answers: SetUp = {}, { kept = false } = {}) {
  if (!kept) localStorage.clear();
  const set = await galleryOf(
    { open: round.status === 'open' ? [round] : [], closed: round.status === 'closed' ? [round] : [], ...answers },
    html`<fm-star-gallery .round=${round.id}></fm-star-gallery>`,
  );
  await until(() => all(set.element, '.cand').length || all(set.element, '.results').length || all(set.element, '.calm').length);
  return set;
}

/** The names of the candidates in the order in which they stand. */
export const names = (element: FmStarGallery): string[] =>
  all(element, '.cand [role=heading]').map((name) => name.textContent.trim());

export function pick(element: FmStarGallery, name: string): void {
  const card = all(element, '.cand').find((one) => one.querySelector('[role=heading]')?.textContent.trim() === name);
  card?.querySelector('button')?.click();
}
