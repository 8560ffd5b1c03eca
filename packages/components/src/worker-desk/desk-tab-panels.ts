import type { Area, Member, Wish } from '@five-micro/sdk';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { errorState } from '../shared/ui/index.ts';
import type { Words } from '../shared/words/index.ts';
import type { Where } from '../shared/within.ts';
import type { Count, PanelName } from './desk-names.ts';
import { panelSkeleton } from './desk-states.ts';
import type { DeskWords } from './words/index.ts';

/** Each tab's element, loaded when the tab is opened for the first time. */
const panels = {
  said: { tag: 'fm-desk-moderation', load: () => import('./moderation/desk-moderation.define.ts') },
  reportIns: { tag: 'fm-desk-report-ins', load: () => import('./report-ins/desk-report-ins.define.ts') },
  actions: { tag: 'fm-desk-actions', load: () => import('./actions/desk-actions.define.ts') },
  projects: { tag: 'fm-desk-projects', load: () => import('./projects/desk-projects.define.ts') },
  rounds: { tag: 'fm-desk-rounds', load: () => import('./rounds/desk-rounds.define.ts') },
  stars: { tag: 'fm-desk-stars', load: () => import('./stars/desk-stars.define.ts') },
  members: { tag: 'fm-desk-members', load: () => import('./members/desk-members.define.ts') },
  organisations: { tag: 'fm-desk-organisations', load: () => import('./organisations/desk-organisations.define.ts') },
} as const satisfies Record<PanelName, { tag: keyof HTMLElementTagNameMap; load: () => Promise<unknown> }>;

interface PanelOptions {
  readonly place: Where & { readonly apiUrl: string };
  readonly here: Area;
  readonly level: number;
  readonly wide: boolean;
  readonly now: () => number;
  readonly onCount: (count: Count) => void;
  /** What waits has changed while the panel lists something else. */
  readonly onRecount: () => void;
  readonly onSay: (words: string) => void;
  readonly onWishFor: (member: Member) => void;
  readonly onOpenWish: (wish: Pick<Wish, 'id'>) => void;
}

/** The tabs that come on demand, one element at a time; all of them are given and tell the same. */
export class PanelLoader {
  #state: 'loading' | 'ready' | 'failed' = 'loading';
  #name: PanelName | undefined;
  #panel: HTMLElement | undefined;
  #options: PanelOptions | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  async bring(name: PanelName): Promise<void> {
    this.#name = name;
    this.#panel = undefined;
    this.#state = 'loading';
    this.#host.requestUpdate();
    const state = await panels[name].load().then(
      () => 'ready' as const,
      () => 'failed' as const,
    );
    if (this.#name !== name) return;
    this.#state = state;
    this.#host.requestUpdate();
  }

  render(name: PanelName, words: DeskWords, common: Words, options: PanelOptions): TemplateResult {
    this.#options = options;
    if (this.#state === 'ready') return this.#renderPanel(name, options);
    if (this.#state === 'loading') return html`<p class="vh" role="status">${words.opening}</p>${panelSkeleton()}`;
    return errorState({
      words: common,
      place: options.place,
      title: words.notOpened,
      level: options.level,
      onRetry: () => void this.bring(name),
    });
  }

  #renderPanel(name: PanelName, { place, here, level: headingLevel, wide, now }: PanelOptions): TemplateResult {
    const { client, area, lang, mode, theme } = place;
    this.#panel ??= this.#make(name);
    return html`${Object.assign(this.#panel, { client, area, lang, mode, theme, here, headingLevel, wide, now })}`;
  }

  #make(name: PanelName): HTMLElement {
    const panel = document.createElement(panels[name].tag);
    panel.className = 'panel';
    panel.addEventListener('fm-desk-count', ({ count, more }) => this.#options?.onCount({ count, more }));
    panel.addEventListener('fm-desk-recount', () => this.#options?.onRecount());
    panel.addEventListener('fm-desk-say', ({ words }) => this.#options?.onSay(words));
    panel.addEventListener('fm-desk-wish-for', ({ member }) => this.#options?.onWishFor(member));
    panel.addEventListener('fm-desk-open-wish', ({ wish }) => this.#options?.onOpenWish(wish));
    return panel;
  }
}
