import { isFiveMicroError } from '@five-micro/sdk';
import { fill } from './format.ts';
import type { Words } from './words/zh-CN.ts';

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
