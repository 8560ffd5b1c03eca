export { ActController } from './act.ts';
export { LiveController } from './live.ts';
export { ResourceController } from './resource.ts';
export { type Catalogue, WordsController } from './words.ts';
