import { readFile } from 'node:fs/promises';
import { errorStatus } from '@five-micro/contract';
import { requests } from '@five-micro/contract/requests';
import { describe, expect, it } from 'vitest';
import { help } from './options.ts';
import { parts, sections } from './scenario.ts';
import { allScenarios } from './scenarios/index.ts';

const read = (name: string) => readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe('the documents', () => {
  it('have a heading for every rule that a scenario names, and a scenario for every heading', async () => {
    const headings = (await read('api-rules.md')).split('\n').flatMap((line) => /^## (.+)$/.exec(line)?.[1] ?? []);
    expect(headings).toEqual([...sections]);
    expect(new Set(allScenarios.map(({ rules }) => rules[0]))).toEqual(new Set(sections));
  });

  it('name no scenario twice, and in every rule endpoints and codes that there are', () => {
    expect(new Set(allScenarios.map(({ name }) => name)).size).toBe(allScenarios.length);
    const known = [...Object.keys(requests), ...Object.keys(errorStatus)];
    for (const { rules } of allScenarios) expect(known).toEqual(expect.arrayContaining(rules.slice(1)));
  });

  it('name every flag that the help names, and every part that can be left out', async () => {
    const text = await read('conformance.md');
    for (const [flag] of help.matchAll(/--[a-z-]+/g)) if (flag !== '--list') expect(text).toContain(flag);
    for (const part of parts) expect(text).toContain(part);
  });

  it('show lines as they are said', async () => {
    const shown = [...(await read('conformance.md')).matchAll(/^(?:ok {4}|FAIL {2}|skip {2})(\S+) {2}([^…]+)…/gm)];
    expect(shown.length).toBe(3);
    for (const [, name, begin = ''] of shown)
      expect(allScenarios.find((scenario) => scenario.name === name)?.says).toContain(begin.trim());
  });
});
