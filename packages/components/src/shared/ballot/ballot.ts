import { type FiveMicroCore, isFiveMicroError, type Receipt, type Round, roundsIn } from '@five-micro/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActController } from '../controllers/act.ts';
import { actErrorText } from '../diagnose.ts';
import type { Lang } from '../options.ts';
import type { Words } from '../words/index.ts';
import { FmBallotCastEvent } from './events.ts';
import { type BallotPlace, keepChoices, keepReceipt, type KeptReceipt, keptReceipt, takeChoices } from './kept.ts';
import { type Chosen, costOf, type Limits, limitsOf, refusal } from './limits.ts';
import { money } from './money.ts';
import type { BallotWords } from './words/index.ts';

interface BallotHost extends ReactiveControllerHost, HTMLElement {
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

/** What is said beside a ballot, in whatever language it is read. */
export type BallotNote = (words: BallotWords, common: Words, lang: Lang) => string;

/**
 * One's ballot in a round, of projects or of people: what was chosen survives a reload, is sent once and never over a
 * later one (always above the revision that stands), and can be changed until the round closes.
 */
export class BallotController implements ReactiveController {
  note: BallotNote | undefined;
  /** Whether a long list of what is on it is unfolded. */
  open = false;
  readonly #host: BallotHost;
  readonly #options: BallotOptions;
  #choices: readonly string[] = [];
  #changing = false;
  #loaded = '';
  #who: string | undefined;
  /** The highest revision known to stand, beside what the round says. */
  #standing = 0;
  /** What was sent last without an answer: it goes again as the same revision, so that a lost answer is no second ballot. */
  #sent: { readonly content: string; readonly revision: number } | undefined;
  #receipt: KeptReceipt | undefined;

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
    const place = this.#place();
    const kept = this.#receipt ?? (place && keptReceipt(place));
    return kept && kept.revision >= Math.max(round.mine?.revision ?? 0, this.#standing) ? kept : undefined;
  }

  hostUpdate(): void {
    const { round } = this;
    const who = this.#options.who();
    if (round && round.id !== this.#loaded) {
      this.#loaded = round.id;
      this.#begin();
    }
    if (!round || who === undefined || who === this.#who) return;
    const before = this.#place();
    // Also what was pressed before it was known who presses.
    const begun = this.#who === undefined || this.#who === 'visitor' ? this.#choices : [];
    // Whoever signs in goes on with what they chose; whoever comes after somebody else finds nothing of theirs.
    if (this.#who !== undefined && this.#who !== 'visitor') this.#begin();
    this.#who = who;
    const place = this.#place();
    if (!place) return;
    if (begun.length && before) keepChoices(before, []);
    if (begun.length) keepChoices(place, begun);
    // Signing in and casting were one press: the receipt was here before it was known whose it is.
    if (this.#receipt) keepReceipt(place, this.#receipt);
    this.#choices = begun.length ? begun : round.mine?.voted ? [] : takeChoices(place);
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
    if (why === 'full') {
      const { of } = this.round ?? { of: 'projects' };
      this.say((words) => words.full[of](limits.max));
    } else if (why) {
      const left = (limits.budget ?? 0) - costOf(chosen);
      this.say((words, _common, lang) => words.tooDear(money(left, lang)));
    } else this.#choose([...this.#choices, id]);
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

  /** Sends it. True when the server has it. */
  async cast(): Promise<boolean> {
    const { round } = this;
    if (!round || !this.complete) return false;
    const sent = await this.#send(round, async () => this.chosen.map(({ id }) => id));
    if (sent) this.#changing = false;
    this.#host.requestUpdate();
    return sent;
  }

  /** Reads what one has cast, to change it. */
  async change(): Promise<boolean> {
    const { round } = this;
    const { client } = this.#host.community;
    if (!round || !client) return false;
    try {
      const own = await roundsIn(client).myBallot(round.id);
      this.#standing = Math.max(this.#standing, own.revision);
      this.#choices = own.choices;
      this.#changing = true;
      this.note = undefined;
    } catch {
      this.note = (words) => words.cannotRead;
    }
    this.#host.requestUpdate();
    return this.#changing;
  }

  /** Leaves what was cast as it is. */
  keep(): void {
    this.#changing = false;
    this.#choices = [];
    this.say(undefined);
  }

  /** The receipt once more, on a device that does not have it: what was cast is cast again as it is. */
  async again(): Promise<boolean> {
    const { round } = this;
    const { client } = this.#host.community;
    if (!round || !client) return false;
    return this.#send(round, async (signal) => {
      const own = await roundsIn(client).myBallot(round.id, { signal });
      this.#standing = Math.max(this.#standing, own.revision);
      return own.choices;
    });
  }

  async #send(round: Round, read: (signal: AbortSignal) => Promise<readonly string[]>): Promise<boolean> {
    const { client } = this.#host.community;
    if (!client) return false;
    this.note = undefined;
    const work = async ({ signal }: { signal: AbortSignal }): Promise<{ receipt: Receipt; chosen: number } | undefined> => {
      const rounds = roundsIn(client);
      let { mine } = round;
      if (!mine) {
        // Someone signed in only now: they may have voted before, and nothing overwrites that unasked.
        mine = (await rounds.get(round.id, { signal })).mine;
        if (mine?.voted && !this.#changing) return undefined;
      }
      const choices = await read(signal);
      const content = [round.id, ...choices].join();
      const above = Math.max(mine?.revision ?? 0, this.#standing, this.#sent?.revision ?? 0) + 1;
      const revision = this.#sent?.content === content ? this.#sent.revision : above;
      this.#sent = { content, revision };
      return { receipt: await rounds.cast(round.id, { choices: [...choices], revision }, { signal }), chosen: choices.length };
    };
    const outcome = await this.#options.act.run('vote', work, { subject: round.id });
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
    this.#sent = undefined;
    this.#standing = receipt.revision;
    this.#receipt = { ...receipt, at: new Date(this.#options.now()).toISOString(), chosen };
    const place = this.#place();
    if (place && place.who !== 'visitor') keepReceipt(place, this.#receipt);
    if (place) keepChoices(place, []);
    this.#choices = [];
    this.#host.dispatchEvent(new FmBallotCastEvent(round, receipt.revision));
    void this.#options.reload();
    return true;
  }

  async #refused(error: unknown): Promise<void> {
    const code = isFiveMicroError(error) ? error.code : '';
    this.note = (_words, common) => actErrorText(error, common);
    if (code === 'ballot.superseded') {
      this.note = (words) => words.superseded;
      this.#changing = false;
      this.#sent = undefined;
    }
    if (code === 'round.closed') this.note = (words) => words.late;
    if (code === 'round.not-yet') this.note = (words) => words.notYet;
    if (isFiveMicroError(error) && error.status) await this.#options.reload();
    this.#host.requestUpdate();
  }

  #choose(choices: readonly string[]): void {
    this.#choices = choices;
    const place = this.#place();
    // A ballot that is being changed stands on the server; what is tried meanwhile is nobody's business later.
    if (place && this.phase === 'choosing') keepChoices(place, choices);
    this.say(undefined);
  }

  #hasVoted(round: Round): boolean {
    return round.mine?.voted === true || this.#standing > 0;
  }

  #place(): BallotPlace | undefined {
    const { round } = this;
    return round && this.#who !== undefined
      ? { apiUrl: this.#host.community.apiUrl, round: round.id, who: this.#who }
      : undefined;
  }

  #begin(): void {
    this.#choices = [];
    this.#changing = false;
    this.#standing = 0;
    this.#sent = this.#receipt = this.note = this.#who = undefined;
  }
}
