import '../community/define.ts';
import './organisation.define.ts';
import { FmOrganisation } from './organisation.ts';

// Not in the element itself: a wish's sheet shows organisations, and the two would need each other.
FmOrganisation.loadWish = () => import('../wish-wall/wish-detail.define.ts');
FmOrganisation.loadAction = () => import('../worker-desk/actions/action-keeper.define.ts');

export { FmOrganisation };
export type * from './events.ts';
export type * from '../shared/events.ts';
export type * from '../worker-desk/actions/events.ts';
export type * from '../worker-desk/events.ts';
