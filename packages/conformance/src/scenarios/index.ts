import type { Scenario } from '../scenario.ts';
import { actionScenarios } from './actions.ts';
import { answers } from './answers.ts';
import { areasTried } from './areas.ts';
import { attendanceScenarios } from './attendance.ts';
import { exportScenarios } from './exports.ts';
import { idempotency } from './idempotency.ts';
import { lists } from './lists.ts';
import { liveScenarios } from './live.ts';
import { memberScenarios } from './members.ts';
import { moderationScenarios } from './moderation.ts';
import { origins } from './origins.ts';
import { paperScenarios } from './paper.ts';
import { pointScenarios } from './points.ts';
import { projectScenarios } from './projects.ts';
import { roundScenarios } from './rounds.ts';
import { sight } from './sight.ts';
import { starScenarios } from './stars.ts';
import { tokens } from './tokens.ts';
import { uploadScenarios } from './uploads.ts';
import { wishScenarios } from './wishes.ts';

/** All of them: first how anything is answered, then each feature's own way. */
export const allScenarios: readonly Scenario[] = [
  ...tokens,
  ...answers,
  ...origins,
  ...areasTried,
  ...lists,
  ...idempotency,
  ...sight,
  ...memberScenarios,
  ...wishScenarios,
  ...moderationScenarios,
  ...actionScenarios,
  ...attendanceScenarios,
  ...pointScenarios,
  ...projectScenarios,
  ...roundScenarios,
  ...paperScenarios,
  ...starScenarios,
  ...liveScenarios,
  ...uploadScenarios,
  ...exportScenarios,
];
