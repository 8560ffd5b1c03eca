import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the screen from going dark while its host is on the page, where the browser can. The lock ends by itself when the
 * page is hidden, so it is asked for again.
 * https://developer.mozilla.org/docs/Web/API/Screen_Wake_Lock_API
 */
export class AwakeController implements ReactiveController {
  #lock: WakeLockSentinel | undefined;
  #on = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#on = true;
    document.addEventListener('visibilitychange', this.#again);
    void this.#ask();
  }

  hostDisconnected(): void {
    this.#on = false;
    document.removeEventListener('visibilitychange', this.#again);
    void this.#lock?.release();
    this.#lock = undefined;
  }

  readonly #again = (): void => void this.#ask();

  readonly #ask = async (): Promise<void> => {
    if (document.hidden || !('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      // Of two that were asked for at once one would stay behind and never let the screen go dark.
      const before = this.#on ? this.#lock : lock;
      if (this.#on) this.#lock = lock;
      await before?.release();
    } catch {
      // A low battery, or a page that may not: the organiser touches the screen now and then.
    }
  };
}
