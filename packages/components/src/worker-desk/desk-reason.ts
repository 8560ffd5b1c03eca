import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from '../shared/ui/field.ts';
import { describedBy, field, heading } from '../shared/ui/index.ts';

interface ReasonBox {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly level: number;
  /** A chip begins the sentence, the worker finishes it. */
  readonly reasons: readonly { label: string; text: string }[];
  /** What is said at the box where the act was tried without words. */
  readonly missing: string;
  /** As many characters as the server takes. */
  readonly most?: number;
}

interface ReasonHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** Words for whoever is told no: nobody is told so without them. */
export class ReasonController {
  #text = '';
  #missing = false;
  readonly #host: ReasonHost;

  constructor(host: ReasonHost) {
    this.#host = host;
  }

  clear(): void {
    this.#write('');
  }

  /** What was written; undefined, with the keyboard in the box, where that is nothing. */
  take(): string | undefined {
    const text = this.#text.trim();
    if (text) return text;
    this.#missing = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('#reason')?.focus());
    return undefined;
  }

  render({ title, label, hint, level, reasons, missing, most = 200 }: ReasonBox): TemplateResult {
    const box = { id: 'reason', label, hint, error: this.#missing ? missing : undefined };
    return html`<div class="reply">
      ${heading(level, title, 'part')}
      <div class="chips" role="group" aria-label=${title}>
        ${reasons.map(
          (reason) =>
            html`<button type="button" class="chip" aria-pressed=${this.#text.startsWith(reason.text) ? 'true' : 'false'} @click=${() => this.#write(reason.text)}>
              ${reason.label}
            </button>`,
        )}
      </div>
      ${field({
        ...box,
        control: html`<div class="input">
          <textarea
            id="reason"
            rows="3"
            maxlength=${most}
            .value=${live(this.#text)}
            aria-invalid=${box.error ? 'true' : nothing}
            aria-describedby=${ifDefined(describedBy(box))}
            @input=${(event: InputEvent) => event.target instanceof HTMLTextAreaElement && this.#write(event.target.value)}
          ></textarea>
        </div>`,
      })}
    </div>`;
  }

  #write(text: string): void {
    this.#text = text;
    this.#missing = false;
    this.#host.requestUpdate();
  }
}
