import type { Area } from '@five-micro/sdk';
import { ResourceController } from '../shared/controllers/resource.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';

/** The area whose board is shown: its name, its path, its rules. */
export const placeOf = (board: FmPointsLeaderboard): ResourceController<Area> =>
  new ResourceController<Area>(board, {
    key: () => {
      const { client, epoch } = board.community;
      const { area } = board.question;
      return client && area ? [client, area, epoch] : null;
    },
    load: async (signal) => {
      const { client } = board.community;
      if (!client) throw new Error('asked without a client');
      return client.areas.get({ area: board.question.area }, { signal });
    },
    reflect: false,
  });
