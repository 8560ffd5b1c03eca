import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Override } from './respond.ts';
import type { MockServer } from './server.ts';

/** A story's own corner of the mock: a docs page shows many stories at once, and each must keep its own answers. */
export interface Story {
  /** For `api-url`. */
  apiUrl: string;
  overrides: readonly Override[];
}

export interface StoryRegistry {
  handlers: RequestHandler[];
  /** Gives a story its address, and its answers where it has some. */
  story: (id: string, overrides?: readonly Override[]) => Story;
}

/** The address of a story's API: `/mock/{story}/api/v1`. */
const corner = /\/mock\/([^/]+)(\/api\/v1)(\/.*)$/;

/**
 * The handlers for msw. `server` is asked at each request, so that it can be opened late and renewed;
 * `written` is told when a request may have changed something.
 */
export function createHandlers(server: () => Promise<MockServer>, written: () => void): StoryRegistry {
  const stories = new Map<string, Story>();

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [, id = '', base = '', path = ''] = corner.exec(url.pathname) ?? [];
    for (const override of stories.get(id)?.overrides ?? []) {
      const given = override.answer(request, path);
      if (given) return given;
    }
    if (request.method !== 'GET' && request.method !== 'OPTIONS') written();
    return (await server()).fetch(new Request(`${url.origin}${base}${path}${url.search}`, request));
  }

  return {
    handlers: [
      http.all('*/mock/:story/api/v1/*', async ({ request }) => withBody(await answer(request))),
      // Pictures' addresses are the server's own: below its address, not below a story's.
      http.get('*/api/v1/uploads/*', async ({ request }) => withBody(await (await server()).fetch(request))),
    ],
    story(id, overrides = []) {
      const story = { apiUrl: `/mock/${id}/api/v1`, overrides };
      stories.set(id, story);
      return story;
    },
  };
}

/** msw tells a network failure by its own response. */
const withBody = (response: Response): Response => (response.type === 'error' ? HttpResponse.error() : response);
