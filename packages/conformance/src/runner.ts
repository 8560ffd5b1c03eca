import type { Endpoint } from '@five-micro/contract';
import type { Ground } from './begin.ts';
import { Finding, KitError, Skipped } from './finding.ts';
import { createKit } from './kit.ts';
import type { Scenario } from './scenario.ts';
import { createWire, type Exchange } from './wire.ts';

export type Outcome =
  | { state: 'passed' }
  | { state: 'failed'; expected: string; came: string; exchanges: Exchange[] }
  | { state: 'skipped'; why: string };

export interface Result {
  scenario: Scenario;
  outcome: Outcome;
  seconds: number;
}

/** What a run has left on the server, by its names in the plural. */
export type Left = Record<string, number>;

/** The last requests before something went wrong: more would bury what happened. */
const shownExchanges = 5;

/** What a `POST` to it makes. */
const made: Record<string, string> = {
  '/areas/{area}/wishes': 'wishes',
  '/areas/{area}/actions': 'actions',
  '/areas/{area}/projects': 'projects',
  '/areas/{area}/rounds': 'rounds',
  '/areas/{area}/nominations': 'nominations',
  '/areas/{area}/stars': 'stars',
  '/areas/{area}/organisations': 'organisations',
  '/areas/{area}/members': 'members',
  '/uploads': 'pictures',
};

/**
 * Tries scenarios, some at a time, and tells of each in the order of the list. Those that compare counts of whole areas
 * come last, one after the other.
 */
export async function run(
  scenarios: readonly Scenario[],
  ground: Ground,
  { jobs, tell }: { jobs: number; tell: (result: Result) => void },
): Promise<{ results: Result[]; left: Left }> {
  const left: Left = {};
  const seen = new Set<string>();
  const count = (endpoint: Pick<Endpoint, 'path' | 'method'>, status: number) => {
    const what = endpoint.method === 'POST' && status === 201 ? made[endpoint.path] : undefined;
    if (what !== undefined) left[what] = (left[what] ?? 0) + 1;
  };

  const inOrder = [...scenarios.filter(({ alone }) => !alone), ...scenarios.filter(({ alone }) => alone)];
  const together = inOrder.filter(({ alone }) => !alone).length;
  const results: Result[] = [];
  let told = 0;
  const finish = (at: number, result: Result) => {
    results[at] = result;
    for (let next = results[told]; next; next = results[told]) {
      tell(next);
      told += 1;
    }
  };
  const tried = async (at: number, scenario: Scenario) => {
    const began = Date.now();
    const outcome = await outcomeOf(scenario, ground, count, seen);
    finish(at, { scenario, outcome, seconds: (Date.now() - began) / 1000 });
  };

  let next = 0;
  const worker = async () => {
    while (next < together) {
      const at = next;
      next += 1;
      const scenario = inOrder[at];
      if (scenario) await tried(at, scenario);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const [at, scenario] of inOrder.entries()) if (at >= together) await tried(at, scenario);
  const all: Left = { members: seen.size + (left['members'] ?? 0), ...without(left, 'members') };
  for (const [what, count] of Object.entries(ground.left)) all[what] = (all[what] ?? 0) + count;
  return { results, left: all };
}

const without = (left: Left, name: string): Left => Object.fromEntries(Object.entries(left).filter(([key]) => key !== name));

async function outcomeOf(
  scenario: Scenario,
  { place, signer, missing }: Ground,
  count: Parameters<typeof createWire>[1],
  seen: Set<string>,
): Promise<Outcome> {
  const lacking = scenario.needs.map(missing).find((why) => why !== undefined);
  if (lacking !== undefined) return { state: 'skipped', why: lacking };
  const wire = createWire(place.api, count);
  try {
    await scenario.run(createKit(place, wire, signer, (sub) => seen.add(sub)));
    return { state: 'passed' };
  } catch (error) {
    if (error instanceof Skipped) return { state: 'skipped', why: error.message };
    if (error instanceof KitError) throw error;
    const exchanges = wire.taken().slice(-shownExchanges);
    if (error instanceof Finding) return { state: 'failed', expected: error.expected, came: error.came, exchanges };
    // What a scenario stumbles over without having looked for it is said as it is.
    return { state: 'failed', expected: 'the scenario to be carried out', came: String(error), exchanges };
  }
}
