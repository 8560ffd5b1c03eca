import { describe, expect, it } from 'vitest';
import { contrast, least, type Rgba, writtenRatio } from './contrast.ts';
import { ruleOf, valueOf } from './rule.ts';

const white: Rgba = [255, 255, 255, 1];
const black: Rgba = [0, 0, 0, 1];
const red: Rgba = [0xc8, 0x10, 0x2e, 1];

describe('contrast', () => {
  it('is what WCAG says it is', () => {
    expect(contrast(black, white)).toBeCloseTo(21);
    expect(contrast(white, black)).toBeCloseTo(21);
    expect(contrast(white, white)).toBe(1);
    expect(contrast(red, white)).toBeCloseTo(5.88, 2);
  });

  it('counts what is seen of a colour that lets the ground through', () => {
    expect(contrast([0, 0, 0, 0.5], white)).toBeCloseTo(contrast([127.5, 127.5, 127.5, 1], white));
  });

  it('is the least that can come of it on a ground that lets the page through', () => {
    const glass: Rgba = [255, 255, 255, 0.1];
    expect(contrast(black, glass)).toBeLessThan(1.5);
    expect(contrast(white, glass)).toBe(1);
  });

  it('is never written as enough where it is not', () => {
    expect([4.48, 4.5, 21, 6.99].map(writtenRatio)).toEqual(['4.4', '4.5', '21.0', '6.9']);
  });

  it('has to be more for text than for lines, and most in elder mode', () => {
    const pair = { colour: 'text', ground: 'surface' };
    expect(least({ ...pair, of: 'text' }, false)).toBe(4.5);
    expect(least({ ...pair, of: 'text' }, true)).toBe(7);
    expect(least({ ...pair, of: 'line' }, true)).toBe(3);
  });
});

describe('the rule to copy', () => {
  it('is nothing where nothing is changed', () => {
    expect(ruleOf({})).toBe('');
  });

  it('says what is the same by day and by night once', () => {
    expect(ruleOf({ '--fm-radius': { value: '4px' }, '--fm-accent': { light: '#123456', dark: '#123456' } })).toBe(
      'fm-community {\n  --fm-radius: 4px;\n  --fm-accent: #123456;\n}\n',
    );
  });

  it('gives browsers without light-dark() the colour by day', () => {
    const edit = { light: '#123456', dark: '#abcdef' };
    expect(valueOf(edit)).toBe('light-dark(#123456, #abcdef)');
    expect(ruleOf({ '--fm-accent': edit })).toBe(`fm-community {
  --fm-accent: #123456;
}
@supports (color: light-dark(#000, #fff)) {
  fm-community {
    --fm-accent: light-dark(#123456, #abcdef);
  }
}
`);
  });
});
