export { buttonStyles } from './button.styles.ts';
export { chipStyles } from './chip.styles.ts';
export { fieldStyles } from './field.styles.ts';
export { stateStyles } from './state.styles.ts';
export { tagStyles } from './tag.styles.ts';
