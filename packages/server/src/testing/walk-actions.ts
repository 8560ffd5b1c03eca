import { type FeatureLine, locals, type Role, workers } from './walk.ts';

/** They look after an action: workers of its area, and whoever may act for the organisation that holds it. */
export const organisers: Role[] = ['helper', 'colleague', ...workers];
export const notOrganisers: Role[] = ['visitor', 'wisher', 'neighbour', 'otherWorker', 'stranger'];

interface ActionLine extends FeatureLine {
  /** The state of an action that the branch holds, which the path names; the wisher has signed up where one can. */
  action: 'draft' | 'open' | 'begun';
}

/** What is asked of an action by its id, with the same words by whoever asks. */
export const actionLines = {
  'actions.get': { allowed: [...organisers, 'officer'], blind: notOrganisers, action: 'draft' },
  // Whoever proposes it does not let it through.
  'actions.open': { allowed: workers, blind: notOrganisers.slice(1), action: 'draft' },
  'actions.edit': { allowed: organisers, action: 'open', body: { places: 3 } },
  'actions.cancel': { allowed: organisers, action: 'open', body: { reason: '下雨' } },
  'actions.finish': { allowed: organisers, action: 'begun' },
  'actions.signUp': { allowed: locals, action: 'open' },
  'actions.signUps': { allowed: organisers, action: 'open' },
  'actions.checkInCode': { allowed: organisers, action: 'begun' },
  'actions.reportPart': { allowed: locals, action: 'open', body: { part: 'story', reason: 'rude' } },
  'actions.hidePart': { allowed: workers, action: 'open', body: { part: 'story', reason: '写了别人的名字' } },
  // But for the one who wrote it down.
  'actions.showPart': { allowed: ['worker', 'streetWorker'], action: 'open', body: { part: 'story' } },
} satisfies Record<string, ActionLine>;
