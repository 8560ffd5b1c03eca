import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { files, filesIn, stories } from './setting/listed.ts';
import { elements, looks, rows, storyOf } from './setting/matrix.ts';

const folder = new URL('./', import.meta.url);
describe.each(Object.keys(elements))('%s', (element) => {
  it.each(rows)('has a story for: %s', (row) => {
    const id = storyOf(element, row);
    expect(stories.has(id), id).toBe(true);
    const look = looks[row];
    if (look) expect(stories.get(id)).toMatch(new RegExp(`\\b${look}\\b`));
  });
});

describe('pages', () => {
  const journeys = filesIn('./journeys/', '.mdx');
  const steps = journeys.flatMap((text) =>
    [...text.matchAll(/<sb-step story="([^"]*)" device="(?:phone|page)" en="([^"]+)">([^<]+)<\/sb-step>/g)].map(
      ([, id = '', english = '', chinese = '']) => ({ id, english, chinese }),
    ),
  );

  it('every step of a journey is a story, with a sentence in both languages', () => {
    expect(steps.map(({ id }) => id).filter((id) => !stories.has(id))).toEqual([]);
    expect(steps.filter(({ english, chinese }) => !/[a-z]/i.test(english) || !/[，。？]/.test(chinese))).toEqual([]);
    expect(steps).toHaveLength(journeys.join('').split('<sb-step ').length - 1);
  });

  it('there is a journey for each that people make, and none is a single picture', () => {
    expect(journeys).toHaveLength(7);
    for (const text of journeys) expect(text.split('<sb-step ').length).toBeGreaterThan(5);
  });

  const sources = readdirSync(new URL('../packages/components/src', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(new URL(`../packages/components/src/${path}`, folder), 'utf8'));
  const published = sources.flatMap((text) => {
    const tag = /^ \* @tag (fm-[\w-]+)/m.exec(text)?.[1];
    return tag === undefined ? [] : [{ tag, parts: [...text.matchAll(/^ \* @csspart (\w+) - /gm)].map(([, name]) => name) }];
  });

  it('every element that is published has a page', () => {
    const documented = files
      .filter((code) => code.includes("tags: ['autodocs']"))
      .map((code) => /component: '([\w-]+)'/.exec(code)?.[1]);
    expect(documented.sort()).toEqual(published.map(({ tag }) => tag).sort());
  });

  it('what designers are told of parts and commands is so', () => {
    const doc = readFileSync(new URL('../docs/designers.md', folder), 'utf8');
    const used = [...doc.matchAll(/(fm-[\w-]+)::part\((\w+)\)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, tag, part] of used) expect(published.find((one) => one.tag === tag)?.parts).toContain(part);
    const known: { scripts: Record<string, string> } = JSON.parse(readFileSync(new URL('../package.json', folder), 'utf8'));
    for (const [, name = ''] of doc.matchAll(/npm run ([\w:-]+)/g)) expect(known.scripts).toHaveProperty([name]);
  });
});
