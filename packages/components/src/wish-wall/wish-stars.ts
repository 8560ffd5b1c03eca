import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/ui/icons.ts';
import { describedBy, ifDefined } from '../shared/ui/field.ts';

export const starStyles = css`
  .stars {
    display: flex;
    margin-top: var(--fm-s2);
    margin-left: -8px;
  }
  .stars label {
    position: relative;
    display: grid;
    place-items: center;
    flex: 0 1 var(--fm-target);
    min-width: 0;
    height: var(--fm-target);
    border-radius: var(--fm-radius-s);
    color: var(--fm-line-strong);
    cursor: pointer;
  }
  .stars .i {
    width: 28px;
    height: 28px;
  }
  .stars .on {
    color: var(--fm-accent);
  }
  .stars .on .i {
    fill: var(--fm-accent);
  }
  .stars input {
    position: absolute;
    inset: 0;
    appearance: none;
    border-radius: inherit;
    cursor: pointer;
  }
  .stars + .hint {
    min-height: 1.6em;
  }
  .given {
    display: inline-flex;
    gap: 2px;
    color: var(--fm-accent);
  }
  .given .i {
    fill: currentColor;
  }
  .given .off {
    fill: none;
    color: var(--fm-line-strong);
  }
  @media (forced-colors: active) {
    .stars .on .i,
    .given .i {
      fill: Highlight;
    }
  }
`;

export interface Stars {
  id: string;
  legend: string;
  /** 0 while none is chosen. */
  value: number;
  nameOf: (count: number) => string;
  error?: string | undefined;
  onChange: (count: number) => void;
}

const five = [1, 2, 3, 4, 5];

/** One to five stars as native radio buttons: arrow keys move, and each says its number. */
export const stars = ({ id, legend, value, nameOf, error, onChange }: Stars): TemplateResult => html`
  <fieldset id=${id} aria-describedby=${ifDefined(describedBy({ id, error }))}>
    <legend>${legend}</legend>
    <div class="stars">
      ${five.map(
        (count) => html`<label class=${count <= value ? 'on' : ''}>
          <input
            type="radio"
            name=${id}
            value=${count}
            aria-label=${nameOf(count)}
            aria-invalid=${error ? 'true' : nothing}
            .checked=${count === value}
            @change=${() => onChange(count)}
          />
          ${icon('star')}
        </label>`,
      )}
    </div>
    <p class="hint" aria-hidden="true">${value ? nameOf(value) : ''}</p>
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
  </fieldset>
`;

/** Stars that were given; the words beside them are spoken. */
export const givenStars = (count: number, name: string): TemplateResult =>
  html`<span class="given" role="img" aria-label=${name}>${five.map((star) => (star <= count ? icon('star') : nothing))}</span>`;
