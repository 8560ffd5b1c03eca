import type { Project } from '@five-micro/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ActController } from '../shared/controllers/act.ts';
import { Saying } from '../shared/controllers/saying.ts';
import { WordsController } from '../shared/controllers/words.ts';
import { sharedWords } from '../shared/words/index.ts';
import { whenGone } from '../shared/gone.ts';
import { type FmProjectChangedEvent, FmProjectOpenEvent, type FmProjectPostedEvent } from './events.ts';
import type { FmProjectVote } from './project-vote.ts';

type Opened =
  | { readonly what: 'project'; readonly id: string; readonly saying: boolean }
  | { readonly what: 'form'; readonly project?: Project };

interface Doors {
  /** Undefined where it is not known what became of it. */
  onChanged: (project: Project | undefined) => void;
}

/** What opens from the page: a project, the form. Their code is loaded with the first press. */
export class VoteDoors implements ReactiveController {
  readonly #host: FmProjectVote;
  readonly #doors: Doors;
  readonly #act: ActController;
  readonly #saying: Saying;
  readonly #common: WordsController<(typeof sharedWords)['zh-CN']>;
  #opened: Opened | undefined;
  /** What the element's own `project` said last. */
  #addressed = '';

  constructor(host: FmProjectVote, doors: Doors) {
    this.#host = host;
    this.#doors = doors;
    this.#act = new ActController(host);
    this.#saying = new Saying(host, this.#act);
    this.#common = new WordsController(host, sharedWords);
    host.addController(this);
  }

  /** Opens a project, unless the portal has a page of its own for it; `saying` to say something oneself. */
  open(id: string, saying = false): void {
    if (this.#host.dispatchEvent(new FmProjectOpenEvent(id))) void this.#open(id, saying);
  }

  /** Opens the form, for someone who is signed in. */
  async propose(project?: Project): Promise<void> {
    this.#saying.load();
    if (!(await this.#act.signedIn('post-project'))) return;
    if (await this.#arrived(import('./project-form.define.ts'))) this.#show({ what: 'form', ...(project && { project }) });
  }

  hostUpdate(): void {
    const { project, community } = this.#host;
    if (project === this.#addressed || (project && !community.client)) return;
    this.#addressed = project;
    if (project) void this.#open(project);
    else this.#opened = undefined;
  }

  hostDisconnected(): void {
    whenGone(this.#host, () => {
      this.#opened = undefined;
    });
  }

  render(): TemplateResult {
    return html`${this.#renderOpened()} ${this.#saying.render()}`;
  }

  #renderOpened(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const { client, area, lang, mode, theme } = this.#host.community;
    const { headingLevel, now } = this.#host;
    return opened.what === 'project'
      ? html`<fm-project-detail
          .client=${client}
          .projectId=${opened.id}
          .saying=${opened.saying}
          .now=${now}
          area=${area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-project-changed=${({ project }: FmProjectChangedEvent) => this.#doors.onChanged(project)}
          @fm-sheet-close=${this.#closed}
        ></fm-project-detail>`
      : html`<fm-project-form
          .client=${client}
          .project=${opened.project}
          area=${opened.project?.area ?? area}
          lang=${lang}
          mode=${mode}
          theme=${theme}
          heading-level=${headingLevel}
          @fm-project-posted=${(_: FmProjectPostedEvent) => this.#doors.onChanged(undefined)}
          @fm-project-changed=${({ project }: FmProjectChangedEvent) => this.#doors.onChanged(project)}
          @fm-sheet-close=${this.#closed}
        ></fm-project-form>`;
  }

  /** Both are sheets of their own: closed by whatever way, they may go. */
  readonly #closed = (): void => {
    this.#host.project = this.#addressed = '';
    this.#show(undefined);
  };

  async #open(id: string, saying = false): Promise<void> {
    if (await this.#arrived(import('./project-detail.define.ts'))) this.#show({ what: 'project', id, saying });
  }

  /** Code that does not arrive is said like any other failure. */
  async #arrived(code: Promise<unknown>): Promise<boolean> {
    try {
      await code;
      return true;
    } catch {
      this.#saying.say(this.#common.words.errors['network.unreachable'], 'bad');
      return false;
    }
  }

  #show(opened: Opened | undefined): void {
    this.#opened = opened;
    this.#host.requestUpdate();
  }
}
