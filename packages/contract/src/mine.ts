import { hours, myAction } from './actions.ts';
import { pageOf, type PageQuery } from './common.ts';
import { asking } from './endpoint.ts';
import { account } from './points.ts';
import type { MyActionsQuery } from './requests/actions.ts';
import type { PeriodQuery } from './requests/points.ts';
import { star } from './star-reads.ts';
import { nomination } from './stars.ts';

/** What one has of each feature, below `/me`: apart from the features, so that those come without it. */
export const myActions = {
  actions: asking<MyActionsQuery & PageQuery>()('GET', '/me/actions', pageOf(myAction)),
  hours: asking<PageQuery>()('GET', '/me/hours', hours),
};

export const myPoints = { points: asking<PeriodQuery & PageQuery>()('GET', '/me/points', account) };

export const myStars = {
  nominations: asking<PageQuery>()('GET', '/me/nominations', pageOf(nomination)),
  stars: asking<PageQuery>()('GET', '/me/stars', pageOf(star)),
};
