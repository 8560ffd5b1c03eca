import type { Me } from '@five-micro/sdk';
import type { ResourceController } from '../controllers/resource.ts';

/** Whose ballot it is: a member's id, `visitor` where nobody is known to be signed in, undefined as long as it is asked. */
export const voterOf = ({ value, state }: ResourceController<Me | undefined>): string | undefined =>
  value?.id ?? (state.status === 'loading' ? undefined : 'visitor');
