export { avatar, paperOf } from './avatar.ts';
export { type DrawingName, drawing } from './drawing.ts';
export { describedBy, field } from './field.ts';
export { type IconName, icon, kindIcon } from './icon.ts';
export { errorState, type ErrorStateOptions } from './problem.ts';
export { phrases } from './phrases.ts';
export { type EmptyState, emptyState, heading, skeletonLines, staleLine } from './states.ts';
