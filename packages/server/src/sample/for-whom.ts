import type { SampleWish } from './types.ts';

type ForWhom = SampleWish['forWhom'];

export const self: ForWhom = { relation: 'self' };
export const family = (name?: string): ForWhom => (name === undefined ? { relation: 'family' } : { relation: 'family', name });
export const neighbour = (name?: string): ForWhom =>
  name === undefined ? { relation: 'neighbour' } : { relation: 'neighbour', name };
