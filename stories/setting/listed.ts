import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../', import.meta.url);

/** The text of the files in a folder of `stories`, for tests that read them as they are written. */
export const filesIn = (path: string, ending: string): string[] =>
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
export const files = filesIn('./', '.stories.ts');
export const stories = new Map<string, string>(
  files.flatMap((code) => {
    const id = /^ {2}id: '([\w-]+)'/m.exec(code)?.[1] ?? /\bid: '([\w-]+)' };/.exec(code)?.[1] ?? '';
    return code
      .split(/^export const /m)
      .slice(1)
      .map((text) => [`${id}--${idOf(/^\w+/.exec(text)?.[0] ?? '')}`, /globals: (\w+|\{[^}]*\})/.exec(text)?.[1] ?? ''] as const);
  }),
);
