import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type QrCode, qrOf } from './qr.ts';

/** On a hall screen nothing is pressed: a code leads the phone to the portal's page, where the area has one. */
export class HallScan {
  readonly #host: ReactiveControllerHost;
  #link = '';
  #code: QrCode | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Nothing before the code is drawn, and nothing without a link; a link may be relative to the page. */
  render(link: string, words: { readonly scan: string; readonly scanText: string }): TemplateResult | typeof nothing {
    if (link !== this.#link) void this.#draw(link);
    if (!this.#code) return nothing;
    const { size, path } = this.#code;
    return html`<div class="scan">
      <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${words.scan} shape-rendering="crispEdges">
        <rect width=${size} height=${size} fill="#fff"></rect>
        <path d=${path} fill="#000"></path>
      </svg>
      <p><b>${words.scan}</b><span>${words.scanText}</span></p>
    </div>`;
  }

  async #draw(link: string): Promise<void> {
    this.#link = link;
    this.#code = undefined;
    if (!link) return;
    try {
      const code = await qrOf(new URL(link, document.baseURI).href);
      if (link !== this.#link) return;
      this.#code = code;
      this.#host.requestUpdate();
    } catch {
      // Without the code the screen still says what is on; the next update tries again. Another link's code goes on.
      if (link === this.#link) this.#link = '';
    }
  }
}
