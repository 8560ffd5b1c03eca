import { isFiveMicroError } from '@five-micro/sdk';
import { fill } from './format.ts';
import type { Words } from './words/zh-CN.ts';

/** For what was only read: the server's own sentence, or ours where there was no answer or it would speak of saving. */
export function errorText(error: unknown, words: Words): string {
  if (!isFiveMicroError(error)) return words.failed;
  // What stands before the server, as while it is started anew.
  const isBetween = error.code === 'answer.not-five-micro' && error.retryable;
  const known = Object.entries(words.errors).find(([code]) => code === (isBetween ? 'server.failed' : error.code));
  return known?.[1] ?? error.message;
}

/** For acts: what the server said of it; without an answer of its own also whether anything was saved. */
export function actErrorText(error: unknown, words: Words): string {
  if (!isFiveMicroError(error)) return words.failed;
  // A page of the network's own, as in a hospital's hall, comes with a status too.
  if (error.status && !error.code.startsWith('answer.')) return error.message;
  return errorText(error, words) + (error.saved === 'unknown' ? words.unknownSaved : words.notSaved);
}

export const requestIdText = (error: unknown, words: Words): string | undefined =>
  isFiveMicroError(error) && error.requestId ? fill(words.requestId, { id: error.requestId }) : undefined;
