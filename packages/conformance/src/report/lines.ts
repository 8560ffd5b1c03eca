import type { Left, Result } from '../runner.ts';

/** One line about one scenario: what it is about, and what was expected and came where that differs. */
export function lineOf({ scenario, outcome, seconds }: Result): string {
  const head = `${{ passed: 'ok   ', failed: 'FAIL ', skipped: 'skip ' }[outcome.state]} ${scenario.name}  ${scenario.says}`;
  if (outcome.state === 'passed') return `${head} (${seconds.toFixed(1)} s)`;
  if (outcome.state === 'skipped') return `${head} — skipped: ${outcome.why}`;
  const asked = outcome.exchanges.at(-1);
  const last = asked
    ? `; last: ${asked.asked} → ${asked.status}${asked.requestId === null ? '' : ` (request ${asked.requestId})`}`
    : '';
  return `${head} — expected ${outcome.expected}; came ${outcome.came}; rule: ${ruleOf(scenario)}${last}`;
}

/** `docs/api-rules.md#wishes, wishes.claim, wish.already-claimed`. */
export const ruleOf = ({ rules: [section, ...names] }: Result['scenario']): string =>
  [`docs/api-rules.md#${section}`, ...names].join(', ');

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export function countsOf(results: readonly Result[]): Counts {
  const count = (state: keyof Counts) => results.filter(({ outcome }) => outcome.state === state).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** The last lines: how many, why some were not tried, and what is left behind. */
export function summaryOf(results: readonly Result[], left: Left, area: string): string[] {
  const { passed, failed, skipped } = countsOf(results);
  const reasons = new Map<string, number>();
  for (const { outcome } of results)
    if (outcome.state === 'skipped') reasons.set(outcome.why, (reasons.get(outcome.why) ?? 0) + 1);
  return [
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ...[...reasons].map(([why, count]) => `${count} skipped because ${why}`),
    `Left behind in ${area} and below: ${leftOf(left)}. The API deletes nothing, so they stay there; nothing was written anywhere else.`,
  ];
}

const leftOf = (left: Left): string =>
  Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ') || 'nothing';
