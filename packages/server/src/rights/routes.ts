import type { Routes } from '../http/route.ts';
import { erase } from './erase.ts';
import { erasedAt } from './statements.ts';

export const rightsRoutes: Pick<Routes<'me'>, 'me.erase'> = {
  'me.erase': {
    alone: true,
    act: erase,
    async answer({ at }, db, memberId) {
      const { erased_at } = await erasedAt(db, memberId);
      return { erasedAt: (erased_at ?? at).toISOString() };
    },
  },
};
