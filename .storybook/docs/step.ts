import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { addons } from 'storybook/preview-api';

/** As wide and high as the device on which the step happens. */
const devices = { phone: [390, 760], page: [1200, 800] } as const;

/**
 * One step of a journey: its sentence, and below it the story itself, which can be used.
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
    .en {
      margin-top: 2px;
      color: #566163;
      font-size: 14px;
      line-height: 1.5;
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
    look: { state: true },
  };

  story = '';
  device: keyof typeof devices = 'phone';
  en = '';
  /** Somebody came to it: a story that nobody sees does not get on. */
  private seen = false;
  /** What the toolbar says, as an address has it. */
  private look = new URLSearchParams(location.search).get('globals') ?? '';
  readonly #width = new ResizeObserver(() => this.#fit());
  readonly #sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.seen = true;
      this.#sight.disconnect();
    },
    { threshold: 0.25 },
  );

  readonly #toolbar = ({ userGlobals }: { userGlobals: Record<string, unknown> }): void => {
    this.look = ['lang', 'theme', 'scheme', 'mode'].map((name) => `${name}:${String(userGlobals[name])}`).join(';');
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addons.getChannel().on('globalsUpdated', this.#toolbar);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
    this.#sight.disconnect();
    addons.getChannel().off('globalsUpdated', this.#toolbar);
  }

  protected override firstUpdated(): void {
    const frame = this.renderRoot.querySelector('.frame');
    if (!frame) return;
    this.#width.observe(frame);
    this.#sight.observe(frame);
  }

  protected override render(): TemplateResult {
    const [width, height] = devices[this.device];
    return html`
      <p class="say"><slot></slot></p>
      <p class="en" lang="en">${this.en}</p>
      <div class="room"></div>
      <div class="frame">
        <iframe
          width=${width}
          height=${height}
          title=${this.textContent.trim()}
          src=${this.seen ? `iframe.html?id=${this.story}&viewMode=story&globals=${this.look}` : nothing}
        ></iframe>
      </div>
      <a href="./?path=/story/${this.story}" target="_top">单独打开这一步</a>
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
