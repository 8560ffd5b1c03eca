import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { wordsIn } from '../words/say.ts';
import { language, linkTo, look, ToolbarController } from './toolbar.ts';

/** As wide and high as the device on which the step happens. */
const devices = { phone: [390, 760], page: [1200, 800] } as const;

/**
 * One step of a journey: its sentence in the toolbar's language, and below it the story itself, which can be used.
 * `<sb-step story="wish-form--second" device="phone" en="…">…</sb-step>`
 */
class Step extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      counter-increment: step;
    }
    :host([device='page']) {
      grid-column: 1 / -1;
    }
    p {
      margin: 0;
    }
    .say {
      font-size: 16px;
      font-weight: 600;
      line-height: 1.6;
    }
    .say::before {
      content: counter(step) '. ';
      color: #0d6668;
    }
    .frame {
      margin-top: 10px;
      /* Nothing scrolls it, not even what is shown in the frame. */
      overflow: clip;
      border: 1px solid #d5d2c8;
      border-radius: 10px;
      background: #fff;
    }
    :host([device='phone']) .frame {
      max-width: 390px;
    }
    iframe {
      display: block;
      border: 0;
      transform-origin: 0 0;
    }
    a {
      margin-top: 6px;
      color: #0d6668;
      font-size: 14px;
    }
    .room {
      flex: 1;
    }
  `;
  static override properties: PropertyDeclarations = {
    story: {},
    device: { reflect: true },
    en: {},
    seen: { state: true },
  };

  story = '';
  device: keyof typeof devices = 'phone';
  en = '';
  /** Somebody came to it: a story that nobody sees does not get on. */
  private seen = false;
  readonly #width = new ResizeObserver(() => this.#fit());
  readonly #sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.seen = true;
      this.#sight.disconnect();
    },
    { threshold: 0.25 },
  );

  constructor() {
    super();
    new ToolbarController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
    this.#sight.disconnect();
  }

  protected override firstUpdated(): void {
    const frame = this.renderRoot.querySelector('.frame');
    if (!frame) return;
    this.#width.observe(frame);
    this.#sight.observe(frame);
  }

  protected override render(): TemplateResult {
    const [width, height] = devices[this.device];
    const lang = language();
    const sentence = lang === 'en' ? this.en : this.textContent.trim();
    return html`
      <p class="say" lang=${lang}>${lang === 'en' ? sentence : html`<slot></slot>`}</p>
      <div class="room"></div>
      <div class="frame">
        <iframe
          width=${width}
          height=${height}
          title=${sentence}
          src=${this.seen ? `iframe.html?id=${this.story}&viewMode=story&globals=${look()}` : nothing}
        ></iframe>
      </div>
      <a href=${linkTo(this.story)} target="_top">${wordsIn(lang).step}</a>
    `;
  }

  /** The device is as wide as there is room. */
  #fit(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    const inside = this.renderRoot.querySelector('iframe');
    if (!frame || !inside) return;
    const [width, height] = devices[this.device];
    const scale = Math.min(1, frame.clientWidth / width);
    inside.style.transform = `scale(${scale})`;
    frame.style.height = `${Math.round(height * scale)}px`;
  }
}
customElements.define('sb-step', Step);
