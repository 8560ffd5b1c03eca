/** Until then an element should have asked; what is older than that it asks anew. */
const life = 30_000;

/** What was asked, by address, token and language. */
const asked = new Map<string, Promise<Response>>();
const keyOf = ({ url, headers }: Request): string =>
  [url, headers.get('authorization'), headers.get('accept-language')].join(' ');

function ask(request: Request): Promise<Response> {
  const key = keyOf(request);
  const known = asked.get(key);
  if (known) return known;
  const answer = fetch(request);
  const forget = (): boolean => asked.delete(key);
  asked.set(key, answer);
  answer.catch(forget);
  setTimeout(forget, life);
  return answer;
}

/** Where `shared/early.ts` looks for it: what was asked is given once. */
export function answerEarly(): void {
  Reflect.set(globalThis, Symbol.for('five-micro.early'), (request: Request): Promise<Response> | undefined => {
    const key = keyOf(request);
    const answer = asked.get(key);
    asked.delete(key);
    return answer;
  });
}

type Attributes = (name: string) => string;

const size = (attribute: Attributes, most: number, compact: number, hall: number): string => {
  const limit = Number(attribute('limit'));
  return `limit=${limit >= 1 ? limit : attribute('compact') ? compact : attribute('display') === 'hall' ? hall : most}`;
};

/** What each element asks first. One that is narrowed down by an attribute (`unless`) asks by itself. */
const questions: Record<string, [unless: string, of: (attribute: Attributes) => string]> = {
  'fm-wish-wall': ['status kind category', (at) => `wishes?${size(at, 12, 3, 12)}`],
  'fm-action-signup': ['show category day', (at) => `actions?${size(at, 10, 2, 5)}`],
  'fm-points-leaderboard': ['period of', (at) => `leaderboard?${size(at, 20, 5, 9)}&of=members&period=month`],
  'fm-project-vote': ['round', () => 'rounds?of=projects&whole=current'],
  'fm-star-gallery': ['star-title period', (at) => `stars?contests=true&${size(at, 12, 1, 4)}`],
};

function communityOf(element: Element): Element | undefined {
  const above = element.closest('fm-community');
  if (above) return above;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? communityOf(root.host) : undefined;
}

/** After the page's own scripts, which may have a way to a token that is no attribute. */
const scriptsRan = new Promise<unknown>((resolve) => {
  if (document.readyState === 'complete') resolve(0);
  else document.addEventListener('DOMContentLoaded', resolve);
});

/** The token of whoever is signed in, or null for nobody; throws where the portal does not say. */
async function tokenFrom(tokenUrl: string): Promise<string | null> {
  // A frame that is written into the page (`srcdoc`) has the page's origin, and no address.
  const url = new URL(tokenUrl, location.origin === origin ? location.href : origin);
  if (url.origin !== origin) throw new TypeError();
  const headers = { accept: 'application/json' };
  const answer = await ask(new Request(url, { credentials: 'same-origin', cache: 'no-store', headers }));
  // The element reads it as well.
  const { token }: { token: string | null } = await answer.clone().json();
  return token;
}

/**
 * Asks what an element will ask first, while its code is on its way. Whatever goes wrong here goes wrong again where it
 * can be said: in the element.
 */
export async function askEarly(element: Element): Promise<void> {
  const { localName } = element;
  const [unless = '', of] = questions[localName] ?? [];
  const community = communityOf(element);
  const alone = element.getAttribute('api-url');
  const apiUrl = alone || community?.getAttribute('api-url');
  const area = element.getAttribute('area') || community?.getAttribute('area');
  if (!of || !apiUrl || !area || unless.split(' ').some((name) => element.getAttribute(name))) return;
  const tokenUrl = alone ? null : community?.getAttribute('token-url');
  try {
    if (!tokenUrl) await scriptsRan;
    if ('client' in element || (community && 'getToken' in community)) return;
    const token = tokenUrl ? await tokenFrom(tokenUrl) : null;
    // It has come meanwhile, and asks by itself.
    if (customElements.get(localName)) return;
    const lang = (alone && element.getAttribute('lang')) || community?.getAttribute('lang') || '';
    const headers = {
      accept: 'application/json, application/problem+json',
      'accept-language': /^en\b/i.test(lang) ? 'en' : 'zh-CN',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
    const attribute: Attributes = (name) => (element.hasAttribute(name) ? element.getAttribute(name) || name : '');
    const url = `${apiUrl.replace(/\/+$/, '')}/areas/${encodeURIComponent(area)}/${of(attribute)}`;
    void ask(new Request(new URL(url, document.baseURI), { headers }));
  } catch {
    // See above.
  }
}
