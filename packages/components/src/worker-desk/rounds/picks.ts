import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { money } from '../../shared/ballot/money.ts';
import type { Lang } from '../../shared/options.ts';
import type { FindController } from '../desk-find.ts';
import type { DeskWords } from '../words/index.ts';

/** What may stand on the ballot, or stands there. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** In fen; null for people. */
  readonly cost: number | null;
  /** It cannot be chosen; the note says why. */
  readonly barred?: boolean;
}

export const candidateText = ({ title, note }: Candidate): string => `${title} ${note}`;

interface Picks {
  readonly items: readonly Candidate[];
  readonly chosen: readonly string[];
  readonly find: FindController<Candidate>;
  readonly desk: DeskWords;
  readonly lang: Lang;
  /** Whether something is wrong with what was chosen. */
  readonly bad: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

/** What may be ticked, one below the other, with a search above where there is much of it. Needs `findStyles` and `picksStyles`. */
export function renderPicks({ items, chosen, find, desk, lang, bad, onChange }: Picks): TemplateResult {
  const toggle = (id: string) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return html`${find.render(items, desk)}
    <ul class="picks">
      ${repeat(
        find.of(items),
        ({ id }) => id,
        ({ id, title, note, cost, barred }) =>
          html`<li>
            <label class="tick"
              ><input type="checkbox" .checked=${chosen.includes(id)} ?disabled=${barred} aria-invalid=${bad ? 'true' : nothing} @change=${() => onChange(toggle(id))} /><span
                >${title}${note ? html`<small>${note}</small>` : nothing}</span
              >${cost === null ? nothing : html`<span class="num">${money(cost, lang)}</span>`}</label
            >
          </li>`,
      )}
    </ul>`;
}
