import type { Area, Contact, Wish } from '@five-micro/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController, type WorkOptions } from '../../shared/controllers/act.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { type ActName, FmWishChangedEvent } from '../../shared/events.ts';
import { buttonStyles, chipStyles, fieldStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { caseStyles } from '../case.styles.ts';
import { photosOf } from '../desk-data.ts';
import { deskWords } from '../words/index.ts';
import { caseChecks } from './case-checks.ts';
import { caseClaims, caseContact, caseHead, caseStory, type CaseView, photoList } from './case-view.ts';
import { ReasonController } from '../desk-reason.ts';
import { troubleOf } from '../forms/trouble.ts';
import { caseReply, caseVisit } from './case-words.ts';
import './desk-same.define.ts';
import type { DeskMergeEvent } from './desk-same.ts';
import { type Draft, publishBody, written } from './screened.ts';

/** The acts that this part of the desk knows, in the words of `wish.can`. */
export type DeskAct = 'publish' | 'decline' | 'merge' | 'close' | 'lower' | 'approve-photos';

/** What the worker asks the desk for. Stays inside the desk. */
export class DeskAskEvent extends Event {
  constructor(readonly ask: 'next' | 'history' | 'refresh') {
    super('fm-desk-ask');
  }
}

const rewritten = (before: Wish, wish: Wish): boolean =>
  wish.status === 'submitted' && JSON.stringify(written(before)) !== JSON.stringify(written(wish));

/**
 * @summary One wish on the worker's desk: reads, checks, decides. Shows what `wish.can` lists and nothing else.
 * @fires fm-wish-changed - after each act, with the server's answer
 * @fires fm-before-act @fires fm-login-required
 * @fires fm-desk-ask - to the desk: the next one, the history, fresh queues; does not bubble
 */
export class FmDeskCase extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, chipStyles, fieldStyles, tagStyles, caseStyles];

  @property({ attribute: false }) wish: Wish | undefined;
  @property({ attribute: false }) categories: Area['settings']['wishCategories'] = [];
  /** Someone else has handled it meanwhile: it can be read, and nothing more. */
  @property({ type: Boolean }) gone = false;
  /** What became of the act before: said here, where the next act is, and not over its buttons. */
  @property({ attribute: false }) told = '';
  /** `no` inside a sheet, which is its paper already. */
  @property({ reflect: true }) framed = 'yes';

  @state() private draft: Draft | null = null;
  @state() private category = '';
  @state() private choosing = false;
  @state() private note = '';
  /** The wisher has changed the words since the worker began to read. */
  @state() private edited = false;
  @state() private contact: Contact | undefined;
  @state() private missing: { title?: string; note?: string } = {};

  private readonly act = new ActController(this);
  private readonly words = new WordsController(this, deskWords);
  private readonly reason = new ReasonController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('wish');
    const { wish } = this;
    if (!changed.has('wish')) return;
    if (wish && before?.id === wish.id) {
      if (rewritten(before, wish)) this.#startAfresh(before.category === wish.category ? this.category : wish.category);
      return;
    }
    this.edited = false;
    this.act.cancel();
    this.draft = null;
    this.category = this.wish?.category ?? '';
    this.choosing = false;
    this.reason.clear();
    this.note = '';
    this.contact = undefined;
    this.missing = {};
  }

  /** The wisher wrote it anew while it was being read: what the worker made of the old words is no answer to these. */
  #startAfresh(category: string): void {
    if (!this.act.busy) this.act.cancel();
    this.draft = null;
    this.category = category;
    this.missing = {};
    this.edited = true;
  }

  /** To the wish itself, so that a keyboard or a screen reader begins there. */
  async focusWish(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.wish')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { wish } = this;
    if (!wish) return nothing;
    const { words } = this.words;
    const level = this.headingLevel;
    const can = (verb: string) => !this.gone && wish.can.includes(verb);
    const view: CaseView = {
      wish,
      categories: this.categories,
      words,
      common: this.common.words,
      lang: this.community.lang,
      level,
      can,
    };
    return html`<div class="fm" lang=${view.lang}>
      <article class="case">
        <div role="status">${this.told ? html`<p class="told">${icon('check')}${this.told}</p>` : nothing}</div>
        <div role="status">${this.edited && !this.gone ? html`<p class="gone">${words.rewritten}</p>` : nothing}</div>
        ${this.gone ? this.renderGone() : nothing}
        <div class="case-in">
          ${caseHead(view, this.renderContactButton(view))} ${this.contact ? caseContact(this.contact, view) : nothing} ${caseStory(view)} ${this.renderPhotos(view)}
          ${caseClaims(view)} ${this.renderApprove(view)} ${this.renderHelpers(view)} ${can('publish') ? this.renderChecks(view) : nothing}
          ${
            can('merge')
              ? html`<fm-desk-same
                  .client=${this.community.client}
                  .lang=${view.lang}
                  .wish=${wish}
                  .busy=${this.act.busy}
                  .headingLevel=${level + 1}
                  @fm-desk-merge=${this.handleMerge}
                ></fm-desk-same>`
              : nothing
          }
        </div>
        ${can('decline') ? caseReply(view, this.reason) : nothing}
        ${can('close') ? caseVisit(view, { value: this.note, error: this.missing.note, onInput: (note) => this.#write(note) }) : nothing}
        ${this.renderActs(view)}
      </article>
    </div>`;
  }

  private renderGone(): TemplateResult {
    const { words } = this.words;
    return html`<p class="gone" role="status">
      ${words.gone}<button type="button" class="btn line" @click=${() => this.#ask('next')}>${words.next}</button>
    </p>`;
  }

  private renderContactButton({ can, words }: CaseView): TemplateResult | typeof nothing {
    if (!can('contact') || this.contact) return nothing;
    return html`<button type="button" class="btn quiet" ?disabled=${this.act.busy} @click=${this.handleContact}>${icon('eye')}${words.showContact}</button>`;
  }

  private renderPhotos({ wish, words, level }: CaseView): TemplateResult | typeof nothing {
    return wish.photos.length
      ? html`<div>${heading(level + 1, words.photos, 'part')}${photoList(wish.photos, words)}</div>`
      : nothing;
  }

  /** The wisher's pictures and the helpers' together: a worker looks at all of them and says so once. */
  private renderApprove({ wish, words, can }: CaseView): TemplateResult | typeof nothing {
    if (!can('approve-photos') || photosOf(wish).every((photo) => photo.public)) return nothing;
    return html`<div class="after">
      <button type="button" class="btn line" ?disabled=${this.act.busy} @click=${this.handleApprove}>${icon('eye')}${words.approvePhotos}</button>
      <p class="small muted">${words.approveHint}</p>
    </div>`;
  }

  /** Where help has come but not from as many as were asked for, a worker may say that it is enough. */
  private renderHelpers({ wish, words, can }: CaseView): TemplateResult | typeof nothing {
    const enough = Math.max(1, wish.claimersHeld);
    if (!can('lower') || wish.claimersWanted <= enough) return nothing;
    return html`<div class="sides">
      <p>${words.helpers(wish.claimersWanted)}<small class="muted small"> ${words.lowerHint}</small></p>
      <button type="button" class="btn line" ?disabled=${this.act.busy} @click=${() => this.handleLower(enough)}>${words.lower(enough)}</button>
    </div>`;
  }

  private renderChecks(view: CaseView): TemplateResult {
    return caseChecks(view, {
      draft: this.draft,
      category: this.category,
      choosing: this.choosing,
      titleError: this.missing.title,
      onDraft: (draft) => {
        this.draft = draft;
        this.missing = {};
      },
      onCategory: (code) => {
        this.category = code;
      },
      onChoose: () => {
        this.choosing = true;
      },
    });
  }

  private renderActs(view: CaseView): TemplateResult {
    const { can, words, common } = view;
    const { act } = this;
    const acts = can('publish') || can('decline') || can('close');
    return html`<div class="case-act">
      ${troubleOf(act, common)}
      ${can('publish') ? html`<button type="button" class="btn primary" ?disabled=${act.busy} @click=${this.handlePublish}>${words.publish}</button>` : nothing}
      ${can('close') ? html`<button type="button" class="btn primary" ?disabled=${act.busy} @click=${this.handleClose}>${words.close}</button>` : nothing}
      ${can('decline') ? html`<button type="button" class="btn line" ?disabled=${act.busy} @click=${this.handleDecline}>${words.decline}</button>` : nothing}
      <button type="button" class="btn quiet" @click=${() => this.#ask('history')}>${words.history}</button>
      <span class="muted small">${acts ? words.autoNext : this.gone ? nothing : can('contact') && view.wish.claims.length ? words.call : words.nothing}</span>
    </div>`;
  }

  private readonly handleContact = async (): Promise<void> => {
    const { wish } = this;
    const { client } = this.community;
    if (!wish || !client) return;
    const outcome = await this.act.run('contact', (options) => client.wishes.contact(wish.id, { signal: options.signal }), {
      subject: wish.id,
    });
    if (outcome.done) this.contact = outcome.value;
    else if (outcome.why === 'failed' && outcome.error?.code === 'wish.no-contact') {
      this.act.cancel();
      this.contact = { name: null, phone: null, address: null };
    }
  };

  private readonly handlePublish = (): void => {
    const { wish, draft } = this;
    if (!wish) return;
    if (draft && [...draft.title.trim()].length < 2) {
      this.#miss('title', this.words.words.tooShort);
      return;
    }
    const body = publishBody(wish, draft, this.category);
    void this.#perform('publish', body, (id, options) => this.community.client?.wishes.publish(id, body, options));
  };

  private readonly handleDecline = (): void => {
    const reason = this.reason.take();
    if (reason === undefined) return;
    const body = { reason, seen: this.wish?.updatedAt };
    void this.#perform('decline', body, (id, options) => this.community.client?.wishes.decline(id, body, options));
  };

  private readonly handleMerge = ({ into }: DeskMergeEvent): void => {
    const body = { into: into.id, seen: this.wish?.updatedAt };
    void this.#perform('merge', body, (id, options) => this.community.client?.wishes.merge(id, body, options));
  };

  private readonly handleClose = (): void => {
    const note = this.note.trim();
    if (!note) {
      this.#miss('note', this.words.words.visitMissing);
      return;
    }
    void this.#perform('close', { note }, (id, options) => this.community.client?.wishes.close(id, { note }, options));
  };

  private handleLower(claimersWanted: number): void {
    void this.#perform('lower', { claimersWanted }, (id, options) =>
      this.community.client?.wishes.lower(id, { claimersWanted }, options),
    );
  }

  private readonly handleApprove = (): void => {
    const photos = this.wish ? photosOf(this.wish).flatMap((photo) => (photo.public ? [] : [photo.id])) : [];
    void this.#perform('approve-photos', { photos }, (id, options) =>
      this.community.client?.wishes.approvePhotos(id, { photos }, options),
    );
  };

  async #perform(
    act: DeskAct & ActName,
    body: object,
    send: (id: string, options: WorkOptions) => Promise<Wish> | undefined,
  ): Promise<void> {
    const { wish } = this;
    if (!wish) return;
    const outcome = await this.act.run(act, async (options) => send(wish.id, options), { subject: wish.id, body });
    if (outcome.done) this.edited = false;
    if (outcome.done && outcome.value) this.dispatchEvent(new FmWishChangedEvent(outcome.value, act));
    // Most likely a colleague was quicker: fresh queues will say.
    else if (!outcome.done && outcome.error && ['wish.state', 'wish.unknown', 'wish.merge-target'].includes(outcome.error.code))
      this.#ask('refresh');
  }

  #write(note: string): void {
    this.note = note;
    this.missing = {};
  }

  #miss(id: 'title' | 'note', words: string): void {
    this.missing = { [id]: words };
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  #ask(ask: DeskAskEvent['ask']): void {
    this.dispatchEvent(new DeskAskEvent(ask));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-case': FmDeskCase;
  }
  interface HTMLElementEventMap {
    'fm-desk-ask': DeskAskEvent;
  }
}
