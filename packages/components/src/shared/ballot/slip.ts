import { isFiveMicroError, type Round, roundsIn } from '@five-micro/sdk';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CommunityController } from '../controllers/community.ts';
import { day, exact, moment } from '../format.ts';
import { heading } from '../ui/heading.ts';
import { icon } from '../ui/icon.ts';
import '../ui/icons.ts';
import { errorText } from '../diagnose.ts';
import type { Words } from '../words/index.ts';
import type { BallotController } from './ballot.ts';
import { type KeptReceipt, receiptUntil } from './kept.ts';
import { type ReceiptLines, receiptPicture, receiptText } from './receipt-picture.ts';
import type { BallotWords } from './words/index.ts';

interface SlipHost extends LitElement {
  readonly community: CommunityController;
}

export interface SlipView {
  readonly words: BallotWords;
  readonly common: Words;
  /** The level of its heading. */
  readonly level: number;
}

type Looked =
  | { readonly status: 'busy' }
  | { readonly status: 'done'; readonly text: (words: BallotWords, common: Words) => string };

/** The groups of a code as it is written on the slip. */
export const codeGroups = (code: string): string[] => code.match(/[0-9A-Z]{1,4}/gi) ?? [];

/**
 * A code as somebody types it, in the letters that it is written in: those that Crockford's base 32 leaves out stand for
 * the figures they look like, and an input method may write all of them wide.
 */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** The receipt as a small paper slip: to save, to look up after the close, and the way back to the ballot. */
export class ReceiptSlip implements ReactiveController {
  readonly #host: SlipHost;
  readonly #ballot: BallotController;
  readonly #now: () => number;
  #picture = '';
  #pictureOf = '';
  #said: ((words: BallotWords) => string) | undefined;
  #looked: Looked | undefined;
  #asked = 0;

  constructor(host: SlipHost, ballot: BallotController, now: () => number) {
    this.#host = host;
    this.#ballot = ballot;
    this.#now = now;
    host.addController(this);
  }

  hostUpdate(): void {
    const of = `${this.#ballot.round?.id} ${this.#ballot.receipt?.receipt}`;
    if (of === this.#pictureOf) return;
    this.#pictureOf = of;
    this.hostDisconnected();
  }

  hostDisconnected(): void {
    if (this.#picture) URL.revokeObjectURL(this.#picture);
    this.#picture = '';
    this.#asked++;
    this.#said = this.#looked = undefined;
  }

  /** Where one has voted: the slip, or how to come by one. */
  render({ words, common, level }: SlipView): TemplateResult | typeof nothing {
    const { round, phase, receipt, note } = this.#ballot;
    const closed = round?.status === 'closed';
    if (!round || (phase !== 'cast' && !(closed && receipt))) return nothing;
    const said = this.#said?.(words) ?? note?.(words, common, this.#host.community.lang);
    return html`<div class="slip">
      ${heading(level, receipt ? (closed ? words.slipAfter : words.slip) : words.voted)}
      ${receipt ? this.#renderReceipt(round, receipt, words) : html`<p>${words.votedHint}</p>`}
      <div class="go">
        ${
          receipt
            ? html`<button type="button" class="btn line" @click=${() => void this.#save(round, receipt, words)}>${icon('save')}${words.save}</button>
                <button type="button" class="btn quiet" @click=${() => void this.#copy(round, receipt, words)}>${icon('copy')}${words.copy}</button>`
            : html`<button type="button" class="btn line" aria-disabled=${this.#ballot.busy ? 'true' : nothing} @click=${() => void this.#ballot.again()}>${icon('receipt')}${words.again}</button>`
        }
        ${closed ? nothing : html`<button type="button" class="btn quiet" @click=${() => void this.#ballot.change()}>${words.change}</button>`}
        ${closed && receipt ? html`<button type="button" class="btn quiet" @click=${() => void this.look(receipt.receipt)}>${icon('search')}${words.check}</button>` : nothing}
      </div>
      <p class="said" role="status">${said ?? nothing}${this.#renderLooked(words, common)}</p>
      ${this.#picture && receipt ? html`<img src=${this.#picture} alt=${words.pictureOf(receipt.receipt)} />` : nothing}
      ${receipt ? this.#renderStay(round, words) : nothing}
    </div>`;
  }

  /** After the close, for whoever has a code on paper or in a picture. */
  renderLookUp({ words, common }: Omit<SlipView, 'level'>): TemplateResult {
    return html`<form class="look-up" @submit=${this.#submit}>
      <label for="receipt-code">${words.codeAsk}</label>
      <p class="hint" id="receipt-code-hint">${words.codeHint}</p>
      <div class="go">
        <span class="input"><input id="receipt-code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" aria-describedby="receipt-code-hint" /></span>
        <button type="submit" class="btn line">${words.checkIt}</button>
      </div>
      <p class="said" role="status">${this.#renderLooked(words, common)}</p>
    </form>`;
  }

  /** Looks a code up among the ballots that were counted. */
  async look(code: string): Promise<void> {
    const { client } = this.#host.community;
    const { round } = this.#ballot;
    const groups = codeGroups(readCode(code));
    if (!client || !round) return;
    const asked = ++this.#asked;
    // What comes late answers an older question.
    const show = (looked: Looked) => asked === this.#asked && this.#show(looked);
    if (groups.join('').length !== 16) {
      this.#show({ status: 'done', text: (words) => words.codeWrong });
      return;
    }
    show({ status: 'busy' });
    try {
      const { state, ballots } = await roundsIn(client).receipt(round.id, groups.join('-'));
      show({
        status: 'done',
        text: (words) => (state === 'counted' ? words.counted(exact(ballots ?? 0)) : words.recorded),
      });
    } catch (error) {
      const missing = isFiveMicroError(error) && error.status === 404;
      show({ status: 'done', text: (words, common) => (missing ? words.unknown : errorText(error, common)) });
    }
  }

  #renderReceipt({ of }: Round, { receipt, at, chosen }: KeptReceipt, words: BallotWords): TemplateResult {
    const groups = codeGroups(receipt);
    const { castHere } = this.#ballot;
    return html`<p class="code said">
        <span class="vh">${words.codeLabel(groups.join(' '))}</span>${groups.map((group) => html`<span aria-hidden="true">${group}</span>`)}
      </p>
      <p>${words.got[of](this.#when(at), chosen)}</p>
      ${castHere.length ? html`<p>${words.chose(castHere)}</p>` : nothing}
      <hr />
      <p>${words.proof[of]}</p>`;
  }

  /** How long this device keeps it, and that it need not. */
  #renderStay(round: Round, words: BallotWords): TemplateResult {
    const { receiptStays: stays } = this.#ballot;
    const { lang } = this.#host.community;
    return html`<p class="stay">
      ${stays ? words.stays(day(receiptUntil(round), lang, this.#now())) : words.goes}
      <button type="button" class="btn quiet" @click=${() => this.#ballot.holdReceipt(!stays)}>${stays ? words.letGo : words.hold}</button>
    </p>`;
  }

  #renderLooked(words: BallotWords, common: Words): unknown {
    if (!this.#looked) return nothing;
    return this.#looked.status === 'busy' ? words.checking : this.#looked.text(words, common);
  }

  #when(at: string): string {
    return moment(at, this.#host.community.lang, this.#now());
  }

  /** All of it, as it is kept: with what is needed to check it offline. */
  #lines({ id, title, areaName, of }: Round, { receipt, signature, at, chosen }: KeptReceipt, words: BallotWords): ReceiptLines {
    return {
      heading: words.slipAfter,
      title: `${areaName} · ${title}`,
      code: codeGroups(receipt),
      lines: [words.got[of](this.#when(at), chosen), words.proof[of]],
      small: [`${words.roundId} ${id}`, `${words.signature} ${signature}`],
    };
  }

  /** Both ways: a download where the browser does one, and the picture itself, which a phone keeps by a long press. */
  async #save(round: Round, receipt: KeptReceipt, words: BallotWords): Promise<void> {
    try {
      const font = getComputedStyle(this.#host).fontFamily || 'sans-serif';
      const blob = await receiptPicture(this.#lines(round, receipt, words), font);
      if (this.#picture) URL.revokeObjectURL(this.#picture);
      this.#picture = URL.createObjectURL(blob);
      this.#said = (all) => all.saved;
      const name = `receipt-${receipt.receipt}.png`;
      Object.assign(document.createElement('a'), { href: this.#picture, download: name }).click();
    } catch {
      this.#said = (all) => all.pictureFailed;
    }
    this.#host.requestUpdate();
  }

  async #copy(round: Round, receipt: KeptReceipt, words: BallotWords): Promise<void> {
    try {
      await navigator.clipboard.writeText(receiptText(this.#lines(round, receipt, words)));
      this.#said = (all) => all.copied;
    } catch {
      this.#said = (all) => all.copyFailed;
    }
    this.#host.requestUpdate();
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const code = new FormData(event.target).get('code');
    if (typeof code === 'string') void this.look(code);
  };

  #show(looked: Looked): void {
    this.#looked = looked;
    this.#host.requestUpdate();
  }
}
