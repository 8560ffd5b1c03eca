export { ActController, type ActOptions, type ActState, type Outcome, type WorkOptions } from './act.ts';
export { type Community, CommunityController, communityContext } from './community.ts';
export { LiveController, type LiveFact } from './live.ts';
export { MinuteController } from './minute.ts';
export { ResourceController, type ResourceState } from './resource.ts';
export { type Catalogue, WordsController } from './words.ts';
