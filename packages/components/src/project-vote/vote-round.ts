import { type FiveMicroCore, type Round, roundReadsIn } from '@five-micro/sdk';
import type { FmBase } from '../shared/base.ts';
import { ResourceController } from '../shared/controllers/resource.ts';

/** The round that is shown with all of its options, and which others there are; those come without options. */
export interface Shown {
  readonly client: FiveMicroCore;
  readonly area: string;
  readonly round: Round | undefined;
  readonly others: readonly Round[];
}

export interface VoteHost extends FmBase {
  readonly round: string;
  readonly now: () => number;
}

/** Ballots are taken, or will be: as the server answers; for whoever may cast none, by this device's clock. */
export const phaseOf = ({ status, opensAt, closesAt, can }: Round, now: number): 'before' | 'during' | 'after' => {
  if (can.includes('ballot')) return 'during';
  if (status === 'closed' || Date.parse(closesAt) < now) return 'after';
  return Date.parse(opensAt) > now ? 'before' : 'during';
};

/** It may have ended earlier than was planned. */
export const endOf = ({ closedAt, closesAt }: Round): string => closedAt ?? closesAt;

/** The one to look at first: it takes ballots (the one that ends first), or will next, or was the last. */
export const currentOf = (rounds: readonly Round[], now: number): Round | undefined => {
  const first = (phase: string, by: (round: Round) => string) =>
    rounds
      .filter((round) => round.status !== 'draft' && phaseOf(round, now) === phase)
      .sort((a, b) => Date.parse(by(a)) - Date.parse(by(b)));
  return first('during', endOf)[0] ?? first('before', ({ opensAt }) => opensAt)[0] ?? first('after', endOf).pop();
};

/** The round of projects that an area's page is about. */
export class VoteRound extends ResourceController<Shown> {
  readonly #host: VoteHost;

  constructor(host: VoteHost) {
    super(host, {
      key: () => {
        const { client, area, epoch } = host.community;
        return client && area ? [client, area, epoch, host.round] : null;
      },
      load: (signal) => this.#load(signal),
      isEmpty: ({ round }) => !round,
    });
    this.#host = host;
  }

  /** What there is to show, but never another area's. */
  get shown(): Shown | undefined {
    const { value } = this;
    const { client, area } = this.#host.community;
    return value?.client === client && value?.area === area ? value : undefined;
  }

  async #load(signal: AbortSignal): Promise<Shown> {
    const { community, now, round: wanted } = this.#host;
    const { client, area } = community;
    if (!client) throw new Error('asked without a client');
    const rounds = roundReadsIn(client);
    const [{ items }, asked] = await Promise.all([
      rounds.list({ area, of: 'projects', whole: wanted ? undefined : 'current' }, { signal }),
      wanted ? rounds.get(wanted, { signal }) : undefined,
    ]);
    const current = asked ?? currentOf(items, now());
    // By this device's clock it may be another one than the server's.
    const round = current && !current.options.length ? await rounds.get(current.id, { signal }) : current;
    return { client, area, round, others: items.filter((one) => one.id !== round?.id && one.status !== 'draft') };
  }
}
