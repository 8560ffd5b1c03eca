import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FiveMicroAdapter } from '../shared/adapter/adapter.ts';
import { Camera, readsCodes } from '../shared/adapter/camera.ts';
import { readScanned } from '../shared/adapter/scanned.ts';
import { adapterWords } from '../shared/adapter/words/index.ts';
import { WordsController } from '../shared/controllers/words.ts';
import type { Lang } from '../shared/options.ts';
import { glyph } from '../shared/ui/glyph.ts';
import './action-icons.ts';

interface ScanHost extends ReactiveControllerHost {
  readonly community: { readonly lang: Lang; readonly adapter: FiveMicroAdapter | undefined };
}

interface ScanOptions {
  /** The action that is checked in to. */
  id: () => string | undefined;
  /** The area's `links.checkIn`. */
  template: () => string | undefined;
  /** The six digits. */
  onCode: (code: string) => void;
}

/** How a scan stands; `failed` came to nothing, and says why. */
type State = { readonly status: 'idle' | 'scanning' } | { readonly status: 'failed'; readonly text: string };

/**
 * The code on a check-in screen, read from here: by the scanner of the app around the page, else by the browser, where it
 * reads codes by itself. Where neither can, there is no button, and digits are typed.
 */
export class CheckInScan implements ReactiveController {
  readonly #host: ScanHost;
  readonly #options: ScanOptions;
  readonly #words: WordsController<(typeof adapterWords)['zh-CN']>;
  readonly #camera: Camera;
  #reads = false;
  #state: State = { status: 'idle' };
  #abort = new AbortController();

  constructor(host: ScanHost, options: ScanOptions) {
    this.#host = host;
    this.#options = options;
    this.#words = new WordsController(host, adapterWords);
    this.#camera = new Camera(host, {
      onFound: (text) => this.#read(text),
      onFailed: () => this.#fail(this.#words.words.cameraFailed),
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#abort.signal.aborted) this.#abort = new AbortController();
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#state = { status: 'idle' };
  }

  /** Resolves when it is known whether there is a button. */
  async begin(): Promise<void> {
    this.#reads = !this.#scanner && (await readsCodes());
    if (this.#reads) this.#host.requestUpdate();
  }

  /** Digits are typed now: what a scan said is past. */
  forget(): void {
    if (this.#state.status === 'failed') this.#set({ status: 'idle' });
  }

  /** While digits are typed, those are what one does here. */
  render(isBusy: boolean, isTyped: boolean): TemplateResult | typeof nothing {
    if (!this.#scanner && !this.#reads) return nothing;
    const { words } = this.#words;
    const state = this.#state;
    const isScanning = state.status === 'scanning';
    return html`${this.#camera.render(words.camera)}
      <button
        type="button"
        class="btn ${isTyped ? 'line' : 'primary'} wide scan"
        aria-busy=${isScanning && !this.#camera.isOn}
        aria-disabled=${isBusy || nothing}
        @click=${() => this.#press(isBusy)}
      >
        ${glyph('qr')}${isScanning ? words.stopScan : words.scan}
      </button>
      ${state.status === 'failed' ? html`<p class="trouble" role="alert">${state.text}</p>` : nothing}`;
  }

  get #scanner(): FiveMicroAdapter['scanQrCode'] {
    return this.#host.community.adapter?.scanQrCode;
  }

  /** A second press is enough of it: there are apps that never answer, as when somebody left their scanner by a gesture. */
  #press(isBusy: boolean): void {
    if (isBusy) return;
    if (this.#state.status !== 'scanning') void this.#scan();
    else {
      this.#abort.abort();
      this.#abort = new AbortController();
      this.#camera.stop();
      this.#set({ status: 'idle' });
    }
  }

  async #scan(): Promise<void> {
    const { signal } = this.#abort;
    this.#set({ status: 'scanning' });
    if (!this.#scanner) {
      await this.#camera.start();
      return;
    }
    try {
      const text = await this.#host.community.adapter?.scanQrCode?.({ signal });
      if (!signal.aborted) this.#read(text ?? '');
    } catch {
      if (!signal.aborted) this.#fail(this.#words.words.scanFailed);
    }
  }

  /** What a code says; nothing where somebody came back without one. */
  #read(text: string): void {
    this.#set({ status: 'idle' });
    const id = this.#options.id();
    if (!text || id === undefined) return;
    const { words } = this.#words;
    const read = readScanned(text, { id, template: this.#options.template() });
    if (typeof read === 'string') this.#fail(read === 'other' ? words.otherCode : words.otherAction);
    else this.#options.onCode(read.code);
  }

  #fail(text: string): void {
    this.#set({ status: 'failed', text });
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
