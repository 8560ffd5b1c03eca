import { writeFile } from 'node:fs/promises';
import { begin } from './begin.ts';
import { KitError } from './finding.ts';
import { help, type Options, readOptions } from './options.ts';
import { jsonOf, junitOf } from './report/files.ts';
import { countsOf, lineOf, ruleOf, summaryOf } from './report/lines.ts';
import { run } from './runner.ts';
import type { Scenario } from './scenario.ts';
import { allScenarios } from './scenarios/index.ts';

export interface Output {
  say(line: string): void;
  complain(line: string): void;
}

/**
 * Does what the kit was called with.
 * @returns the exit code: 0 all passed, 1 something did not, 2 nothing is known
 */
export async function main(argv: readonly string[], output: Output): Promise<0 | 1 | 2> {
  try {
    const options = await readOptions(argv);
    if (options === 'help') output.say(help);
    else if (options === 'list') for (const scenario of allScenarios) output.say(listed(scenario));
    else return await tryAll(options, output);
    return 0;
  } catch (error) {
    output.complain(error instanceof KitError ? error.message : String(error instanceof Error ? error.stack : error));
    return 2;
  }
}

const listed = (scenario: Scenario) => `${scenario.name}  ${scenario.says} — rule: ${ruleOf(scenario)}`;

async function tryAll(options: Options, output: Output): Promise<0 | 1> {
  const chosen = choose(options.only);
  const ground = await begin(options, chosen);
  const quiet = options.json === '-';
  const { results, left } = await run(chosen, ground, {
    jobs: options.jobs,
    tell: (result) => {
      if (!quiet) output.say(lineOf(result));
    },
  });
  const json = jsonOf(results, left, options);
  if (quiet) output.say(json);
  else for (const line of summaryOf(results, left, options.area)) output.say(line);
  if (options.json !== undefined && !quiet) await writeFile(options.json, `${json}\n`);
  if (options.junit !== undefined) await writeFile(options.junit, junitOf(results));
  const { passed, failed, skipped } = countsOf(results);
  // A CI that tries nothing would be green for ever.
  if (passed + failed === 0) output.complain('Nothing was tried: everything that was chosen is skipped.');
  return failed > 0 || passed === 0 || (options.noSkips && skipped > 0) ? 1 : 0;
}

/** @throws {KitError} for a name that means nothing */
function choose(only: readonly string[]): readonly Scenario[] {
  const isMeant = (name: string) => (scenario: Scenario) => scenario.name === name || scenario.name.startsWith(`${name}/`);
  for (const name of only)
    if (!allScenarios.some(isMeant(name))) throw new KitError(`There is no scenario "${name}": --list says which there are.`);
  return only.length === 0 ? allScenarios : allScenarios.filter((scenario) => only.some((name) => isMeant(name)(scenario)));
}
