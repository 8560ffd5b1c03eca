export { avatar } from './avatar.ts';
export { describedBy, field } from './field.ts';
export { errorState } from './problem.ts';
export { phrases } from './phrases.ts';
export { emptyState, heading, skeletonLines, staleLine } from './states.ts';
