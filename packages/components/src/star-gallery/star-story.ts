import { type Star, type StarEdit, starsIn } from '@five-micro/sdk';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ShareController } from '../shared/adapter/share.ts';
import { sharedStar } from '../shared/adapter/shareable.ts';
import { ActController } from '../shared/controllers/act.ts';
import { LiveController } from '../shared/controllers/live.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { FmElement } from '../shared/elements.ts';
import { day } from '../shared/format.ts';
import { scaleDown } from '../shared/pictures.ts';
import { seldom } from '../shared/seldom.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles } from '../shared/styles/index.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { describedBy, errorState, field, heading, skeletonLines } from '../shared/ui/index.ts';
import '../shared/ui/sheet.define.ts';
import { SaidOver } from '../wish-wall/said-over.ts';
import { FmStarChangedEvent } from './events.ts';
import { badge, face } from './star-card.ts';
import { portraitStyles } from './star-portrait.styles.ts';
import { starThing } from './star-parts.ts';
import { PortraitUpload } from './star-portrait.ts';
import { Saying } from '../shared/controllers/saying.ts';
import { storyStyles } from './star-story.styles.ts';
import { galleryWords } from './words/index.ts';
import { storyWords } from './words/story.ts';

/** Many may take their consent back at once. */
const pause = 2_000;

/**
 * @summary The story of a star, in a sheet: portrait, record, words, what neighbours said; for the person themself also how
 * they are shown, and the way to take it down.
 * @fires fm-star-changed - `{ id, star }`
 * @fires fm-sheet-close
 */
export class FmStarStory extends FmElement {
  static override styles: CSSResultGroup = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    stateStyles,
    portraitStyles,
    storyStyles,
  ];

  @property({ attribute: false }) starId = '';
  /** As the gallery has it: shown until the answer is there. */
  @property({ attribute: false }) known: Star | undefined;
  @property({ attribute: false }) now: () => number = Date.now;
  /** Makes a picture fit to be sent. */
  @property({ attribute: false }) scaleDown: (file: Blob) => Promise<Blob> = scaleDown;
  @state() private asking = false;
  @state() private reasonMissing = false;

  private readonly words = new WordsController(this, storyWords);
  private readonly gallery = new WordsController(this, galleryWords);
  private readonly act = new ActController(this);
  private readonly saying = new Saying(this, this.act);
  private readonly portrait = new PortraitUpload(this, {
    words: () => this.words.words,
    common: () => this.common.words,
    scaleDown: () => this.scaleDown,
    onReady: (id) => void (this.one && this.#edit(this.one, { portrait: id })),
  });
  private readonly unfit = new SaidOver(this, {
    thing: () => {
      const { client } = this.community;
      return this.story.value && client && starThing(this.story.value, this.words.words.parts, client);
    },
    words: () => this.words.words.unfit,
    onChanged: () => void this.story.reload(),
    onFailed: () => this.saying.say(this.common.words.errors['network.unreachable']),
  });
  private readonly story = new ResourceController<Star>(this, {
    key: () => (this.community.client ? [this.community.client, this.community.epoch, this.starId] : null),
    load: async (signal) => {
      const { client } = this.community;
      if (!client) throw new Error('asked without a client');
      return starsIn(client).get(this.starId, { signal });
    },
  });

  constructor() {
    super();
    new ShareController(this, sharedStar, () => this.one);
    const again = seldom(() => void this.story.reload(), pause);
    new LiveController(this, ({ type }) => {
      if (
        type === 'resync' ||
        type === 'consent.changed' ||
        type === 'star.edited' ||
        type === 'star.words-waiting' ||
        type === 'star.part-hidden' ||
        type === 'star.part-shown' ||
        type === 'star.taken-down'
      )
        again();
    });
  }

  private get one(): Star | undefined {
    return this.story.value ?? this.known;
  }

  protected override render(): TemplateResult {
    const { lang, mode, theme } = this.community;
    const { words } = this.words;
    const name = this.one ? words.name(this.one.name) : words.plainName;
    return html`<fm-sheet open heading-hidden heading=${name} lang=${lang} mode=${mode} theme=${theme} heading-level=${this.headingLevel}>
      <div class="fm" lang=${lang}>${this.renderContent()}</div>
    </fm-sheet>${this.saying.render()}${this.unfit.render()}`;
  }

  private renderContent(): TemplateResult {
    const { state: now } = this.story;
    const { words } = this.words;
    if (now.status === 'error') {
      const onRetry = () => void this.story.reload();
      const view = { words: this.common.words, place: this.community, title: words.failed, level: this.headingLevel + 1 };
      return html`<div class="pad">${errorState({ ...view, error: now.error, onRetry })}</div>`;
    }
    const { one } = this;
    if (!one) return html`<div class="late ghost pad" aria-hidden="true">${skeletonLines(30, 50, 95, 95, 75)}</div>`;
    return this.asking ? this.renderSure(one) : this.renderTale(one);
  }

  private renderTale(one: Star): TemplateResult {
    const { words } = this.words;
    const { lang } = this.community;
    const paragraphs = one.story.split(/\n+/).filter(Boolean);
    // Where there is nothing to press, the keyboard scrolls by it.
    return html`<div class="tale" role="region" tabindex="0" aria-label=${words.name(one.name)}>
      <div class="tale-face">${face(one.portrait, one.initial, one.name)}</div>
      <div class="tale-txt">
        <div>${badge(one, this.gallery.words)} ${heading(this.headingLevel, one.name, 'who')}<p class="say">${one.sentence}</p></div>
        ${this.renderRecord(one)}
        ${paragraphs.length ? html`<div class="words">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>` : nothing}
        ${one.quotes.map(
          (quote) =>
            html`<blockquote><p>“${quote.words}”</p>${quote.by ? html`<footer>${quote.by}</footer>` : nothing}</blockquote>`,
        )}
        <p class="foot">
          ${words.awarded(day(one.awardedAt, lang, this.now()), one.areaName)}${one.round ? html`<br />${words.fromRound(one.round.title)}` : nothing}
        </p>
        ${one.mine && one.waiting ? this.renderWaiting(one, one.waiting) : nothing} ${one.withheld?.some(({ state }) => state === 'hidden') ? html`<p class="foot" role="note">${words.putAway}</p>` : nothing}
        ${one.can.includes('take-down') || one.can.includes('edit') ? this.renderMine(one) : nothing}
        <p class="foot">${this.unfit.renderButton()}</p>
      </div>
    </div>`;
  }

  private renderRecord({ record: { wishes, hours } }: Star): TemplateResult | typeof nothing {
    const { words } = this.words;
    if (!wishes && !hours) return nothing;
    const entry = (value: number, unit: string, what: string) =>
      value ? html`<div><dt>${what}</dt><dd>${value.toLocaleString('en-US')}<small>${unit}</small></dd></div>` : nothing;
    return html`<div>
      <dl class="record">${entry(wishes, words.wishesUnit, words.wishes)}${entry(hours, words.hoursUnit, words.hours)}</dl>
      <p class="foot">${words.recordNote}</p>
    </div>`;
  }

  /** What a worker wrote about them, before anybody else reads it. */
  private renderWaiting(one: Star, { key, sentence, story, quotes = [] }: NonNullable<Star['waiting']>): TemplateResult {
    const { words } = this.words;
    const button = (label: string, look: string, show: boolean) =>
      html`<button type="button" class="btn ${look}" aria-disabled=${this.act.busy ? 'true' : nothing} @click=${() => void this.#nod(one, { key, show })}>${label}</button>`;
    return html`<section class="mine" id="waiting" tabindex="-1">
      ${heading(this.headingLevel + 1, words.waiting)}
      <p class="foot">${words.waitingHint}</p>
      ${[sentence, ...(story?.split(/\n+/) ?? [])].map((text) => (text ? html`<p>${text}</p>` : nothing))}
      ${quotes.map((quote) => html`<blockquote><p>“${quote.words}”</p><footer>${quote.by}</footer></blockquote>`)}
      <div class="go">${button(words.nod, 'primary', true)} ${button(words.noNod, 'line', false)}</div>
    </section>`;
  }

  async #nod(one: Star, nod: NonNullable<StarEdit['nod']>): Promise<void> {
    await this.#edit(one, { nod });
    await goTo(this, '.tale');
  }

  /** What is the person's own to say; whoever looks after the area may take it down, with a reason. */
  private renderMine(one: Star): TemplateResult {
    const { words } = this.words;
    const choice = (as: Star['nameAs'], label: string) =>
      html`<button type="button" class="chip" aria-pressed=${one.nameAs === as ? 'true' : 'false'} @click=${() => void this.#edit(one, { name: as })}>${label}</button>`;
    return html`<section class="mine">
      ${one.mine ? heading(this.headingLevel + 1, words.own) : nothing}
      ${
        one.mine && one.can.includes('edit')
          ? html`<div role="group" aria-labelledby="name-as">
                <p class="label" id="name-as">${words.nameAs}</p>
                <div class="chips">${choice('masked', one.nameAs === 'masked' ? words.masked(one.name) : words.maskedPlain)} ${choice('full', words.full)}</div>
              </div>
              ${this.renderPortrait(one)}`
          : nothing
      }
      ${one.can.includes('take-down') ? html`<button type="button" class="btn quiet down" @click=${this.#ask}>${words.takeDown}</button>` : nothing}
    </section>`;
  }

  /** Another picture, or none: one's own to say at any time. */
  private renderPortrait(one: Star): TemplateResult {
    const { words } = this.words;
    const { state: sent } = this.portrait;
    const hint = sent.status === 'failed' ? sent.text : one.portrait && !one.portrait.public ? words.portraitWaits : '';
    return html`<div role="group" aria-labelledby="portrait">
      <p class="label" id="portrait">${words.portrait}</p>
      <div class="go">
        ${this.portrait.render(one.portrait ? words.otherPortrait : words.addPortrait)}
        ${one.portrait ? html`<button type="button" class="btn quiet" @click=${() => void this.#drop(one)}>${words.dropPortrait}</button>` : nothing}
      </div>
      <p class="foot" role="status">${hint || nothing}</p>
    </div>`;
  }

  private renderSure(one: Star): TemplateResult {
    const { words } = this.words;
    const error = this.reasonMissing ? words.reasonMissing : undefined;
    const control = html`<span class="input"><textarea id="reason" rows="2" maxlength="200" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy({ id: 'reason', error }) ?? nothing}></textarea></span>`;
    return html`<div class="sure">
      <div role="heading" aria-level=${this.headingLevel} tabindex="-1" id="sure">${words.sure}</div>
      <p>${one.mine ? words.sureText : words.sureWorker}</p>
      ${one.mine ? nothing : field({ id: 'reason', label: words.reason, error, control })}
      <div class="go">
        <button type="button" class="btn primary" aria-disabled=${this.act.busy ? 'true' : nothing} @click=${() => void this.#takeDown(one)}>${this.act.busy ? words.taking : words.yes}</button>
        <button type="button" class="btn line" @click=${this.#stay}>${words.no}</button>
      </div>
    </div>`;
  }

  readonly #ask = (): void => {
    this.asking = true;
    this.reasonMissing = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#sure')?.focus());
  };

  readonly #stay = (): void => {
    this.asking = false;
    void goTo(this, '.down');
  };

  async #drop(one: Star): Promise<void> {
    await this.#edit(one, { portrait: null });
    await goTo(this, '.upload input, button.upload');
  }

  async #edit(one: Star, body: StarEdit): Promise<void> {
    const { client } = this.community;
    if (!client || body.name === one.nameAs) return;
    this.saying.load();
    const outcome = await this.act.run('edit-star', (options) => starsIn(client).edit(one.id, body, options), {
      subject: one.id,
      body,
    });
    if (outcome.done) {
      this.portrait.show({ status: 'none' });
      this.story.replace(outcome.value);
      this.dispatchEvent(new FmStarChangedEvent(one.id, outcome.value));
      this.saying.say(this.words.words.saved);
    } else if (outcome.error?.code === 'star.state') void this.story.reload();
    else if (outcome.why === 'failed') this.saying.fail(outcome.error);
  }

  async #takeDown(one: Star): Promise<void> {
    const { client } = this.community;
    const reason = this.renderRoot.querySelector<HTMLTextAreaElement>('#reason')?.value.trim();
    this.reasonMissing = !one.mine && !reason;
    if (this.reasonMissing) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
      return;
    }
    if (!client) return;
    this.saying.load();
    const body = reason ? { reason } : {};
    const outcome = await this.act.run('take-down', (options) => starsIn(client).takeDown(one.id, body, options), {
      subject: one.id,
      body,
    });
    if (outcome.done) {
      this.dispatchEvent(new FmStarChangedEvent(one.id, undefined));
      this.renderRoot.querySelector('fm-sheet')?.close();
    } else if (outcome.why === 'failed') this.saying.fail(outcome.error);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-star-story': FmStarStory;
  }
}
