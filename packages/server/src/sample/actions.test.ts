import { actionStatus } from '@five-micro/contract';
import { countGraphemes, placeLength, storyLength, titleLength } from '@five-micro/contract/requests';
import { describe, expect, it } from 'vitest';
import { spanOf } from './action-people.ts';
import { sample } from './index.ts';
import type { SampleAction } from './types.ts';

const members = new Map(sample.members.map((member) => [member.sub, member]));
const organisations = new Map(sample.organisations.map((organisation) => [organisation.slug, organisation]));
const areas = new Map(sample.areas.map((area) => [area.slug, area]));
const pictures = new Set(sample.pictures.map((picture) => picture.name));
const categories = areas.get('jianye')?.settings.actionCategories ?? [];

const looksAfter = (sub: string, area: string) =>
  members
    .get(sub)
    ?.roles.some((role) => role === `worker@${area}` || (areas.get(area)?.level === 'street' && role.startsWith('worker@')));

function brokenIn(action: SampleAction): string[] {
  const { key, host, places, taken = 0, waiting = 0, came } = action;
  const named = [...(action.with ?? []), ...Object.keys(action.as ?? {})];
  const rules: Record<string, boolean> = {
    'is in an area': areas.has(action.area),
    'has one of the nine categories': categories.includes(action.category),
    'is drafted by a worker or by whom its host is represented': Boolean(
      looksAfter(action.author, action.area) || (host && members.get(action.author)?.represents?.includes(host)),
    ),
    'is held by an organisation that is there': host === undefined || organisations.has(host),
    'is signed up for by people who are there': named.every((sub) => members.has(sub)),
    'is not oversold': taken <= places && (action.with ?? []).length <= Math.max(taken, 0),
    'has people waiting only when it is full': waiting === 0 || taken === places,
    'had no more people than places': came === undefined || came <= taken,
    'says who came when it is over': (action.status === 'finished') === (came !== undefined) || 'inHours' in action.when,
    'says why it was cancelled': (action.status === 'cancelled') === (action.cancelled !== undefined),
    'has pictures that exist': (action.photos ?? []).every((name) => pictures.has(name)),
    'is as short as the contract wants it':
      countGraphemes(action.title) <= titleLength &&
      countGraphemes(action.story) <= storyLength &&
      countGraphemes(action.place) <= placeLength,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${key}: ${rule}`]));
}

describe('the sample’s actions', () => {
  it('are forty, each with a key of its own', () => {
    expect(sample.actions).toHaveLength(40);
    expect(new Set(sample.actions.map(({ key }) => key)).size).toBe(40);
  });

  it('hold together', () => {
    expect(sample.actions.flatMap(brokenIn)).toEqual([]);
  });

  it('are at hours at which people do such things, whenever they are seeded; at night a watch is under way', () => {
    const hour = 3_600_000;
    // A Wednesday: on a Monday before dawn this week has no other hours yet.
    const wednesday = Date.parse('2026-11-25T00:00:00+08:00');
    for (let at = 0; at < 24; at += 0.5) {
      const now = wednesday + at * hour;
      for (const action of sample.actions) {
        const { from, to } = spanOf(action, now);
        const midnight = Math.floor((from + 8 * hour) / (24 * hour)) * 24 * hour - 8 * hour;
        const [begins, ends] = [(from - midnight) / hour, (to - midnight) / hour];
        const running = from <= now && now < to;
        const awake = begins >= 6 && ends <= (running ? 22.5 : 22);
        const watch = running && begins === 21 && ends === 31;
        expect(`${action.key} at ${at}: ${awake || watch}`).toBe(`${action.key} at ${at}: true`);
        if (action.status === 'finished') expect(to, action.key).toBeLessThanOrEqual(now);
        // A hot meal is brought when one eats.
        if (action.key === 'dumplings') expect(begins >= 10 && ends <= 20.5 && from > now, `dumplings at ${at}`).toBe(true);
        if (action.key === 'stairwell-round') expect(running, `under way at ${at}`).toBe(true);
      }
    }
  });

  it('are of all nine categories and in every state', () => {
    expect([...new Set(sample.actions.map(({ category }) => category))].sort()).toEqual([...categories].sort());
    const running = sample.actions.some(({ when, status }) => status === 'open' && 'inHours' in when && when.inHours < 0);
    const states = new Set([...sample.actions.map(({ status }) => status), ...(running ? ['closed'] : [])]);
    expect([...states].sort()).toEqual([...actionStatus].sort());
  });
});
