import { type FiveMicroCore, type MyBallot, type Receipt, type Round, roundsIn } from '@five-micro/sdk';

export interface Sent {
  readonly receipt: Receipt;
  readonly chosen: number;
}

/**
 * Sends a ballot always above the revision that stands. One whose answer was lost goes again as the same revision, so
 * that it is no second ballot.
 */
export class BallotSender {
  /** The highest revision known to stand, beside what the round says. */
  standing = 0;
  #last: { readonly content: string; readonly revision: number } | undefined;

  /** Another round, or another voter. */
  begin(): void {
    this.standing = 0;
    this.#last = undefined;
  }

  /** What stands now is not what was sent: the next one goes above it. */
  giveUp(): void {
    this.#last = undefined;
  }

  /** One's own ballot as it stands. */
  async read(client: FiveMicroCore, { id }: Round, signal?: AbortSignal): Promise<MyBallot> {
    const own = await roundsIn(client).myBallot(id, signal && { signal });
    this.standing = Math.max(this.standing, own.revision);
    return own;
  }

  /** Nothing where somebody turns out to have voted before, which is not overwritten unasked. */
  async send(
    client: FiveMicroCore,
    round: Round,
    read: (signal: AbortSignal) => Promise<readonly string[]>,
    { signal, over }: { readonly signal: AbortSignal; readonly over: boolean },
  ): Promise<Sent | undefined> {
    const rounds = roundsIn(client);
    let { mine } = round;
    if (!mine) {
      // Someone signed in only now.
      mine = (await rounds.get(round.id, { signal })).mine;
      if (mine?.voted && !over) return undefined;
    }
    const choices = await read(signal);
    const content = [round.id, ...choices].join();
    const above = Math.max(mine?.revision ?? 0, this.standing, this.#last?.revision ?? 0) + 1;
    const revision = this.#last?.content === content ? this.#last.revision : above;
    this.#last = { content, revision };
    const receipt = await rounds.cast(round.id, { choices: [...choices], revision }, { signal });
    this.#last = undefined;
    this.standing = receipt.revision;
    return { receipt, chosen: choices.length };
  }
}
