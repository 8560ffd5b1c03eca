import { type FiveMicroError, isFiveMicroError } from '@five-micro/sdk';
import { fill } from './format.ts';
import { type Words, zhCN } from './words/zh-CN.ts';

/** Where the element is, for words about what is wrong with it. */
export interface Place {
  readonly apiUrl: string;
  readonly area: string;
}

/** What a webmaster has to mend, as against what passes by itself. */
export type SetupProblem = Exclude<keyof Words['setup'], 'title'>;

export function setupProblem(error: unknown): SetupProblem | undefined {
  if (!isFiveMicroError(error)) return undefined;
  const { code } = error;
  if (code === 'answer.not-five-micro' || code === 'request.not-found') return 'api-url';
  if (code === 'area.unknown') return 'area';
  if (code === 'request.origin') return 'origin';
  if (code === 'token.unavailable') return 'token-url';
  // A good token that ran out or was taken back is the member's matter: they sign in again.
  if (code.startsWith('token.') && code !== 'token.expired' && code !== 'token.revoked') return 'token';
  return undefined;
}

/** The words for a webmaster. */
export const setupText = (problem: SetupProblem, words: Words, place: Place, error?: unknown): string =>
  fill(words.setup[problem], {
    url: place.apiUrl,
    area: place.area,
    origin: location.origin,
    reason: isFiveMicroError(error) ? `${error.message} (${error.code})` : '',
  });

/** For what was only read: the server's own sentence, or ours where there was no answer or it would speak of saving. */
export function errorText(error: unknown, words: Words): string {
  if (!isFiveMicroError(error)) return words.failed;
  const known = Object.entries(words.errors).find(([code]) => code === error.code);
  return known?.[1] ?? error.message;
}

/** For acts: what the server said of it; without an answer also whether anything was saved. */
export function actErrorText(error: unknown, words: Words): string {
  if (!isFiveMicroError(error)) return words.failed;
  if (error.status) return error.message;
  return errorText(error, words) + (error.saved === 'unknown' ? words.unknownSaved : words.notSaved);
}

export const requestIdText = (error: unknown, words: Words): string | undefined =>
  isFiveMicroError(error) && error.requestId ? fill(words.requestId, { id: error.requestId }) : undefined;

const said = new Set<string>();

/** Once in the console for each thing that is wrong, however many elements meet it. */
export function sayOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  console.error(`[five-micro] ${text}`);
}

/** What is wrong with a page's set-up, for its console alone. */
export function saySetup(error: unknown, place: Place): void {
  sayOnce(setupText(setupProblem(error) ?? 'token-url', zhCN, place, error));
}

export type { FiveMicroError };
