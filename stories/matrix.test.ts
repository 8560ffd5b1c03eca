import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const filesIn = (path: string, ending: string) =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(path + name, folder), 'utf8'));

/** As Storybook makes an id of an export's name. */
const idOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/** Every story by its id, with what it says of the toolbar, as it is written. */
const files = filesIn('./', '.stories.ts');
const stories = new Map<string, string>(
  files.flatMap((code) => {
    const id = /^ {2}id: '([\w-]+)'/m.exec(code)?.[1] ?? /\bid: '([\w-]+)' };/.exec(code)?.[1] ?? '';
    return code
      .split(/^export const /m)
      .slice(1)
      .map((text) => [`${id}--${idOf(/^\w+/.exec(text)?.[0] ?? '')}`, /globals: (\w+|\{[^}]*\})/.exec(text)?.[1] ?? ''] as const);
  }),
);

/** What there is to see of an element: how it can stand, and in what it has to be looked at; see `setting/looks.ts`. */
const usual = {
  ready: 'ready',
  loading: 'loading',
  empty: 'empty',
  error: 'failed',
  stale: 'stale',
  offline: 'offline',
  'not signed in': 'not-signed-in',
  'not allowed': 'not-allowed',
  'a full community': 'sample',
  'sixty characters and rare names': 'long-words',
  English: 'english',
  '320': 'narrow',
  '390': 'phone',
  '768': 'tablet',
  '1200': 'ready',
  dark: 'dark',
  party: 'party',
  elder: 'elder',
};
type Row = keyof typeof usual;

/** Where it is another story than usual. */
const elements: Record<string, Partial<Record<Row, string>>> = {
  'wish-wall': { 'a full community': 'wish-wall--district' },
  'action-signup': {},
  'project-vote': {
    ready: 'project-vote--during',
    '1200': 'project-vote--during',
    'not signed in': 'project-vote--signed-out',
    'not allowed': 'project-vote--not-eligible',
    'sixty characters and rare names': 'project-vote--long-title',
  },
  // Everybody may read a board; who belongs elsewhere has no line on it.
  'points-leaderboard': {
    'not allowed': 'points-leaderboard--at-home-elsewhere',
    'sixty characters and rare names': 'points-leaderboard--long-names',
  },
  'star-gallery': { 'not allowed': 'star-contest--contest-not-allowed' },
  // One's own card is open to whoever is signed in; without a community there is one thing to do.
  'member-card': {
    ready: 'member-card--resident',
    '1200': 'member-card--resident',
    'a full community': 'member-card--volunteer',
    'not allowed': 'member-card--report-in',
  },
  'worker-desk': { 'a full community': 'worker-desk--street' },
};

/** By which word of `setting/looks.ts` a story looks so. */
const looks: Partial<Record<Row, string>> = {
  English: 'english',
  '320': 'narrow',
  '390': 'phone',
  '768': 'tablet',
  '1200': 'page',
  dark: 'dark',
  party: 'party',
  elder: 'elder',
};

const rows = Object.keys(usual) as Row[];

describe.each(Object.entries(elements))('%s', (element, others) => {
  it.each(rows)('has a story for: %s', (row) => {
    const id = others[row] ?? `${element}--${usual[row]}`;
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
