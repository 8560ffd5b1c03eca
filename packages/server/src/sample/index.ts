import { areas } from './areas.ts';
import { members } from './members.ts';
import { organisations } from './organisations.ts';
import { personas } from './personas.ts';
import { pictures } from './pictures.ts';
import { actionsAround } from './actions-around.ts';
import { yikangActions } from './actions-yikang.ts';
import { yikangActionsDone } from './actions-yikang-done.ts';
import { nominations } from './nominations.ts';
import { projectsAround } from './projects-around.ts';
import { yikangProjects } from './projects-yikang.ts';
import { yikangProjectsBuilt } from './projects-yikang-built.ts';
import { rounds } from './rounds.ts';
import { said } from './said.ts';
import { starsAround } from './stars-around.ts';
import { yikangStars } from './stars-yikang.ts';
import type { SampleCommunity, SampleWish } from './types.ts';
import { cbdWishes } from './wishes-cbd.ts';
import { claimedWishes } from './wishes-claimed.ts';
import { doneWishes } from './wishes-done.ts';
import { earlierWishes } from './wishes-done-earlier.ts';
import { closedWishes, fulfilledWishes } from './wishes-fulfilled.ts';
import { huangshanluWishes } from './wishes-huangshanlu.ts';
import { openWishes } from './wishes-open.ts';
import { moreOpenWishes } from './wishes-open-more.ts';
import { waitingWishes } from './wishes-waiting.ts';
import { yongdingWishes } from './wishes-yongding.ts';

export type * from './types.ts';

/** Who checks the wishes of a community. */
const workerOf = (area: string) => members.find((member) => member.roles.includes(`worker@${area}`))?.sub;

const wasLookedAt = (wish: SampleWish) =>
  wish.publishedHoursAgo !== undefined || wish.declined !== undefined || wish.merged !== undefined;

const checked = (wish: SampleWish): SampleWish => {
  const worker = workerOf(wish.area);
  return wasLookedAt(wish) && worker !== undefined ? { checkedBy: worker, ...wish } : wish;
};

/** 建邺区 as it might be: people, organisations and wishes are made up. */
export const sample: SampleCommunity = {
  areas,
  organisations,
  members,
  wishes: [
    ...openWishes,
    ...moreOpenWishes,
    ...waitingWishes,
    ...claimedWishes,
    ...fulfilledWishes,
    ...doneWishes,
    ...earlierWishes,
    ...closedWishes,
    ...huangshanluWishes,
    ...yongdingWishes,
    ...cbdWishes,
  ].map(checked),
  actions: [...yikangActions, ...yikangActionsDone, ...actionsAround],
  projects: [...yikangProjects, ...yikangProjectsBuilt, ...projectsAround],
  nominations: [...yikangStars, ...starsAround, ...nominations],
  rounds,
  said,
  personas,
  pictures,
};
