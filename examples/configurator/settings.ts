// What is chosen stands in the page's form and in its address, so that it can be sent to a colleague.
import { type ElementName, elements, type Target, targets } from './snippets.ts';
import { language, part } from './page.ts';

export const names = Object.keys(elements) as ElementName[];

export interface Settings {
  elements: ElementName[];
  area: string;
  theme: '' | 'neutral' | 'party' | 'spring';
  words: 'zh-CN' | 'en';
  mode: 'normal' | 'elder';
  site: string;
  token: string;
  login: string;
  organisation: string;
  pin: boolean;
  width: 'side' | 'phone' | 'page';
  target: Target;
}

const inputs = (name: string) => [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
const chosen = (name: string) => inputs(name).find(({ checked }) => checked)?.value ?? '';
export const organisations = () => part('organisations') as HTMLSelectElement;
const text = (name: string) => inputs(name)[0]?.value.trim() ?? '';

const oneOf = <T extends string>(value: string, first: T, ...rest: T[]): T => rest.find((one) => one === value) ?? first;

/** What the form says. The area is chosen elsewhere: see areas.ts. */
export const read = (area: string): Settings => ({
  elements: names.filter((name) => inputs('elements').some(({ value, checked }) => checked && value === name)),
  area,
  theme: oneOf(chosen('theme'), '', 'neutral', 'party', 'spring'),
  words: oneOf(chosen('words'), 'zh-CN', 'en'),
  mode: oneOf(chosen('mode'), 'normal', 'elder'),
  site: text('site'),
  token: text('token'),
  login: text('login'),
  organisation: organisations().value,
  pin: inputs('pin')[0]?.checked ?? true,
  width: oneOf(chosen('width'), 'page', 'phone', 'side'),
  target: oneOf<Target>(chosen('for'), ...(targets as unknown as ['html', ...Target[]])),
});

/** What a page shows first of itself: on a phone, how it looks on one. */
const usualWidth = () => (matchMedia('(max-width: 37.5rem)').matches ? 'phone' : 'page');

/** Fills the form from the address; what is not in it, or is nothing we know, stays as it is. */
export function fill(asked: URLSearchParams): void {
  for (const input of inputs('width')) input.checked = input.value === usualWidth();
  const wanted = asked.get('elements')?.split(',') ?? ['wish-wall'];
  for (const input of inputs('elements')) input.checked = wanted.includes(input.value);
  for (const name of ['theme', 'words', 'mode', 'width', 'for']) {
    const value = asked.get(name);
    for (const input of inputs(name)) if (value !== null && input.value === value) input.checked = true;
  }
  for (const name of ['site', 'token', 'login']) for (const input of inputs(name)) input.value = asked.get(name) ?? '';
  for (const input of inputs('pin')) input.checked = asked.get('pin') !== 'no';
}

/** The address of this page as it is now, without what goes without saying. */
export function addressOf(settings: Settings, lang = language): string {
  const said: [string, string, string][] = [
    ['elements', settings.elements.join(','), 'wish-wall'],
    ['area', settings.area, ''],
    ['theme', settings.theme, ''],
    ['words', settings.words, 'zh-CN'],
    ['mode', settings.mode, 'normal'],
    ['site', settings.site, ''],
    ['token', settings.token, ''],
    ['login', settings.login, ''],
    ['organisation', settings.organisation, ''],
    ['pin', settings.pin ? 'yes' : 'no', 'yes'],
    ['width', settings.width, usualWidth()],
    ['for', settings.target, 'html'],
  ];
  const query = new URLSearchParams(said.flatMap(([name, value, usual]) => (value === usual ? [] : [[name, value]])));
  query.set('lang', lang === 'en' ? 'en' : 'zh');
  // Commas and slashes may stand in a query, and read better.
  return `${location.pathname}?${query.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':')}`;
}

/** The origin that was written, empty where nothing was, or nothing where it is none. */
export function siteOf({ site }: Settings): string | undefined {
  if (site === '') return '';
  // Browsers read blanks as a part of the name.
  if (/\s/.test(site)) return undefined;
  try {
    const { origin, protocol } = new URL(site.includes('://') ? site : `https://${site}`);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** Browsers read a second slash, also one that leans the other way, as the beginning of another website. */
const isOwn = (address: string, settings: Settings): boolean =>
  address === '' || /^\/(?![/\\])\S*$/.test(address) || address.startsWith(`${siteOf(settings) || location.origin}/`);

/** As the element asks for it: on the portal's own website. */
export const isTokenAddress = (settings: Settings): boolean => isOwn(settings.token, settings);

/** As the element goes there: on the portal's own website, or on https. */
export const isLoginAddress = (settings: Settings): boolean =>
  isOwn(settings.login, settings) || /^https:\/\/[^\s/]+\S*$/i.test(settings.login);

/** Says beside a field what it is for, or what is wrong with it. */
export function hint(name: 'site' | 'token' | 'login', good: boolean, words: { hint: string; wrong: string }): void {
  const element = part(`hint="${name}"`);
  element.textContent = good ? words.hint : words.wrong;
  element.classList.toggle('bad', !good);
  for (const input of inputs(name)) input.setAttribute('aria-invalid', String(!good));
}
