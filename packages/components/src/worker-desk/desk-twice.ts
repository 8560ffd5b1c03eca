import { html, type TemplateResult } from 'lit';
import { icon } from '../shared/ui/icons.ts';

interface Twice {
  /** Whether it was pressed once. */
  readonly armed: boolean;
  /** The first button. */
  readonly act: string;
  /** Whether it is the primary act of where it stands. */
  readonly primary?: boolean;
  /** What follows, said between the two. */
  readonly follows: readonly string[];
  /** The second button; says the whole act, so that nobody presses it for an OK. */
  readonly really: string;
  readonly leave: string;
  readonly busy: boolean;
  readonly onArm: () => void;
  readonly onLeave: () => void;
  readonly onDo: () => void;
}

/**
 * What cannot be undone is pressed twice, deliberately: the first press says what follows and moves the focus there. The
 * second click of a double click is no second decision.
 */
export const twice = ({ armed, act, primary, follows, really, leave, busy, onArm, onLeave, onDo }: Twice): TemplateResult =>
  armed
    ? html`<div class="twice" role="group" aria-label=${act}>
        <div class="follows" tabindex="-1">${icon('info')}<ul>${follows.map((line) => html`<li>${line}</li>`)}</ul></div>
        <p class="sides">
          <button type="button" class="btn line" @click=${onLeave}>${leave}</button>
          <button type="button" class="btn grave" ?disabled=${busy} @click=${(event: MouseEvent) => event.detail <= 1 && onDo()}>${really}</button>
        </p>
      </div>`
    : html`<button type="button" class="btn ${primary ? 'primary' : 'line'}" ?disabled=${busy} @click=${onArm}>${act}</button>`;
