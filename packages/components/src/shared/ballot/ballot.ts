import { type FiveMicroCore, isFiveMicroError, type Round } from '@five-micro/sdk';
import type { LitElement, ReactiveController } from 'lit';
import type { ActController } from '../controllers/act.ts';
import { goTo } from '../ui/go-to.ts';
import { FmBallotCastEvent } from './events.ts';
import { type BallotPlace, keepChoices, type KeptReceipt, keptChoices, keptReceipt } from './kept.ts';
import { type Chosen, type Limits, limitsOf, refusal } from './limits.ts';
import { type BallotNote, noteOfError, noteOfRefusal } from './notes.ts';
import { OwnReceipt } from './own-receipt.ts';
import { BallotSender } from './sender.ts';

interface BallotHost extends LitElement {
  readonly community: { readonly client: FiveMicroCore | undefined; readonly apiUrl: string };
}

interface BallotOptions {
  /** The round with its options, as it was last read. */
  round: () => Round | undefined;
  /** The id of whoever is signed in; `visitor` where nobody is, undefined as long as that is not known. */
  who: () => string | undefined;
  act: ActController;
  /** Reads the round again. */
  reload: () => Promise<unknown>;
  now: () => number;
}

/**
 * `none`: this round takes no ballot from whoever looks. `choosing`: nothing is cast yet. `cast`: it is; the receipt is
 * shown. `changing`: it is, and another one is being made.
 */
export type BallotPhase = 'none' | 'choosing' | 'cast' | 'changing';

const slipHeading = '.slip [role=heading]';

/**
 * One's ballot in a round, of projects or of people: what was chosen survives a reload, is sent once and never over a
 * later one, and can be changed until the round closes. The keyboard goes along with what takes the place of what was
 * pressed. What stands on the page: `ballotTray`, `ReceiptSlip`, and `ballotNote` where neither does.
 */
export class BallotController implements ReactiveController {
  note: BallotNote | undefined;
  /** Whether a long list of what is on it is unfolded. */
  open = false;
  readonly #host: BallotHost;
  readonly #options: BallotOptions;
  readonly #sender = new BallotSender();
  #choices: readonly string[] = [];
  #changing = false;
  #loaded = '';
  #who: string | undefined;
  readonly #receipt = new OwnReceipt();

  constructor(host: BallotHost, options: BallotOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get round(): Round | undefined {
    return this.#options.round();
  }

  get phase(): BallotPhase {
    const { round } = this;
    if (!round?.can.includes('ballot')) return 'none';
    if (this.#changing) return 'changing';
    return this.#hasVoted(round) ? 'cast' : 'choosing';
  }

  /** One is being made: what is pressed goes on it. */
  get isMade(): boolean {
    return this.phase === 'choosing' || this.phase === 'changing';
  }

  /** What is being sent now. */
  get busy(): boolean {
    const { act } = this.#options;
    return act.state.status === 'busy' && act.state.act === 'vote';
  }

  get limits(): Limits {
    return this.round ? limitsOf(this.round) : { min: 1, max: 1, budget: null };
  }

  /** What is chosen, in the order in which it was. */
  get chosen(): readonly (Chosen & { readonly title: string })[] {
    const options = this.round?.options ?? [];
    return this.#choices.flatMap((id) => options.find((option) => option.id === id) ?? []);
  }

  /** Whether it may be cast as it is. */
  get complete(): boolean {
    return this.chosen.length >= this.limits.min;
  }

  /** The receipt, where this device has it. After the close too: the saved slip is all that is left then. */
  get receipt(): KeptReceipt | undefined {
    const { round } = this;
    if (!round || !this.#hasVoted(round)) return undefined;
    const kept = this.#receipt.at(this.#place(), this.#now);
    // The code is the same however often one changed; what else the slip says is of the ballot that it came with.
    const stands = Math.max(round.mine?.revision ?? 0, this.#sender.standing);
    return kept && (round.status === 'closed' || kept.revision >= stands) ? kept : undefined;
  }

  /** True where the receipt is found again when the page is opened anew. */
  get receiptStays(): boolean {
    const place = this.#place();
    return place !== undefined && keptReceipt(place, this.#now) !== undefined;
  }

  hostUpdate(): void {
    const { round } = this;
    if (!round) return;
    if (round.id !== this.#loaded) {
      this.#loaded = round.id;
      this.#begin();
    }
    this.#meet(round, this.#options.who());
    if (round.status === 'closed') this.#end(round);
  }

  has(id: string): boolean {
    return this.#choices.includes(id);
  }

  /** Puts it on the ballot, or takes it off. What no longer fits is not put on, and said. */
  toggle(id: string): void {
    if (this.has(id)) {
      this.remove(id);
      return;
    }
    const one = this.round?.options.find((option) => option.id === id);
    if (!one || this.busy) return;
    const { limits, chosen } = this;
    const why = refusal(chosen, one, limits);
    if (why) this.say(noteOfRefusal(why, limits, chosen, this.round?.of ?? 'projects'));
    else this.#choose([...this.#choices, id]);
  }

  remove(id: string): void {
    if (!this.busy) this.#choose(this.#choices.filter((one) => one !== id));
  }

  fold(open: boolean): void {
    this.open = open;
    this.#host.requestUpdate();
  }

  say(note: BallotNote | undefined): void {
    this.note = note;
    this.#host.requestUpdate();
  }

  /** Sends it. */
  async cast(): Promise<void> {
    const { round } = this;
    if (!round || !this.complete || this.busy) return;
    if (!(await this.#send(round, async () => this.chosen.map(({ id }) => id)))) return;
    this.#changing = false;
    // The slip is read next: once the vote is over it cannot be had again.
    await goTo(this.#host, slipHeading, 'center');
  }

  /** Reads what one has cast, to change it. */
  async change(): Promise<void> {
    const { round } = this;
    const { client } = this.#host.community;
    if (!round || !client || this.busy) return;
    this.note = undefined;
    try {
      this.#choices = (await this.#sender.read(client, round)).choices;
      this.#changing = true;
      await goTo(this.#host, '.tray');
    } catch (error) {
      this.say((words) => words.cannotRead);
      if (isFiveMicroError(error) && error.status) await this.#options.reload();
    }
  }

  /** Leaves what was cast as it is. */
  async keep(): Promise<void> {
    this.#changing = false;
    this.#choices = [];
    this.note = undefined;
    await goTo(this.#host, slipHeading, 'center');
  }

  /** The receipt once more, on a device that does not have it: what was cast is cast again as it is. */
  async again(): Promise<void> {
    const { round } = this;
    const { client } = this.#host.community;
    if (!round || !client || this.busy) return;
    if (await this.#send(round, async (signal) => (await this.#sender.read(client, round, signal)).choices))
      await goTo(this.#host, slipHeading, 'center');
  }

  /** Whether the receipt stays on this device; the page shows it until it is left. */
  holdReceipt(stays: boolean): void {
    const place = this.#place();
    if (place) this.#receipt.hold(stays, place, this.#now);
    this.#host.requestUpdate();
  }

  async #send(round: Round, read: (signal: AbortSignal) => Promise<readonly string[]>): Promise<boolean> {
    const { client } = this.#host.community;
    if (!client) return false;
    this.note = undefined;
    const outcome = await this.#options.act.run(
      'vote',
      ({ signal }) => this.#sender.send(client, round, read, { signal, over: this.#changing }),
      { subject: round.id },
    );
    if (!outcome.done) {
      if (outcome.why === 'failed') await this.#refused(outcome.error);
      return false;
    }
    if (!outcome.value) {
      await this.#options.reload();
      this.#changing = true;
      this.say((words) => words.before);
      return false;
    }
    const { receipt, chosen } = outcome.value;
    const place = this.#place();
    this.#receipt.take({ ...receipt, at: this.#now.toISOString(), chosen }, place, this.#now);
    if (place) keepChoices(place, [], this.#now);
    this.#choices = [];
    this.#host.dispatchEvent(new FmBallotCastEvent(round, receipt.revision));
    void this.#options.reload();
    return true;
  }

  async #refused(error: unknown): Promise<void> {
    this.note = noteOfError(error);
    if (isFiveMicroError(error) && error.code === 'ballot.superseded') {
      this.#changing = false;
      this.#sender.giveUp();
    }
    if (isFiveMicroError(error) && error.status) await this.#options.reload();
    this.#host.requestUpdate();
  }

  #choose(choices: readonly string[]): void {
    this.#choices = choices;
    const place = this.#place();
    // A ballot that is being changed stands on the server; what is tried meanwhile is nobody's business later.
    if (place && this.phase === 'choosing') keepChoices(place, choices, this.#now);
    this.say(undefined);
  }

  /** It is known who looks: whoever signs in goes on with what they chose; whoever comes after somebody else finds nothing. */
  #meet(round: Round, who: string | undefined): void {
    if (who === undefined || who === this.#who) return;
    const before = this.#who;
    if (before !== undefined && before !== 'visitor') this.#begin();
    this.#who = who;
    const place = this.#placeOf(round, who);
    const visitor = this.#placeOf(round, 'visitor');
    const voted = round.mine?.voted === true;
    // Also what was pressed before it was known who presses, or before the portal's own page for signing in.
    const left = voted || (before !== undefined && before !== 'visitor') ? [] : keptChoices(visitor, this.#now);
    const begun = this.#choices.length ? this.#choices : left;
    // Back from the portal's own page for signing in, where casting ended: it does not go on by itself.
    if (who !== 'visitor' && left.length && !this.#choices.length) this.note = (words) => words.back;
    if (who !== 'visitor') keepChoices(visitor, [], this.#now);
    if (begun.length && !voted) keepChoices(place, begun, this.#now);
    this.#receipt.belongs(place, this.#now);
    this.#choices = begun.length || voted ? begun : keptChoices(place, this.#now);
  }

  /** It is over: what was not sent is said to be that, and forgotten. */
  #end(round: Round): void {
    if (this.#choices.length) {
      const voted = this.#hasVoted(round);
      this.note ??= (words) => (voted ? words.unchanged : words.unsent);
    }
    this.#choices = [];
    this.#changing = false;
    const place = this.#place();
    if (place) keepChoices(place, [], this.#now);
  }

  #hasVoted(round: Round): boolean {
    return round.mine?.voted === true || this.#sender.standing > 0;
  }

  #place(): BallotPlace | undefined {
    const { round } = this;
    return round && this.#who !== undefined ? this.#placeOf(round, this.#who) : undefined;
  }

  #placeOf({ id, closesAt }: Round, who: string): BallotPlace {
    return { apiUrl: this.#host.community.apiUrl, round: id, who, closesAt };
  }

  get #now(): Date {
    return new Date(this.#options.now());
  }

  #begin(): void {
    this.#choices = [];
    this.#changing = false;
    this.#sender.begin();
    this.#receipt.begin();
    this.note = this.#who = undefined;
  }
}
