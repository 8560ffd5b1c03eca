import type { Area, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { FmWishChangedEvent } from '../../shared/events.ts';
import '../../shared/ui/sheet.define.ts';
import { type Where, within } from '../../shared/within.ts';
import type { DeskWords } from '../words/index.ts';
import './desk-case.define.ts';
import type { DeskAskEvent } from './desk-case.ts';

interface CasePlace {
  /** The case in hand. */
  readonly wish: Wish | undefined;
  /** The queue it is of, as it is now. */
  readonly items: readonly Wish[];
  readonly categories: Area['settings']['wishCategories'];
  readonly told: string;
  readonly words: DeskWords;
  readonly place: Where;
  readonly level: number;
  readonly onChanged: (event: FmWishChangedEvent) => void;
  readonly onAsk: (event: DeskAskEvent) => void;
  readonly onLeave: () => void;
}

/** Where there is room, the case lies beside its queue. */
export function renderBeside(options: CasePlace): TemplateResult | typeof nothing {
  if (options.wish) return renderCase(options, 'yes');
  return options.items.length ? html`<p class="pick">${options.words.selectOne}</p>` : nothing;
}

/** On a phone it lies over it. */
export function renderSheet(options: CasePlace): TemplateResult {
  const { wish, onLeave } = options;
  const { client, lang, mode, theme } = options.place;
  return html`<fm-sheet
    .client=${client}
    .lang=${lang}
    .mode=${mode}
    .theme=${theme}
    .open=${wish !== undefined}
    heading=${wish?.title ?? ''}
    heading-hidden
    @fm-sheet-close=${onLeave}
    >${wish ? renderCase(options, 'no') : nothing}</fm-sheet
  >`;
}

function renderCase(
  { wish, items, told, categories, place, level, onChanged, onAsk }: CasePlace,
  framed: 'yes' | 'no',
): TemplateResult {
  return html`<fm-desk-case
    ${within(place, level)}
    .wish=${wish}
    .told=${told}
    .categories=${categories}
    .gone=${!items.some(({ id }) => id === wish?.id)}
    .framed=${framed}
    @fm-wish-changed=${onChanged}
    @fm-desk-ask=${onAsk}
  ></fm-desk-case>`;
}
