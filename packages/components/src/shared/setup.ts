import { isFiveMicroError } from '@five-micro/sdk';
import { fill } from './format.ts';
import { toLang } from './options.ts';
import { en } from './words/setup-en.ts';
import { type SetupWords, zhCN } from './words/setup-zh-CN.ts';

/** Where the element is, for words about what is wrong with it. */
export interface Place {
  readonly apiUrl: string;
  readonly area: string;
  readonly lang: string;
}

/** What a webmaster has to mend, as against what passes by itself. */
export type SetupProblem = Exclude<keyof SetupWords, 'title'>;

const catalogue = { 'zh-CN': zhCN, en };

export function setupProblem(error: unknown): SetupProblem | undefined {
  if (!isFiveMicroError(error)) return undefined;
  const { code } = error;
  // A proxy's page while the server is started anew passes by itself.
  if (code === 'answer.not-five-micro' && error.retryable) return undefined;
  if (code === 'answer.not-five-micro' || code === 'request.not-found') return 'api-url';
  if (code === 'area.unknown') return 'area';
  if (code === 'request.origin') return 'origin';
  if (code === 'token.unavailable') return 'token-url';
  // By now the portal has been asked for another token, and gave one that had ended too.
  if (code === 'token.expired') return 'token-clock';
  // A good token that was taken back is the member's matter: they sign in again.
  if (code.startsWith('token.') && code !== 'token.revoked') return 'token';
  return undefined;
}

/** What went wrong below, in whatever words there are for it. */
function reasonOf(error: unknown): string {
  if (!isFiveMicroError(error)) return '';
  const { code, message, cause } = error;
  if (code !== 'token.unavailable') return `${message} (${code})`;
  return cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : 'timeout';
}

export const setupTitle = ({ lang }: Place): string => catalogue[toLang(lang)].title;

/** The words for a webmaster. */
export const setupText = (problem: SetupProblem, place: Place, error?: unknown): string =>
  fill(catalogue[toLang(place.lang)][problem], {
    url: place.apiUrl,
    area: place.area,
    origin,
    reason: reasonOf(error),
  });

const said = new Set<string>();

/** Once in the console for each thing that is wrong, however many elements meet it. */
export function sayOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  console.error(`[five-micro] ${text}`);
}

/** What is wrong with a page's set-up, for its console alone. */
export function saySetup(error: unknown, place: Place): void {
  sayOnce(setupText(setupProblem(error) ?? 'token-url', place, error));
}
