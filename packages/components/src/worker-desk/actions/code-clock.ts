/** Milliseconds that a check-in code is shown. */
export const step = 30_000;

/**
 * How far the server's clock is ahead of this device's, as far as codes tell: one ends at most `step` after it was asked
 * for. An organiser's phone that is two minutes off would else show every code as run out, or an old one as good.
 */
export class CodeClock {
  #least = Number.NEGATIVE_INFINITY;
  #most = Number.POSITIVE_INFINITY;

  /** A code was answered just now. */
  learn(validUntil: string, now: number): void {
    const most = Date.parse(validUntil) - now;
    const least = most - step;
    this.#most = Math.min(this.#most, most);
    this.#least = Math.max(this.#least, least);
    // Someone has set the device's clock meanwhile.
    if (this.#least > this.#most) [this.#least, this.#most] = [least, most];
  }

  /** Milliseconds until this code changes; negative once it has. */
  left(validUntil: string, now: number): number {
    const mayBeRight = this.#least <= 0 && this.#most >= 0;
    const ahead = mayBeRight ? 0 : (this.#least + this.#most) / 2;
    return Date.parse(validUntil) - now - ahead;
  }
}
