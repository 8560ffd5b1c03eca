// What the toolbar says, for pages that are not stories.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { useSyncExternalStore } from 'react';
import { addons } from 'storybook/preview-api';
import { type Language, languageOf } from '../words/language.ts';

type Chosen = Readonly<Record<string, string>>;

/** A frame that is opened with a choice has it in its address, as `globals=lang:en;theme:party`. */
let chosen: Chosen = Object.fromEntries(
  (new URLSearchParams(location.search).get('globals') ?? '').split(';').map((one) => one.split(':', 2)),
);
const listeners = new Set<() => void>();
// From the beginning: what is chosen beside a story holds for the page that is opened next.
void addons.ready().then((channel) =>
  channel.on('globalsUpdated', ({ userGlobals }: { userGlobals: Chosen }) => {
    chosen = userGlobals;
    for (const listener of listeners) listener();
  }),
);

export const language = (): Language => languageOf(chosen);

/** @returns how to hear no more of it */
function onToolbar(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Renders its host anew when something else is chosen, as long as it is on the page. */
export class ToolbarController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #hearNoMore?: () => void;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#hearNoMore = onToolbar(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#hearNoMore?.();
  }
}

export const useLanguage = (): Language => useSyncExternalStore(onToolbar, language);

/** What is chosen, as an address has it; what nobody chose is as a story begins. */
export const look = (): string =>
  ['lang', 'theme', 'scheme', 'mode'].flatMap((name) => (chosen[name] ? `${name}:${chosen[name]}` : [])).join(';');

/** Leads to a story, in the looks of the page that leads there. */
export const linkTo = (id: string): string => `./?path=/story/${id}${look() && `&globals=${look()}`}`;
