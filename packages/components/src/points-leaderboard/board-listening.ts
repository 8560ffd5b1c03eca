import type { FiveMicroCore } from '@five-micro/sdk';
import type { ReactiveControllerHost } from 'lit';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';

interface Listened {
  readonly client: FiveMicroCore | undefined;
  readonly area: string;
}

/** One listens to the area that is shown, which is not always the page's. */
export const listening = (board: FmPointsLeaderboard): ReactiveControllerHost & { readonly community: Listened } => ({
  addController: (controller) => board.addController(controller),
  removeController: (controller) => board.removeController(controller),
  requestUpdate: () => board.requestUpdate(),
  get updateComplete() {
    return board.updateComplete;
  },
  get community() {
    return { client: board.community.client, area: board.question.area };
  },
});
