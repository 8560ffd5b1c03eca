import { describe, expect, it } from 'vitest';
import { createManifest, elementsOf, src, tokenCss } from '../../scripts/manifest.mjs';
import { files, filesIn, stories } from '../../stories/setting/listed.ts';
import { chinese, oneLine } from './described.ts';
import { chineseName } from './titled.ts';
import { lookNames, storyNames } from './zh/stories.ts';
import { titles } from './zh/titles.ts';

const sources = await tokenCss(src, '.ts');

/** Every sentence of the manifest that a page of documentation shows. */
function sentences(): Set<string> {
  const all = elementsOf(createManifest(sources)).flatMap(
    ({ summary, attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] }) => [
      summary,
      ...[attributes, members, events, slots, cssParts, cssProperties].flat().map(({ description }) => description),
    ],
  );
  return new Set(all.flatMap((text) => (text ? [oneLine(text)] : [])));
}

describe('what the elements say of themselves', () => {
  const said = sentences();

  it('is there in Chinese, all of it', () => {
    expect([...said].filter((text) => !chinese[text])).toEqual([]);
  });

  it('is not there in Chinese where nobody says it any more', () => {
    expect(Object.keys(chinese).filter((text) => !said.has(text))).toEqual([]);
  });

  it('names the same code in both languages', () => {
    const codes = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
    for (const [english, words] of Object.entries(chinese)) expect(codes(words), english).toEqual(codes(english));
  });
});

describe('what the sidebar calls things', () => {
  const used = [...files, ...filesIn('./', '.mdx'), ...filesIn('./journeys/', '.mdx')].flatMap(
    (text) => /title(?:=|: )(['"])([A-Z\d].*?)\1/.exec(text)?.[2]?.split('/') ?? [],
  );

  it('has a Chinese title for every group and page, and none that is not used', () => {
    expect(used.length).toBeGreaterThan(files.length);
    expect(used.filter((title) => !titles[title])).toEqual([]);
    expect(Object.keys(titles).filter((title) => !used.includes(title))).toEqual([]);
  });

  it('has a Chinese name for every story', () => {
    expect(stories.size).toBeGreaterThan(500);
    expect([...stories.keys()].filter((id) => !chineseName(id))).toEqual([]);
  });

  it('has no name of a story that is gone', () => {
    const ids = [...stories.keys()];
    const isUsed = (key: string) =>
      ids.some((id) => {
        const own = id.split('--')[1] ?? '';
        if (id === key || own === key) return true;
        return Object.keys(lookNames).some((look) => own === `${key}-${look}`);
      });
    expect(Object.keys(storyNames).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('never calls two stories of one page the same', () => {
    const called = [...stories.keys()].map((id) => `${id.split('--')[0]} ${chineseName(id)}`);
    expect(called.filter((one, at) => called.indexOf(one) !== at)).toEqual([]);
  });
});
