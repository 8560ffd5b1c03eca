import type { LiveHost } from '../shared/controllers/live.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';

/** One listens to the area that is shown, which is not always the page's. */
export const listening = (board: FmPointsLeaderboard): LiveHost => ({
  addController: (controller) => board.addController(controller),
  removeController: (controller) => board.removeController(controller),
  requestUpdate: () => board.requestUpdate(),
  get updateComplete() {
    return board.updateComplete;
  },
  get isConnected() {
    return board.isConnected;
  },
  get community() {
    return { client: board.community.client, area: board.question.area };
  },
});
