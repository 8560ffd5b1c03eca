import type { Left, Result } from '../runner.ts';
import { countsOf, ruleOf } from './lines.ts';

/** For programs: everything that the lines say, and the last requests of what failed. */
export const jsonOf = (results: readonly Result[], left: Left, { url, area }: { url: string; area: string }): string =>
  JSON.stringify(
    {
      url,
      area,
      ...countsOf(results),
      left,
      results: results.map(({ scenario, outcome, seconds }) => ({
        name: scenario.name,
        says: scenario.says,
        rule: ruleOf(scenario),
        seconds,
        ...outcome,
      })),
    },
    null,
    2,
  );

/** JUnit's XML as CI servers read it: a test case a scenario, classes by subject. */
export function junitOf(results: readonly Result[]): string {
  const { failed, skipped } = countsOf(results);
  const seconds = results.reduce((sum, one) => sum + one.seconds, 0).toFixed(3);
  const cases = results.map(({ scenario, outcome, seconds: time }) => {
    const [subject = '', name = ''] = scenario.name.split('/');
    const open = `    <testcase classname="${text(subject)}" name="${text(`${name}: ${scenario.says}`)}" time="${time.toFixed(3)}"`;
    if (outcome.state === 'passed') return `${open}/>`;
    if (outcome.state === 'skipped') return `${open}><skipped message="${text(outcome.why)}"/></testcase>`;
    const asked = outcome.exchanges.map(({ asked: what, status }) => `${what} → ${status}`).join('\n');
    const message = `expected ${outcome.expected}; came ${outcome.came}; rule: ${ruleOf(scenario)}`;
    return `${open}><failure message="${text(message)}">${text(asked)}</failure></testcase>`;
  });
  const totals = `tests="${results.length}" failures="${failed}" skipped="${skipped}" errors="0" time="${seconds}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name="five-micro conformance" ${totals}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** XML 1.0 has no characters for controls at all, nor for half a surrogate pair. */
const text = (raw: string): string =>
  Buffer.from(raw)
    .toString()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[&<>"\n]/g, (one) => escapes[one] ?? one);
