import { type OptionTold, type RoundOption, roundsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LiveController } from '../shared/controllers/live.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { errorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles, stateStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading, skeletonLines } from '../shared/ui/index.ts';
import '../shared/ui/sheet.define.ts';
import { SaidOver } from '../wish-wall/said-over.ts';
import { firstOf } from './contest-cards.ts';
import { face } from './star-card.ts';
import { nomineeThing } from './star-parts.ts';
import { storyStyles } from './star-story.styles.ts';
import { contestWords } from './words/contest.ts';
import { storyWords } from './words/story.ts';

/** Whoever looks presses 选 TA, or takes them off again. Does not bubble. */
export class CandidatePickEvent extends Event {
  constructor() {
    super('fm-candidate-pick');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-candidate-pick': CandidatePickEvent;
  }
}

/** Many may take their consent back at once. */
const pause = 2_000;

/**
 * @summary The story of a candidate, in a sheet: what one wants to know before one chooses, and the choice itself.
 * @fires fm-candidate-pick
 * @fires fm-sheet-close
 */
export class FmContestStory extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, stateStyles, storyStyles];

  /** The round's id. */
  @property({ attribute: false }) round = '';
  /** As the contest shows them. */
  @property({ attribute: false }) option!: RoundOption;
  /** 怡康社区 · 服务之星 */
  @property({ attribute: false }) from = '';
  /** Whether they stand on the ballot; undefined where none is being made. */
  @property({ attribute: false }) picked: boolean | undefined;
  /** Why they were not put on it. */
  @property({ attribute: false }) note = '';

  private readonly words = new WordsController(this, contestWords);
  private readonly story = new WordsController(this, storyWords);
  private readonly told = new ResourceController<OptionTold>(this, {
    key: () => (this.community.client ? [this.community.client, this.community.epoch, this.round, this.option.id] : null),
    load: async (signal) => {
      const { client } = this.community;
      if (!client) throw new Error('asked without a client');
      return roundsIn(client).option(this.round, this.option.id, { signal });
    },
  });

  private readonly unfit = new SaidOver(this, {
    thing: () => {
      const { client } = this.community;
      return this.told.value && client && nomineeThing(this.told.value, this.story.words.parts, client);
    },
    words: () => this.story.words.unfit,
    onChanged: () => void this.told.reload(),
    onFailed: () => undefined,
  });

  constructor() {
    super();
    const again = seldom(() => void this.told.reload(), pause);
    new LiveController(this, ({ type }) => {
      if (type === 'resync' || type === 'consent.changed' || type === 'star.withdrawn' || type.startsWith('star.part-')) again();
    });
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    const { title } = this.option;
    return html`<fm-sheet open heading-hidden heading=${words.storyOf(title)} lang=${lang} mode=${mode} theme=${theme} heading-level=${this.headingLevel}>
      <div class="fm" lang=${lang}>${this.renderTale()}</div>
      ${this.picked === undefined ? nothing : html`<div slot="footer" class="fm" lang=${lang}>${this.renderPick(this.picked)}</div>`}
    </fm-sheet>${this.unfit.render()}`;
  }

  private renderTale(): TemplateResult {
    const { words } = this.words;
    const { title, words: sentence, photos } = this.told.value ?? this.option;
    // Where there is nothing to press, the keyboard scrolls by it.
    return html`<div class="tale" role="region" tabindex="0" aria-label=${words.storyOf(title)}>
      <div class="tale-face">${face(photos[0], firstOf(title), title)}</div>
      <div class="tale-txt">
        <div><p class="badge">${this.from}</p>${heading(this.headingLevel, title, 'who')}<p class="say">${sentence}</p></div>
        ${this.renderStory()}
        <p class="foot">${this.unfit.renderButton()}</p>
      </div>
    </div>`;
  }

  private renderStory(): TemplateResult {
    const { words } = this.words;
    const { state, value } = this.told;
    if (state.status === 'error') {
      return html`<p class="foot" role="alert">
        ${words.storyFailed}${errorText(state.error, this.common.words)}
        <button type="button" class="btn quiet" @click=${() => void this.told.reload()}>${this.common.words.retry}</button>
      </p>`;
    }
    if (!value) return html`<div class="late ghost" aria-hidden="true">${skeletonLines(95, 95, 75)}</div>`;
    const paragraphs = value.story.split(/\n+/).filter(Boolean);
    return paragraphs.length
      ? html`<div class="words">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>`
      : html`<p class="foot">${words.storyNone}</p>`;
  }

  private renderPick(picked: boolean): TemplateResult {
    const { words } = this.words;
    const { title } = this.option;
    return html`<p class="full" role="alert">${this.note || nothing}</p>
      <button type="button" class="btn wide ${picked ? 'tonal' : 'primary'}" aria-pressed=${picked ? 'true' : 'false'} @click=${this.#pick}>
        ${picked ? html`${icon('check')}${words.picked}` : words.pick}<span class="vh">${words.pickName(title)}</span>
      </button>`;
  }

  readonly #pick = (): void => {
    this.dispatchEvent(new CandidatePickEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-contest-story': FmContestStory;
  }
}
