import { html, type TemplateResult } from 'lit';
import { errorText, requestIdText } from '../diagnose.ts';
import { type Place, sayOnce, type SetupProblem, setupProblem, setupText, setupTitle } from '../setup.ts';
import type { Words } from '../words/zh-CN.ts';
import { icon } from './icon.ts';
import { emptyState } from './states.ts';

export interface ErrorStateOptions {
  error?: unknown;
  /** What is missing, where nothing could be asked: `community.problem`. */
  problem?: SetupProblem | undefined;
  words: Words;
  place: Place;
  /** Not on a screen that nobody touches: it asks again by itself. */
  onRetry?: (() => void) | undefined;
  /** What did not work, as 心愿墙没有打开. */
  title?: string | undefined;
  level?: number | undefined;
}

/**
 * The error state of an element: what happened, the request id, 再试一次. A mistake in the page's set-up is said in
 * words for its webmaster, here and once in the console. Under them stands what the page has between the element's tags, which
 * says whom to call.
 */
export function errorState({
  error,
  problem = setupProblem(error),
  words,
  place,
  onRetry,
  title,
  level,
}: ErrorStateOptions): TemplateResult {
  const text = problem ? setupText(problem, place, error) : errorText(error, words);
  if (problem) sayOnce(text);
  const missing = problem === 'no-area' || problem === 'no-provider';
  return emptyState({
    drawing: 'broken',
    title: problem ? setupTitle(place) : (title ?? words.failed),
    text,
    role: 'alert',
    level,
    code: requestIdText(error, words),
    more: html`<slot></slot>`,
    actions:
      missing || !onRetry
        ? undefined
        : html`<button type="button" class="btn primary" @click=${onRetry}>${icon('refresh')}${words.retry}</button>`,
  });
}
