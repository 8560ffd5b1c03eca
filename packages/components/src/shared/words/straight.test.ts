/// <reference types="vite/client" />
import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';

/** Every English catalogue, as it stands in its file: words may be functions. */
const sources = import.meta.glob<string>('../../**/*en.ts', { query: '?raw', import: 'default', eager: true });

describe('the English words', () => {
  const catalogues = Object.entries(sources).filter(([path]) => /[/-]en\.ts$/.test(path));

  it('are all looked at', () => {
    expect(catalogues.length).to.be.at.least(8);
  });

  // A curly quote comes from the Chinese font of the page, as wide as a Chinese character.
  it.each(catalogues)('%s has straight quotes', (_path, source) => {
    const words = source.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
    expect(words.match(/.{0,20}[‘’“”].{0,20}/g) ?? []).to.deep.equal([]);
  });
});
