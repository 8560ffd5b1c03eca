import { type FiveMicroCore, type Leaderboard, pointsIn } from '@five-micro/sdk';
import type { FmBase } from '../shared/base.ts';
import { ResourceController } from '../shared/controllers/resource.ts';

export const periods = ['week', 'month', 'quarter', 'year', 'all'] as const;
export const boards = ['members', 'organisations'] as const;
export type Period = (typeof periods)[number];
export type BoardOf = (typeof boards)[number];

/** What is asked for. */
export interface Question {
  readonly area: string;
  readonly period: Period;
  readonly of: BoardOf;
}

/** As much of a board as is shown, and which it is: while another one is on its way, the old one keeps its own words. */
export interface Shown {
  readonly client: FiveMicroCore;
  readonly asked: Question;
  readonly board: Leaderboard;
}

interface BoardHost extends FmBase {
  readonly question: Question;
  /** How many lines at first. */
  readonly size: number;
}

/** The lines of a board, from the first on. */
export class BoardList extends ResourceController<Shown> {
  /** How many a reload brings back: as many as were added below. Another question forgets it. */
  depth = 0;
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    super(host, {
      key: () => {
        const { client, epoch } = host.community;
        const { area, period, of } = host.question;
        return client && area ? [client, area, epoch, period, of, host.size] : null;
      },
      load: (signal) => this.#load(signal),
      isEmpty: ({ board }) => !board.items.length,
    });
    this.#host = host;
  }

  /** What there is to show: also what answers the question before. */
  get shown(): Shown | undefined {
    const { value } = this;
    return value?.client === this.#host.community.client ? value : undefined;
  }

  async #load(signal: AbortSignal): Promise<Shown> {
    const { question: asked, size, community } = this.#host;
    const { client } = community;
    if (!client) throw new Error('asked without a client');
    if (this.state.status === 'loading') this.depth = 0;
    const depth = Math.max(size, this.depth);
    const board = await (depth > 100
      ? (await import('./board-deep.ts')).deepBoard(client, asked, depth, signal)
      : pointsIn(client).leaderboard({ ...asked, limit: depth }, { signal }));
    return { client, asked, board };
  }
}
