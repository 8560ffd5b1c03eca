import { type Round, type RoundResults, roundsIn } from '@five-micro/sdk';
import { ResourceController } from '../shared/controllers/resource.ts';
import type { FmProjectVote } from './project-vote.ts';
import { endOf, phaseOf } from './vote-round.ts';

export interface Counted {
  readonly round: Round;
  readonly results: RoundResults;
}

/** The results of the round that is shown, where there are any to be read: it is over, or shows them as they come. */
export const resultsOfShown = (host: FmProjectVote): ResourceController<Counted> =>
  new ResourceController<Counted>(host, {
    key: () => {
      const { client } = host.community;
      const round = host.votes.shown?.round;
      const phase = round && phaseOf(round, host.now());
      return client && round && (phase === 'after' || (phase === 'during' && round.live))
        ? [client, round.id, phase, round.status]
        : null;
    },
    load: async (signal) => {
      const { client } = host.community;
      const round = host.votes.shown?.round;
      if (!client || !round) throw new Error('asked without a round');
      return { round, results: await roundsIn(client).results(round.id, { signal }) };
    },
    reflect: false,
  });

/** The last round that is over, while another one is shown. */
export function lastOf(
  { others, round }: { others: readonly Round[]; round: Round | undefined },
  now: number,
): Round | undefined {
  if (!round || phaseOf(round, now) === 'after') return undefined;
  return others.filter((one) => phaseOf(one, now) === 'after').sort((a, b) => Date.parse(endOf(b)) - Date.parse(endOf(a)))[0];
}

export const resultsOfLast = (host: FmProjectVote): ResourceController<Counted> =>
  new ResourceController<Counted>(host, {
    key: () => {
      const { client } = host.community;
      const { shown } = host.votes;
      const last = !host.compact && !host.isHall && shown ? lastOf(shown, host.now()) : undefined;
      return client && last ? [client, last.id] : null;
    },
    load: async (signal) => {
      const { client } = host.community;
      const { shown } = host.votes;
      const last = shown && lastOf(shown, host.now());
      if (!client || !last) throw new Error('asked without a round');
      const rounds = roundsIn(client);
      const [round, results] = await Promise.all([rounds.get(last.id, { signal }), rounds.results(last.id, { signal })]);
      return { round, results };
    },
    reflect: false,
  });
