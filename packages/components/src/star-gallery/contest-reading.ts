import type { Round, RoundOption } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { BallotController } from '../shared/ballot/ballot.ts';
import type { FmElement } from '../shared/elements.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { whenGone } from '../shared/gone.ts';

interface ReadingOptions {
  ballot: () => BallotController;
  /** Where a candidate is from, and for which honour. */
  from: (option: RoundOption) => string;
  /** Why they were not put on the ballot; empty where nothing is to be said. */
  note: () => string;
  /** The code did not arrive. */
  onFailed: () => void;
}

/** A candidate's story over the contest: its code is loaded with the first press, and the keyboard comes back. */
export class ContestReading implements ReactiveController {
  readonly #host: FmElement;
  readonly #options: ReadingOptions;
  #id = '';

  constructor(host: FmElement, options: ReadingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#id = '';
    });
  }

  readonly open = async ({ id }: RoundOption): Promise<void> => {
    try {
      await import('./contest-story.define.ts');
    } catch {
      this.#options.onFailed();
      return;
    }
    this.#id = id;
    this.#host.requestUpdate();
  };

  render(round: Round): TemplateResult | typeof nothing {
    const option = round.options.find(({ id }) => id === this.#id);
    if (!option) return nothing;
    const { client, lang, mode, theme } = this.#host.community;
    const ballot = this.#options.ballot();
    return html`<fm-contest-story
      .client=${client}
      .round=${round.id}
      .option=${option}
      .from=${this.#options.from(option)}
      .picked=${ballot.isMade ? ballot.has(option.id) : undefined}
      .note=${this.#options.note()}
      area=${round.area}
      lang=${lang}
      mode=${mode}
      theme=${theme}
      heading-level=${this.#host.headingLevel}
      @fm-candidate-pick=${() => ballot.toggle(option.id)}
      @fm-sheet-close=${this.#closed}
    ></fm-contest-story>`;
  }

  readonly #closed = (event: Event): void => {
    event.stopPropagation();
    const id = this.#id;
    this.#id = '';
    void goTo(this.#host, `[data-read="${id}"]`);
  };
}
