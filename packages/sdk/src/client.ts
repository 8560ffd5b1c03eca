import { type Actions, actionsOf } from './actions.ts';
import { type FiveMicroSettings, transportKey } from './connection.ts';
import { createCore, type FiveMicroCore } from './core.ts';
import { meOf, type Myself } from './me.ts';
import { type Members, membersOf } from './members.ts';
import { type Moderation, moderationOf } from './moderation.ts';
import { type Organisations, organisationsOf } from './organisations.ts';
import { type Points, pointsOf } from './points.ts';
import { type Projects, projectsOf } from './projects.ts';
import { type ReportIns, reportInsOf } from './report-ins.ts';
import { type Rights, rightsOf } from './rights.ts';
import { type Rounds, roundsOf } from './rounds.ts';
import { type Stars, starsOf } from './stars.ts';
import { type Uploads, uploadsOf } from './uploads.ts';

export interface FiveMicro extends FiveMicroCore {
  readonly me: Myself & Rights;
  readonly members: Members;
  readonly reportIns: ReportIns;
  readonly organisations: Organisations;
  readonly moderation: Moderation;
  readonly actions: Actions;
  readonly points: Points;
  readonly rounds: Rounds;
  readonly projects: Projects;
  readonly stars: Stars;
  readonly uploads: Uploads;
}

/**
 * A client of one Five Micro server. Nothing is asked before the first call.
 * @example
 * const client = createFiveMicro({ apiUrl: 'https://wuwei.example.cn/api/v1', area: 'yikang' });
 * for await (const wish of client.wishes.list()) console.log(wish.title);
 */
export const createFiveMicro = (settings: FiveMicroSettings): FiveMicro => complete(createCore(settings));

const isComplete = (client: FiveMicroCore): client is FiveMicro => 'moderation' in client;

/**
 * The whole client over the same session and the same requests as its core.
 * @example
 * const community = document.querySelector('fm-community') as { client?: FiveMicroCore } | null;
 * if (community?.client) console.log((await complete(community.client).me.get()).name);
 */
export function complete(core: FiveMicroCore): FiveMicro {
  if (isComplete(core)) return core;
  const { area, [transportKey]: transport } = core;
  return {
    ...core,
    me: { ...meOf(transport), ...rightsOf(transport) },
    members: membersOf(transport, area),
    reportIns: reportInsOf(transport, area),
    organisations: organisationsOf(transport, area),
    moderation: moderationOf(transport, area),
    actions: actionsOf(transport, area),
    points: pointsOf(transport, area),
    rounds: roundsOf(transport, area),
    projects: projectsOf(transport, area),
    stars: starsOf(transport, area),
    uploads: uploadsOf(transport),
  };
}
