import { type Nomination, type Round, type Star, starsIn } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { FmRoundCloseEvent, FmRoundOpenEvent } from '../shared/ballot/events.ts';
import { ActController } from '../shared/controllers/act.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { FmStarOpenEvent, type FmStarChangedEvent } from './events.ts';
import { Saying } from '../shared/controllers/saying.ts';
import { whenGone } from '../shared/gone.ts';
import type { FmStarGallery } from './star-gallery.ts';
import { moreWords } from './words/more.ts';

type Opened =
  | { readonly what: 'star'; readonly id: string; readonly star: Star | undefined }
  | { readonly what: 'nominate' }
  | { readonly what: 'answer'; readonly id: string };

interface DoorsOptions {
  /** A star is another now, or gone. */
  readonly onStar: (id: string, star: Star | undefined) => void;
  /** One's own nominations have changed. */
  readonly onNominations: () => void;
  /** What lay open is closed: the keyboard goes back to where it came from. */
  readonly onClosed: (id: string) => void;
}

/** What opens from the gallery: a story, the form, the question to a nominee, a contest. Their code is loaded with the first press. */
export class StarDoors implements ReactiveController {
  readonly #host: FmStarGallery;
  readonly #options: DoorsOptions;
  readonly #act: ActController;
  readonly #saying: Saying;
  readonly #words: WordsController<(typeof moreWords)['zh-CN']>;
  #opened: Opened | undefined;
  /** What the element's own `star`, `nomination` and `round` said last. */
  #star = '';
  #nomination = '';
  #contest: 'absent' | 'loading' | 'there' = 'absent';
  #contestLoaded: Promise<void> = Promise.resolve();

  constructor(host: FmStarGallery, options: DoorsOptions) {
    this.#host = host;
    this.#options = options;
    this.#words = new WordsController(host, moreWords);
    this.#act = new ActController(host);
    this.#saying = new Saying(host, this.#act);
    host.addController(this);
  }

  /** Opens a story, unless the portal has a page of its own for it. */
  open(star: Star): void {
    if (this.#host.dispatchEvent(new FmStarOpenEvent(star))) void this.#openStar(star.id, star);
  }

  /** Shows a contest in the gallery's place, unless the portal has a page of its own for it. */
  async openRound(round: Round): Promise<void> {
    const host = this.#host;
    if (!host.dispatchEvent(new FmRoundOpenEvent(round))) return;
    host.round = round.id;
    await host.updateComplete;
    // What was pressed is gone. Until the contest is there, the keyboard waits where it begins.
    await this.#contestLoaded;
    await host.updateComplete;
    await host.renderRoot.querySelector('fm-star-contest')?.begin();
  }

  /** Opens the form, for someone who is signed in. */
  async nominate(): Promise<void> {
    this.#saying.load();
    if (!(await this.#act.signedIn('nominate'))) return;
    if (await this.#arrived(import('./star-nominate.define.ts'))) this.#show({ what: 'nominate' });
  }

  /** Asks a nominee. */
  async answer({ id }: Pick<Nomination, 'id'>): Promise<void> {
    if (await this.#arrived(import('./star-asked.define.ts'))) this.#show({ what: 'answer', id });
  }

  async withdraw({ id }: Nomination, said: string): Promise<void> {
    const { client } = this.#host.community;
    if (!client) return;
    const outcome = await this.#act.run('withdraw-nomination', (options) => starsIn(client).withdraw(id, options), {
      subject: id,
    });
    if (outcome.done) this.#saying.say(said);
    else if (outcome.why === 'failed') this.#saying.fail(outcome.error);
    this.#options.onNominations();
  }

  /** The page was asked for one of them by its address. */
  hostUpdate(): void {
    const { star, nomination, round, community } = this.#host;
    if (round && this.#contest === 'absent') this.#contestLoaded = this.#loadContest();
    // Before it knows whom to ask, there is nothing to open.
    if (!community.client) return;
    if (star !== this.#star) {
      this.#star = star;
      if (star) void this.#openStar(star, undefined);
      else if (this.#opened?.what === 'star') this.#opened = undefined;
    }
    if (nomination !== this.#nomination) {
      this.#nomination = nomination;
      if (nomination) void this.answer({ id: nomination });
    }
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#opened = undefined;
    });
  }

  renderContest(back: string, act: unknown): TemplateResult | undefined {
    const { round, community, headingLevel, now } = this.#host;
    if (!round || this.#contest !== 'there') return undefined;
    const { client, area, lang, mode, theme } = community;
    return html`<fm-star-contest
      exportparts="card, act, tray, primary, message"
      .client=${client}
      .round=${round}
      .now=${now}
      .back=${back}
      area=${area}
      lang=${lang}
      mode=${mode}
      theme=${theme}
      heading-level=${headingLevel}
      @fm-contest-back=${this.#back}
      >${act === nothing ? nothing : html`<span slot="act">${act}</span>`}</fm-star-contest
    >`;
  }

  render(): TemplateResult {
    return html`${this.#saying.render()}${this.#renderOpened()}`;
  }

  #renderOpened(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const { client, area, lang, mode, theme } = this.#host.community;
    const { headingLevel, now } = this.#host;
    switch (opened.what) {
      case 'star':
        return html`<fm-star-story
          .client=${client}
          .starId=${opened.id}
          .known=${opened.star}
          .now=${now}
          area=${area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-star-changed=${this.#changed}
          @fm-sheet-close=${this.#closed}
        ></fm-star-story>`;
      case 'nominate':
        return html`<fm-star-nominate
          .client=${client}
          area=${area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-nominated=${this.#options.onNominations}
          @fm-sheet-close=${this.#closed}
        ></fm-star-nominate>`;
      case 'answer':
        return html`<fm-star-asked
          .client=${client}
          .nominationId=${opened.id}
          area=${area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-nomination-answered=${this.#options.onNominations}
          @fm-sheet-close=${this.#closed}
        ></fm-star-asked>`;
    }
  }

  readonly #back = async (): Promise<void> => {
    const host = this.#host;
    const from = `[data-round="${host.round}"]`;
    host.round = '';
    host.dispatchEvent(new FmRoundCloseEvent());
    await host.updateComplete;
    await goTo(host, host.renderRoot.querySelector(from) ? from : '.title');
  };

  readonly #changed = ({ id, star }: FmStarChangedEvent): void => {
    this.#options.onStar(id, star);
    if (!star) this.#saying.say(this.#words.words.takenDown);
  };

  /** All are sheets of their own: closed by whatever way, they may go. */
  readonly #closed = (): void => {
    const id = this.#opened?.what === 'star' ? this.#opened.id : '';
    this.#host.star = this.#host.nomination = this.#star = this.#nomination = '';
    this.#show(undefined);
    this.#options.onClosed(id);
  };

  async #openStar(id: string, star: Star | undefined): Promise<void> {
    if (await this.#arrived(import('./star-story.define.ts'))) this.#show({ what: 'star', id, star });
  }

  async #loadContest(): Promise<void> {
    this.#contest = 'loading';
    this.#contest = (await this.#arrived(import('./star-contest.define.ts'))) ? 'there' : 'absent';
    if (this.#contest === 'absent') this.#host.round = '';
    this.#host.requestUpdate();
  }

  /** Code that does not arrive is said like any other failure. */
  async #arrived(code: Promise<unknown>): Promise<boolean> {
    try {
      await code;
      return true;
    } catch {
      this.#saying.say(this.#words.words.codeFailed, 'bad');
      return false;
    }
  }

  #show(opened: Opened | undefined): void {
    this.#opened = opened;
    this.#host.requestUpdate();
  }
}
