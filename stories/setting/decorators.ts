import { FmCommunity } from '@five-micro/components/community';

import type { MockApi, Override, Persona, Story } from '@five-micro/mock-api';
import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';

/** What a story may say about where it plays; all of it is optional. */
export interface Setting {
  /** Endpoints that answer otherwise than the real server would. */
  mock?: readonly Override[];
  /** Who is signed in; nobody where nothing is said. */
  signedIn?: Persona | null;
  /** Whom the portal signs in when an element asks for it. */
  signsIn?: Persona;
  /** The slug of the area; 怡康社区 where nothing is said. */
  area?: string;
  /** The public element that shows this one on a real page. */
  partOf?: string;
  /** The community says what is wrong with its page. */
  debug?: boolean;
}

declare module 'storybook/internal/csf' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how Storybook learns a parameter
  interface Parameters extends Setting {}
}

interface Loaded {
  api: MockApi;
  story: Story;
}

// What the preview's loader gave: Storybook itself knows it only as a record.
const loadedOf = (loaded: Record<string, unknown>): Loaded => loaded as unknown as Loaded;

/** From now on the story's endpoints answer so: a server that fails after it worked, or works again. */
export function changeAnswers(loaded: Record<string, unknown>, overrides: readonly Override[]): void {
  loadedOf(loaded).story.overrides = overrides;
}

/** Puts a story into a community, as a portal's page would, with the toolbar's language, theme and mode. */
export const inCommunity: Decorator = (story, { globals, parameters, loaded }) => {
  const setting: Setting = parameters;
  const { api, story: corner } = loadedOf(loaded);
  let persona = setting.signedIn;
  const signIn = (event: HTMLElementEventMap['fm-login-required']) => {
    if (!setting.signsIn) return;
    persona = setting.signsIn;
    if (event.currentTarget instanceof FmCommunity) event.waitUntil(event.currentTarget.signedIn());
  };
  return html`
    <fm-community
      api-url=${corner.apiUrl}
      area=${setting.area ?? 'yikang'}
      lang=${globals['lang']}
      theme=${globals['theme']}
      mode=${globals['mode']}
      login-url="#login={back}"
      ?debug=${setting.debug ?? false}
      .getToken=${async () => (persona ? api.tokenFor(persona) : null)}
      @fm-login-required=${signIn}
    >
      ${story()}
    </fm-community>
  `;
};

/** The page's own colours, which elements follow. */
export const scheme: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  root.dataset['scheme'] = globals['scheme'];
  root.lang = globals['lang'];
  return story();
};
