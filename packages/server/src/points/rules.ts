import { type PointRule, pointRules } from '@five-micro/contract';
import type { AreaSettings } from '../db/schema.ts';

/** What a rule pays: for one deed, or for each hour of service; at most so much in one day of Asia/Shanghai. */
export interface PointRuleTerms {
  amount: number;
  daily: number | null;
}

/** Where no area on the way up says otherwise. */
export const pointDefaults: Record<PointRule, PointRuleTerms> = {
  'report-in': { amount: 5, daily: null },
  'wish-published': { amount: 1, daily: 5 },
  'wish-helped': { amount: 10, daily: null },
  'action-hour': { amount: 5, daily: 60 },
  vote: { amount: 1, daily: null },
};

/** The terms as they hold under an area's own or inherited settings. `award_points()` reads them the same way. */
export function termsUnder(settings: AreaSettings['points']): Record<PointRule, PointRuleTerms> {
  const terms = (rule: PointRule): PointRuleTerms => {
    const own = settings?.[rule];
    return own ? { amount: own.amount, daily: own.daily ?? null } : pointDefaults[rule];
  };
  return {
    'report-in': terms('report-in'),
    'wish-published': terms('wish-published'),
    'wish-helped': terms('wish-helped'),
    'action-hour': terms('action-hour'),
    vote: terms('vote'),
  };
}

/** What an area's answer says: amounts by rule. */
export function amountsUnder(settings: AreaSettings['points']): Record<string, number> {
  const terms = termsUnder(settings);
  return Object.fromEntries(pointRules.map((rule) => [rule, terms[rule].amount]));
}
