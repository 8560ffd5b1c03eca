import type { Area, Round } from '@five-micro/sdk';
import { html, nothing } from 'lit';
import type { ResourceController } from '../shared/controllers/resource.ts';
import { exact } from '../shared/format.ts';
import { heading } from '../shared/ui/states.ts';
import type { FmProjectVote } from './project-vote.ts';
import { bars, renderOutcome, type ResultsView } from './vote-bars.ts';
import { type Counted, lastOf, resultsOfLast, resultsOfShown } from './vote-results.ts';
import { phaseOf } from './vote-round.ts';
import { endedText } from './vote-sub.ts';
import type { OwnSlip } from './vote-tray-part.ts';
import type { MoreWords } from './words/more.ts';

interface AfterOptions {
  words: () => MoreWords;
  retry: () => string;
  place: () => Area | undefined;
  /** What the round that is shown, and the last one, show of whoever looks. */
  own: { shown: OwnSlip; last: OwnSlip };
  onOpen: (id: string) => void;
}

/** How a round went, or how it stands where it is live: of the one that is shown, and of the last one before it. */
export class VoteAfter {
  readonly #host: FmProjectVote;
  readonly #options: AfterOptions;
  readonly #shown: ResourceController<Counted>;
  readonly #last: ResourceController<Counted>;
  /** Of which round it is seen what another rule would have given. */
  #otherwise = '';

  constructor(host: FmProjectVote, options: AfterOptions) {
    this.#host = host;
    this.#options = options;
    this.#shown = resultsOfShown(host);
    this.#last = resultsOfLast(host);
  }

  /** The last round, while another one is shown. */
  get last(): Round | undefined {
    return this.#last.value?.round;
  }

  async reload(): Promise<void> {
    await Promise.all([this.#shown.reload(), this.#last.reload()]);
  }

  /** What is over does not change any more. */
  look(): Promise<void> {
    return this.#shown.reload();
  }

  renderShown(): unknown {
    const words = this.#options.words();
    if (this.#shown.state.status === 'error') {
      return html`<p class="bad" role="alert">
        ${words.resultsFailed} <button type="button" class="btn quiet" @click=${() => void this.#shown.reload()}>${this.#options.retry()}</button>
      </p>`;
    }
    const counted = this.#shown.value;
    if (!counted) return undefined;
    const { outcome } = counted.results;
    return outcome
      ? renderOutcome(counted, outcome, this.#view(counted.round))
      : html`<p class="muted" role="status">${words.counting}</p>`;
  }

  renderLive(round: Round): unknown {
    const votes = this.#shown.value?.results.votes;
    if (!votes || phaseOf(round, this.#host.now()) !== 'during') return nothing;
    const words = this.#options.words();
    return html`<section class="part">
      ${heading(this.#host.headingLevel + 1, words.live)}
      <p class="muted">${words.liveHint}</p>
      <div class="res">${bars(round, votes, null, this.#view(round))}</div>
    </section>`;
  }

  renderLast(): unknown {
    const counted = this.#last.value;
    const { shown } = this.#host.votes;
    const outcome = counted?.results.outcome;
    if (!outcome || !shown || lastOf(shown, this.#host.now())?.id !== counted.round.id) return nothing;
    const words = this.#options.words();
    const { ballots, paper } = counted.results.turnout;
    const ended = endedText(counted.round, words, this.#host.community.lang, this.#host.now());
    const line = [words.turnout(exact(ballots)), paper ? words.paper(exact(paper)) : '', ended].filter(Boolean).join(words.and);
    return html`<section class="part">
      ${heading(this.#host.headingLevel + 1, words.lastTime(counted.round.title))}
      <p class="muted">${line}</p>
      ${renderOutcome(counted, outcome, { ...this.#view(counted.round), level: this.#host.headingLevel + 2 })}
    </section>`;
  }

  #view({ id }: Round): ResultsView {
    const { community, headingLevel, isHall, compact, recountHref, votes } = this.#host;
    const { words, place, own, onOpen } = this.#options;
    const still = isHall || compact;
    const mine = id === votes.shown?.round?.id ? own.shown : own.last;
    return {
      words: words(),
      lang: community.lang,
      level: headingLevel + 1,
      still,
      apiUrl: community.apiUrl,
      recountHref: recountHref || place()?.settings.links['recount'] || '',
      isOtherwise: this.#otherwise === id,
      onOtherwise: () => {
        this.#otherwise = this.#otherwise === id ? '' : id;
        this.#host.requestUpdate();
      },
      onOpen,
      slip: still ? nothing : mine.renderSlip(),
      lookUp: still ? nothing : mine.renderLookUp(),
    };
  }
}
