import { type BallotPlace, forgetReceipt, keepReceipt, type KeptReceipt, keptReceipt } from './kept.ts';

/** The receipt of whoever looks: on this device where they let it stay, else on this page until it is left. */
export class OwnReceipt {
  #here: KeptReceipt | undefined;
  #stays = true;

  /** Another round, or another voter. */
  begin(): void {
    this.#here = undefined;
    this.#stays = true;
  }

  at(place: BallotPlace | undefined, now: Date): KeptReceipt | undefined {
    return this.#here ?? (place && keptReceipt(place, now));
  }

  take(receipt: KeptReceipt, place: BallotPlace | undefined, now: Date): void {
    this.#here = receipt;
    this.belongs(place, now);
  }

  /** It is known whose it is: signing in and casting were one press. */
  belongs(place: BallotPlace | undefined, now: Date): void {
    if (this.#here && this.#stays && place && place.who !== 'visitor') keepReceipt(place, this.#here, now);
  }

  hold(stays: boolean, place: BallotPlace, now: Date): void {
    this.#here = this.at(place, now);
    this.#stays = stays;
    if (stays) this.belongs(place, now);
    else forgetReceipt(place);
  }
}
