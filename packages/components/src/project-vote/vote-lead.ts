import { type Comment, type Project, projectsIn } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { icon } from '../shared/ui/icons.ts';
import { heading } from '../shared/ui/states.ts';
import { type CommentsView, renderComments } from './project-comments.ts';
import { renderProgress } from './project-main.ts';
import type { FmProjectVote } from './project-vote.ts';
import { type DetailWords, detailWords } from './words/detail.ts';

/** Of what neighbours say so much stands beside it; all of it opens with a press. */
const mostComments = 2;
/** Of what was reached, and of all, so many steps: a year of building is read in its sheet. */
const mostReached = 3;
const mostSteps = 6;

interface LeadOptions {
  /** What is being built and has moved last. */
  project: () => Project | undefined;
  /** Opens it; `saying` begins with one's own words. */
  onOpen: (id: string, saying?: boolean) => void;
}

/** The winner that is being built, on the page itself: how far it is, step by step, and what neighbours say of it. */
export class VoteLead extends ResourceController<readonly Comment[]> {
  readonly #host: FmProjectVote;
  readonly #options: LeadOptions;
  readonly #words: WordsController<DetailWords>;

  constructor(host: FmProjectVote, options: LeadOptions) {
    super(host, {
      key: () => {
        const { client, epoch } = host.community;
        const id = options.project()?.id;
        return client && id ? [client, id, epoch] : null;
      },
      load: async (signal) => {
        const { client } = host.community;
        const id = options.project()?.id;
        if (!client || !id) throw new Error('asked without a project');
        return (await projectsIn(client).comments(id, { limit: 20 }, { signal })).items;
      },
      reflect: false,
    });
    this.#host = host;
    this.#options = options;
    this.#words = new WordsController(host, detailWords);
  }

  render(level: number): TemplateResult | typeof nothing {
    const project = this.#options.project();
    if (!project) return nothing;
    const { words } = this.#words;
    const { lang } = this.#host.community;
    const now = this.#host.now();
    const { milestones, id, title } = project;
    const cut = milestones.length > mostSteps ? Math.max(0, milestones.filter(({ reached }) => reached).length - mostReached) : 0;
    const shown = { ...project, milestones: milestones.slice(cut) };
    const all = html`<button type="button" class="btn quiet" aria-label=${words.wholeOf(title)} @click=${() => this.#options.onOpen(id)}>
      ${words.whole}${icon('right')}
    </button>`;
    return html`<article class="lead">
      ${renderProgress(shown, { words, lang, now, level }, title)} ${this.#renderSaid(project, level)}
      <p class="lead-more">${cut ? html`<span class="muted small">${words.earlier(cut)}</span>` : nothing}${all}</p>
    </article>`;
  }

  #renderSaid({ id, can, comments }: Project, level: number): TemplateResult {
    const { words } = this.#words;
    const said = chosenOf(this.value ?? []);
    const say = can.includes('comments')
      ? html`<button type="button" class="btn line wide" @click=${() => this.#options.onOpen(id, true)}>${words.sayToo}</button>`
      : nothing;
    // What is counted and not there yet is no silence.
    if (comments && !said.length) return html`<section class="says">${heading(level, words.say)}${say}</section>`;
    return renderComments(said, this.#view(level), say);
  }

  /** Nothing is pressed here but what opens it. */
  #view(level: number): CommentsView {
    const none = () => undefined;
    return {
      words: this.#words.words,
      lang: this.#host.community.lang,
      now: this.#host.now(),
      level,
      busy: false,
      offline: false,
      needed: undefined,
      reporting: '',
      onSupport: none,
      onAccept: none,
      onReporting: none,
      onReport: none,
    };
  }
}

/** What has to be put right first, then what was said last. */
function chosenOf(comments: readonly Comment[]): Comment[] {
  const urgent = ({ correction }: Comment) => correction?.state === 'open' || correction?.state === 'answered';
  const sorted = [...comments.filter(urgent), ...comments.filter((one) => !urgent(one)).reverse()];
  return sorted.slice(0, mostComments).map((one) => ({ ...one, can: [] }));
}
