import { type Action, type CheckInCode, complete, isFiveMicroError } from '@five-micro/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LiveController } from '../../shared/controllers/live.ts';
import { ResourceController } from '../../shared/controllers/resource.ts';
import { WordsController } from '../../shared/controllers/words.ts';
import { errorText } from '../../shared/diagnose.ts';
import { FmElement } from '../../shared/elements.ts';
import { clock } from '../../shared/format.ts';
import { seldom } from '../../shared/seldom.ts';
import { buttonStyles, stateStyles, tagStyles } from '../../shared/styles/index.ts';
import { icon } from '../../shared/ui/icons.ts';
import { avatar } from '../../shared/ui/index.ts';
import '../../shared/ui/sheet.define.ts';
import { maskPreview } from '../../wish-wall/wish-form-values.ts';
import { checkInStyles } from './check-in.styles.ts';
import { CodeClock, step } from './code-clock.ts';
import { glyph } from './icons.ts';
import { cameIn, hasPlace, loadPeople, type Person, withTicks } from './people-data.ts';
import { type QrCode, qrOf } from '../../shared/hall/qr.ts';
import { TickBook } from './ticks.ts';
import { actionWords } from './words/index.ts';
import { AwakeController } from './awake.ts';

/** So long before a code ends the next one is asked for. */
const before = 1000;
/** Where there was no answer, it is asked again after so long. */
const patience = 5000;
const lastArrivals = 4;
/** Around the ring. */
const around = 2 * Math.PI * 10;

/**
 * @summary The check-in screen, for a table at the door: a QR code and six digits that change every 30 seconds, how many
 * have come, the last of them by their masked names. Stays awake; fills the screen where the browser can.
 * @fires fm-check-in-list - the organiser wants the list; does not bubble
 * @fires fm-sheet-close
 */
export class FmDeskCheckIn extends FmElement {
  static override styles = [FmElement.styles, buttonStyles, stateStyles, tagStyles, checkInStyles];

  @property({ attribute: false }) action: Action | undefined;
  /** The present, in milliseconds. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private qr: QrCode | undefined;
  @state() private full = false;
  @query('.screen') private readonly screen!: HTMLElement | null;

  private readonly words = new WordsController(this, actionWords);
  private readonly code = new ResourceController<CheckInCode>(this, {
    key: () => {
      const { client, lang, epoch } = this.community;
      return client && this.action ? [client, this.action.id, lang, epoch] : null;
    },
    load: (signal) => this.#load(signal),
  });
  private readonly people = new ResourceController<Person[]>(this, {
    reflect: false,
    key: () => {
      const { client, epoch } = this.community;
      return client && this.action ? [client, this.action.id, epoch] : null;
    },
    load: async (signal) => {
      const { client } = this.community;
      const { action } = this;
      if (!client || !action) return [];
      const { owner, items } = await loadPeople(client, action.id, signal);
      return withTicks(items, action, new TickBook(owner));
    },
  });
  readonly #clock = new CodeClock();
  #askedAt = 0;
  #link = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Many come at once, and each look at the list is logged. */
  readonly #lookAgain = seldom(() => void this.people.reload(), 3000);

  constructor() {
    super();
    new AwakeController(this);
    new LiveController(this, (fact) => {
      if (fact.type === 'resync' || ('id' in fact && fact.id === this.action?.id)) this.#lookAgain();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.beat(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** What happens each second: the ring moves on, and the next code is asked for a moment before this one ends. */
  beat(): void {
    const now = this.now();
    const { value, state, busy } = this.code;
    const wait = state.status === 'ready' ? before : patience;
    const due = !value || this.#clock.left(value.validUntil, now) <= before;
    if (due && !busy && Math.abs(now - this.#askedAt) >= wait) {
      this.#askedAt = now;
      void this.code.reload();
    }
    this.requestUpdate();
  }

  async #load(signal: AbortSignal): Promise<CheckInCode> {
    const { client } = this.community;
    if (!client || !this.action) throw new Error('no client');
    const code = await complete(client).actions.checkInCode(this.action.id, { signal });
    this.#clock.learn(code.validUntil, this.now());
    if (code.link !== null && code.link !== this.#link) {
      this.qr = await qrOf(code.link).catch(() => undefined);
      this.#link = this.qr ? code.link : '';
    }
    return code;
  }

  protected override render(): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    return html`<fm-sheet .client=${client} .lang=${lang} .mode=${mode} .theme=${theme} open heading-hidden heading=${this.words.words.screen.title}>
      <div class="fm" lang=${lang}>
        <div class="screen" @fullscreenchange=${this.handleFull}>
          <div class="checkin">${this.renderCode()} ${this.renderArrived()}</div>
        </div>
      </div>
    </fm-sheet>`;
  }

  private renderCode(): TemplateResult {
    const { screen } = this.words.words;
    const { value, state } = this.code;
    const left = value ? this.#clock.left(value.validUntil, this.now()) : 0;
    // The code before is still taken, so one that could not be changed stays good for another step.
    const good = value !== undefined && left > -step;
    const cut = state.status === 'stale' || state.status === 'offline' || state.status === 'error';

    return html`<section class="show">
      <div class="name" role="heading" aria-level=${this.headingLevel}>${this.action?.title}</div>
      <p class="muted">${value?.link === null ? screen.onlyCode : screen.scan}</p>
      ${good ? this.renderGood(value, left, cut) : cut ? nothing : html`<span class="ghost skeleton" aria-hidden="true"></span>`}
      ${cut ? this.renderCut(state.error) : nothing}
      ${
        document.fullscreenEnabled
          ? html`<button type="button" class="btn line full" @click=${this.handleToggle}>${this.full ? icon('x') : glyph('full')}${this.full ? screen.small : screen.full}</button>`
          : nothing
      }
    </section>`;
  }

  private renderGood({ code, link }: CheckInCode, left: number, cut: boolean): TemplateResult {
    const { screen } = this.words.words;
    const seconds = Math.min(step / 1000, Math.max(0, Math.ceil(left / 1000)));
    const offset = around * (1 - seconds / (step / 1000));
    return html`
      ${link !== null && this.qr ? renderQr(this.qr, screen.qr) : nothing}
      <p class="code num">
        <span class="vh">${screen.code(code.replace(/\B/g, ' '))}</span><span aria-hidden="true">${code.slice(0, 3)}</span
        ><span aria-hidden="true">${code.slice(3)}</span>
      </p>
      ${
        cut
          ? nothing
          : html`<p class="left">
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <circle class="track" cx="12" cy="12" r="10"></circle>
                ${svg`<circle class="ring" cx="12" cy="12" r="10" stroke-dasharray=${around} stroke-dashoffset=${offset}></circle>`}
              </svg>
              <span class="num">${seconds > 0 ? screen.left(seconds) : screen.renewing}</span>
            </p>`
      }
    `;
  }

  /** The network is gone, or the server says no: what can be done all the same. */
  private renderCut(error: unknown): TemplateResult {
    const { screen } = this.words.words;
    const offline = isFiveMicroError(error) && error.code.startsWith('network.');
    return html`<div class="cut" role="alert">
      <b>${icon('off')}${offline ? screen.offline : screen.failed}</b>
      <p>${offline ? screen.offlineText : errorText(error, this.common.words)}</p>
      <p class="sides">
        <button type="button" class="btn primary" @click=${this.handleList}>${screen.toOfflineList}</button>
        <button type="button" class="btn line" @click=${() => void this.code.reload()}>${this.common.words.retry}</button>
      </p>
    </div>`;
  }

  private renderArrived(): TemplateResult {
    const { screen } = this.words.words;
    const placed = (this.people.value ?? []).filter(hasPlace);
    const came = placed.filter(cameIn).sort((one, other) => (other.checkedInAt ?? '').localeCompare(one.checkedInAt ?? ''));
    return html`<section class="arrived">
      <p class="sum">
        <b class="num">${came.length} / ${placed.length}</b>
        <span class="muted" role="status">${placed.length ? screen.missing(placed.length - came.length) : nothing}</span>
      </p>
      ${
        came.length
          ? html`<ul>${came.slice(0, lastArrivals).map((person) => this.renderOne(person))}</ul>`
          : html`<p class="muted">${screen.nobody}</p>`
      }
      <button type="button" class="btn quiet to-list" @click=${this.handleList}>${screen.toList}${icon('right')}</button>
    </section>`;
  }

  /** On a screen that everyone sees, a name is masked. */
  private renderOne({ name, checkedInAt }: Person): TemplateResult {
    const { screen } = this.words.words;
    const masked = maskPreview(name);
    const just = checkedInAt !== null && Math.abs(this.now() - Date.parse(checkedInAt)) < 60_000;
    return html`<li>
      ${avatar(masked)}<span>${masked}</span>
      <small class="num">${checkedInAt === null ? nothing : just ? screen.justNow : clock(checkedInAt)}</small>
    </li>`;
  }

  private readonly handleList = async (): Promise<void> => {
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
    this.dispatchEvent(new Event('fm-check-in-list'));
  };

  private readonly handleToggle = async (): Promise<void> => {
    try {
      if (this.full) await document.exitFullscreen();
      else await this.screen?.requestFullscreen();
    } catch {
      // The page may not fill the screen (an embedding frame, a browser's setting): it works as it is.
    }
  };

  private readonly handleFull = (): void => {
    this.full = this.renderRoot instanceof ShadowRoot && this.renderRoot.fullscreenElement !== null;
  };
}

/** Dark on white in every theme: scanners want it so. */
const renderQr = (
  { size, path }: QrCode,
  label: string,
): TemplateResult => html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
  <rect width=${size} height=${size}></rect>
  <path d=${path}></path>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'fm-desk-check-in': FmDeskCheckIn;
  }
}
