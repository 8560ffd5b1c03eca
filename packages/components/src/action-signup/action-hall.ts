import { html, nothing, type TemplateResult } from 'lit';
import type { FmActionSignup } from './action-signup.ts';
import type { MoreWords } from './words/more.ts';

interface Code {
  readonly size: number;
  /** One path of all dark squares. */
  readonly path: string;
}

/** On a hall screen nothing is pressed: a code leads the phone to the portal's page, where the area has one. */
export class HallCode {
  readonly #host: FmActionSignup;
  #link = '';
  #code: Code | undefined;

  constructor(host: FmActionSignup) {
    this.#host = host;
  }

  render(link: string, words: MoreWords): TemplateResult | typeof nothing {
    if (link !== this.#link) void this.#draw(link);
    if (!this.#code || !link) return nothing;
    const { size, path } = this.#code;
    return html`<div class="scan">
      <svg viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label=${words.scan} shape-rendering="crispEdges">
        <rect x="-4" y="-4" width=${size + 8} height=${size + 8} fill="#fff"></rect>
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
      const { encode } = await import('uqr');
      const { data, size } = encode(new URL(link, document.baseURI).href, { border: 0 });
      if (link !== this.#link) return;
      const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
      this.#code = { size, path };
      this.#host.requestUpdate();
    } catch {
      // Without the code the screen still says what is on; the next update tries again.
      this.#link = '';
    }
  }
}
