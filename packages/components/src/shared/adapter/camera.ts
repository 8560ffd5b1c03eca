import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Shape Detection, which TypeScript's types do not have: Chrome on Android and macOS, no WeChat. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const detectorClass = (): DetectorClass | undefined => Reflect.get(globalThis, 'BarcodeDetector') as DetectorClass | undefined;

/** True where this browser reads QR codes by itself and may ask for a camera (never on a page without TLS). */
export async function readsCodes(): Promise<boolean> {
  try {
    if (!('mediaDevices' in navigator)) return false;
    return Boolean((await detectorClass()?.getSupportedFormats())?.includes('qr_code'));
  } catch {
    return false;
  }
}

interface CameraOptions {
  onFound: (text: string) => void;
  onFailed: () => void;
}

/** The phone's camera as a scanner. It is on while somebody looks through it, and not a moment longer. */
export class Camera implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: CameraOptions;
  #stream: MediaStream | undefined;
  /** Which opening of it is the present one: a permission may be given long after. */
  #run = 0;

  constructor(host: ReactiveControllerHost, options: CameraOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#stream !== undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  async start(): Promise<void> {
    const run = ++this.#run;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (run === this.#run) this.#stream = stream;
      else end(stream);
    } catch {
      if (run === this.#run) this.#options.onFailed();
    }
    this.#host.requestUpdate();
  }

  stop(): void {
    this.#run++;
    if (this.#stream) end(this.#stream);
    this.#stream = undefined;
    this.#host.requestUpdate();
  }

  render(label: string): TemplateResult | typeof nothing {
    if (!this.#stream) return nothing;
    return html`<video class="camera" aria-label=${label} autoplay muted playsinline .srcObject=${this.#stream} @playing=${this.#look}></video>`;
  }

  /** With each picture that the camera gives, one after the other. */
  readonly #look = async ({ target }: Event): Promise<void> => {
    const Detector = detectorClass();
    if (!Detector || !(target instanceof HTMLVideoElement)) return;
    const run = this.#run;
    const detector = new Detector({ formats: ['qr_code'] });
    while (run === this.#run && target.isConnected) {
      const found = await detector.detect(target).catch(() => []);
      const text = found[0]?.rawValue;
      if (run !== this.#run) return;
      if (text) {
        this.stop();
        this.#options.onFound(text);
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  };
}

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
