import { type Comment, type Page, projectsIn } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ActController, WorkOptions } from '../shared/controllers/act.ts';
import { ResourceController } from '../shared/controllers/resource.ts';
import { forgetDraft, readDraft, saveDraft } from '../shared/draft.ts';
import type { FmElement } from '../shared/elements.ts';
import type { ActName } from '../shared/events.ts';
import { field } from '../shared/ui/field.ts';
import { goTo } from '../shared/ui/go-to.ts';
import { heading, skeletonLines } from '../shared/ui/states.ts';
import { countGraphemes } from '../wish-wall/wish-form-values.ts';
import { type CommentsView, renderComments, type ReportReason } from './project-comments.ts';
import type { DetailWords } from './words/detail.ts';

/** As the contract has it. */
const longest = 500;
const pageful = 20;

const wordsIn = (raw: unknown): string | undefined => (typeof raw === 'string' ? raw : undefined);

interface SaysHost extends FmElement {
  readonly projectId: string;
  readonly now: () => number;
}

interface SaysOptions {
  act: ActController;
  words: () => DetailWords;
  isOffline: () => boolean;
  /** How many neighbours make a comment a correction. */
  needed: () => number | undefined;
  /** The id of whoever writes, once they have signed in. */
  who: () => string | undefined;
  /** Something was said or done that the project counts. */
  onMoved: () => void;
  /** What an act came to, in words. */
  say: (text: string) => void;
}

/** What neighbours say about one project, what they want put right, and one's own part in it. */
export class ProjectSays extends ResourceController<Page<Comment>> {
  readonly #host: SaysHost;
  readonly #options: SaysOptions;
  /** What one writes; undefined while nothing is written. */
  #writing: string | undefined;
  #mistake = '';
  /** The comment that is being reported. */
  #reporting = '';
  #more: 'idle' | 'busy' | 'failed' = 'idle';
  /** How many a reload brings back: as many as were added below. */
  #depth = pageful;

  constructor(host: SaysHost, options: SaysOptions) {
    super(host, {
      key: () => {
        const { client, epoch } = host.community;
        return client && host.projectId ? [client, host.projectId, epoch] : null;
      },
      load: async (signal) => {
        const limit = Math.min(100, Math.max(pageful, this.#depth));
        return projectsIn(this.#client).comments(host.projectId, { limit }, { signal });
      },
      reflect: false,
    });
    this.#host = host;
    this.#options = options;
  }

  /** Another project: nothing that was begun here belongs to it. */
  leave(): void {
    this.#writing = undefined;
    this.#mistake = this.#reporting = '';
    this.#depth = pageful;
  }

  render(mayWrite: boolean): TemplateResult {
    const { act, words, isOffline } = this.#options;
    const host = this.#host;
    const view: CommentsView = {
      words: words(),
      lang: host.community.lang,
      now: host.now(),
      level: host.headingLevel + 1,
      busy: act.busy,
      offline: isOffline(),
      needed: this.#options.needed(),
      reporting: this.#reporting,
      onSupport: ({ id: comment }) =>
        void this.#do('ask-correction', comment, (options) =>
          projectsIn(this.#client).correct(host.projectId, { comment }, options),
        ),
      onAccept: ({ id: comment }, accepted) =>
        void this.#do('ask-correction', comment, (options) =>
          projectsIn(this.#client).accept(host.projectId, { comment, accepted }, options),
        ),
      onReporting: (id) => {
        const before = this.#reporting;
        this.#reporting = id;
        void goTo(host, id ? '.reasons' : `[data-comment="${before}"]`);
      },
      onReport: (comment, reason) => void this.#report(comment, reason),
    };
    const below = html`${this.#renderMore()}${mayWrite ? this.#renderWriting() : nothing}`;
    return this.value ? renderComments(this.value.items, view, below) : this.#renderAbsent(view, below);
  }

  /** What could not be read, or is on its way, is no silence. */
  #renderAbsent({ words, level }: CommentsView, below: unknown): TemplateResult {
    return html`<section class="says">
      ${heading(level, words.say)}
      ${
        this.state.status === 'error'
          ? html`<p role="alert">${words.saysFailed} <button type="button" class="btn quiet" @click=${() => void this.reload()}>${words.again}</button></p>`
          : html`<div class="late" aria-hidden="true">${skeletonLines(50, 95)}</div>`
      }
      ${below}
    </section>`;
  }

  get #client() {
    const { client } = this.#host.community;
    if (!client) throw new Error('asked without a client');
    return client;
  }

  #renderMore(): TemplateResult | typeof nothing {
    if (!this.value?.nextCursor) return nothing;
    const words = this.#options.words();
    return html`<button type="button" class="btn quiet" aria-busy=${this.#more === 'busy'} @click=${this.#loadMore}>
      ${this.#more === 'failed' ? words.moreFailed : words.more}
    </button>`;
  }

  #renderWriting(): TemplateResult {
    const { act } = this.#options;
    const words = this.#options.words();
    if (this.#writing === undefined) {
      return html`<button type="button" class="btn line wide" ?disabled=${this.#options.isOffline()} @click=${this.begin}>${words.sayToo}</button>`;
    }
    const error = this.#mistake;
    const control = html`<div class="input"><textarea
      id="words"
      rows="3"
      .value=${this.#writing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby="words-hint${error ? ' words-error' : ''}"
      @input=${({ target }: Event) => {
        if (target instanceof HTMLTextAreaElement) this.#write(target.value);
      }}
    ></textarea></div>`;
    return html`<form novalidate @submit=${this.#say}>
      ${field({ id: 'words', label: words.sayLabel, hint: words.sayHint, error: error || undefined, control })}
      <p class="btns">
        <button type="submit" class="btn primary" aria-busy=${act.busy} aria-disabled=${act.busy}>${act.busy ? words.saying : words.saySend}</button>
        <button type="button" class="btn quiet" @click=${this.#cancel}>${words.sayCancel}</button>
      </p>
    </form>`;
  }

  /** One's own words. Nobody writes in vain: whoever is not signed in does that first. */
  readonly begin = async (): Promise<void> => {
    if (!(await this.#options.act.signedIn('comment', this.#host.projectId))) return;
    const key = this.#draft;
    this.#writing = (key && readDraft(key, wordsIn)?.value) ?? '';
    this.#mistake = '';
    this.#options.say('');
    await this.#focus();
  };

  readonly #cancel = (): void => {
    this.#options.act.cancel();
    this.#writing = undefined;
    this.#mistake = '';
    void goTo(this.#host, '.says [role=heading]');
  };

  #write(words: string): void {
    this.#writing = words;
    const key = this.#draft;
    if (!key) return;
    if (words.trim()) saveDraft(key, words);
    else forgetDraft(key);
  }

  /** What one writes survives a reload, for oneself alone. */
  get #draft(): string | undefined {
    const who = this.#options.who();
    return who && `comment:${this.#host.projectId}:${who}`;
  }

  readonly #say = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = this.#writing?.trim() ?? '';
    const said = this.#options.words();
    this.#mistake = !words ? said.sayShort : countGraphemes(words) > longest ? said.sayLong(longest) : '';
    if (this.#mistake) return this.#focus();
    const { projectId: id } = this.#host;
    const body = { words };
    const work = (options: WorkOptions) => projectsIn(this.#client).comment(id, body, options);
    const outcome = await this.#options.act.run('comment', work, { subject: id, body });
    if (!outcome.done) return;
    this.#write('');
    this.#writing = undefined;
    this.#put(outcome.value);
    this.#options.onMoved();
    await goTo(this.#host, `[data-comment="${outcome.value.id}"]`);
  };

  async #do(act: ActName, comment: string, work: (options: WorkOptions) => PromiseLike<Comment>): Promise<void> {
    const outcome = await this.#options.act.run(act, work, { subject: comment });
    if (outcome.done) this.#put(outcome.value);
    else if (outcome.why === 'failed') void this.reload();
    // What moved on meanwhile is shown as it is now.
    if (outcome.done || outcome.why === 'failed') this.#options.onMoved();
  }

  async #report({ id: comment }: Comment, reason: ReportReason): Promise<void> {
    const { projectId: id } = this.#host;
    const body = { comment, reason };
    const work = (options: WorkOptions) => projectsIn(this.#client).report(id, body, options);
    const outcome = await this.#options.act.run('report', work, { subject: comment, body });
    if (!outcome.done) return;
    this.#reporting = '';
    this.#options.say(this.#options.words().reported);
    this.#put(outcome.value);
    await goTo(this.#host, `[data-comment="${comment}"]`);
  }

  readonly #loadMore = async (): Promise<void> => {
    const { value } = this;
    if (!value?.nextCursor || this.#more === 'busy') return;
    this.#setMore('busy');
    try {
      const next = await projectsIn(this.#client).comments(this.#host.projectId, { limit: pageful, cursor: value.nextCursor });
      // The comments were read anew meanwhile: this page belongs to what is gone.
      if (this.value?.nextCursor === value.nextCursor) {
        const items = [...this.value.items, ...next.items];
        this.#depth = items.length;
        this.replace({ items, nextCursor: next.nextCursor });
      }
      this.#setMore('idle');
    } catch {
      this.#setMore('failed');
    }
  };

  #setMore(more: 'idle' | 'busy' | 'failed'): void {
    this.#more = more;
    this.#host.requestUpdate();
  }

  /** In its place, or last where it is new: the oldest stand first. */
  #put(comment: Comment): void {
    const page = this.value ?? { items: [], nextCursor: null };
    const known = page.items.some(({ id }) => id === comment.id);
    this.replace({
      ...page,
      items: known ? page.items.map((one) => (one.id === comment.id ? comment : one)) : [...page.items, comment],
    });
  }

  async #focus(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('#words')?.focus();
  }
}
