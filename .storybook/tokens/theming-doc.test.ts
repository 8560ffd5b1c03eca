import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tokenStyles } from '../../packages/components/src/shared/styles/tokens.styles.ts';
import { contrast, least, pairs, type Rgba } from './contrast.ts';

const doc = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8');
const [, sample = ''] = /## Single values[^]*?```css\n([^]*?)```/.exec(doc) ?? [];

/** By name: its colour by day and by night. */
const coloursIn = (css: string, prefix: string) =>
  new Map(
    [...css.matchAll(new RegExp(`${prefix}([\\w-]+):\\s*light-dark\\((#\\w+),\\s*(#\\w+)\\)`, 'g'))].map(
      ([, name = '', day = '', night = '']) => [name, [day, night] as const],
    ),
  );
const own = coloursIn(sample, '--fm-');
const usual = coloursIn(tokenStyles.cssText, '--d-');

const rgba = (hex: string): Rgba => {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = (digits.match(/../g) ?? []).map((two) => Number.parseInt(two, 16));
  return [red, green, blue, 1];
};

it.each(['day', 'night'] as const)('the colours that the guide gives as an example can be read by %s', (when) => {
  const at = when === 'day' ? 0 : 1;
  const colour = (name: string) => (own.get(name) ?? usual.get(name))?.[at];
  expect([...own.keys()].filter((name) => name.startsWith('accent') || name === 'on-accent')).toHaveLength(4);
  const touched = pairs.filter((pair) => own.has(pair.colour) || own.has(pair.ground));
  expect(touched.length).toBeGreaterThan(4);
  const unreadable = touched.filter((pair) => {
    const [one, ground] = [colour(pair.colour), colour(pair.ground)];
    return !one || !ground || contrast(rgba(one), rgba(ground)) < least(pair, false);
  });
  expect(unreadable).toEqual([]);
});

it('what an older browser makes of that example is its day', () => {
  const plain = new Map([...sample.matchAll(/--fm-([\w-]*accent[\w-]*): (#\w+);/g)].map(([, name = '', value]) => [name, value]));
  for (const [name, [day]] of own) expect([name, plain.get(name)]).toEqual([name, day]);
});
