import type { Member, Wish } from '@five-micro/sdk';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { errorState } from '../shared/ui/index.ts';
import type { Words } from '../shared/words/index.ts';
import type { Count, PanelName } from './desk-data.ts';
import type { DeskCountEvent, DeskOpenWishEvent, DeskSayEvent, DeskWishForEvent } from './desk-events.ts';
import type { Place } from './desk-over.ts';
import { panelSkeleton } from './desk-states.ts';
import type { DeskWords } from './words/index.ts';

const modules: Readonly<Record<PanelName, () => Promise<unknown>>> = {
  said: () => import('./moderation/desk-moderation.define.ts'),
  reportIns: () => import('./report-ins/desk-report-ins.define.ts'),
  members: () => import('./members/desk-members.define.ts'),
  organisations: () => import('./organisations/desk-organisations.define.ts'),
};

interface PanelOptions {
  readonly place: Place & { readonly apiUrl: string };
  readonly level: number;
  readonly wide: boolean;
  readonly now: () => number;
  readonly onCount: (count: Count) => void;
  readonly onSay: (words: string) => void;
  readonly onWishFor: (member: Member) => void;
  readonly onOpenWish: (wish: Pick<Wish, 'id'>) => void;
}

function renderPanel(name: PanelName, options: PanelOptions): TemplateResult {
  const { level, wide, now } = options;
  const { client, area, lang, mode, theme } = options.place;
  const count = ({ count, more }: DeskCountEvent) => options.onCount({ count, more });
  const say = ({ words }: DeskSayEvent) => options.onSay(words);
  const wishFor = ({ member }: DeskWishForEvent) => options.onWishFor(member);
  const openWish = ({ wish }: DeskOpenWishEvent) => options.onOpenWish(wish);
  switch (name) {
    case 'said':
      return html`<fm-desk-moderation
        class="panel"
        .client=${client}
        .area=${area}
        .lang=${lang}
        .mode=${mode}
        .theme=${theme}
        .headingLevel=${level}
        .wide=${wide}
        .now=${now}
        @fm-desk-count=${count}
        @fm-desk-say=${say}
        @fm-desk-open-wish=${openWish}
      ></fm-desk-moderation>`;
    case 'reportIns':
      return html`<fm-desk-report-ins
        class="panel"
        .client=${client}
        .area=${area}
        .lang=${lang}
        .mode=${mode}
        .theme=${theme}
        .headingLevel=${level}
        .wide=${wide}
        .now=${now}
        @fm-desk-count=${count}
        @fm-desk-say=${say}
      ></fm-desk-report-ins>`;
    case 'members':
      return html`<fm-desk-members
        class="panel"
        .client=${client}
        .area=${area}
        .lang=${lang}
        .mode=${mode}
        .theme=${theme}
        .headingLevel=${level}
        .wide=${wide}
        .now=${now}
        @fm-desk-say=${say}
        @fm-desk-wish-for=${wishFor}
      ></fm-desk-members>`;
    case 'organisations':
      return html`<fm-desk-organisations
        class="panel"
        .client=${client}
        .area=${area}
        .lang=${lang}
        .mode=${mode}
        .theme=${theme}
        .headingLevel=${level}
        .wide=${wide}
        @fm-desk-open-wish=${openWish}
      ></fm-desk-organisations>`;
  }
}

/** The tabs that come on demand: each tab's element is loaded when the tab is opened for the first time. */
export class PanelLoader {
  #state: 'loading' | 'ready' | 'failed' = 'loading';
  #name: PanelName | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  async bring(name: PanelName): Promise<void> {
    this.#name = name;
    this.#state = 'loading';
    this.#host.requestUpdate();
    const state = await modules[name]().then(
      () => 'ready' as const,
      () => 'failed' as const,
    );
    if (this.#name !== name) return;
    this.#state = state;
    this.#host.requestUpdate();
  }

  render(name: PanelName, words: DeskWords, common: Words, options: PanelOptions): TemplateResult {
    if (this.#state === 'ready') return renderPanel(name, options);
    if (this.#state === 'loading') return html`<p class="vh" role="status">${words.opening}</p>${panelSkeleton()}`;
    return errorState({
      words: common,
      place: options.place,
      title: words.notOpened,
      level: options.level,
      onRetry: () => void this.bring(name),
    });
  }
}
