import { award } from '../points/award.ts';
import type { Db } from '../ports.ts';
import { claimsOf } from './history.ts';
import { type Ago, known, type Places, type Telling } from './seed-people.ts';
import type { StoredWish } from './seed-wishes.ts';
import type { SampleCommunity } from './types.ts';

export interface PointsAround {
  places: Places;
  people: ReadonlyMap<string, string>;
  wishes: ReadonlyMap<string, StoredWish>;
  ago: Ago;
}

/** What reporting in and wishes brought, to be written down in the order of time. Actions tell of theirs themselves. */
export function tellPoints(db: Db, sample: SampleCommunity, { places, people, wishes, ago }: PointsAround): Telling[] {
  const reportIns = sample.members.flatMap(({ sub, home, reportedInHoursAgo }): Telling[] => {
    if (home === null || reportedInHoursAgo === undefined) return [];
    const at = ago(reportedInHoursAgo);
    const memberId = known(people, sub);
    const deed = {
      memberId,
      organisationId: null,
      area: known(places.areas, home),
      rule: 'report-in' as const,
      source: `report-in:${memberId}`,
    };
    return [{ at, tell: () => award(db, { ...deed, at, actorId: memberId }) }];
  });
  const fromWishes = sample.wishes.flatMap((wish): Telling[] => {
    const { id, claims } = known(wishes, wish.key);
    const area = known(places.areas, wish.area);
    const published = wish.publishedHoursAgo;
    const over = wish.confirmed ?? wish.closed;
    const tellings: Telling[] = [];
    if (published !== undefined) {
      const at = ago(published);
      const deed = { organisationId: null, area, rule: 'wish-published' as const, source: `wish-published:${id}` };
      const actorId = wish.checkedBy === undefined ? null : known(people, wish.checkedBy);
      tellings.push({ at, tell: () => award(db, { ...deed, memberId: known(people, wish.wisher), at, actorId, wishId: id }) });
    }
    if (over !== undefined) {
      const at = ago(over.hoursAgo);
      const actorId = known(people, wish.closed?.by ?? wish.wisher);
      for (const [index, claim] of claimsOf(wish).entries()) {
        if (claim.state !== 'done') continue;
        const deed = { area, rule: 'wish-helped' as const, source: `wish-helped:${claims[index]}` };
        const organisationId = claim.as === undefined ? null : known(places.organisations, claim.as);
        tellings.push({
          at,
          tell: () => award(db, { ...deed, memberId: known(people, claim.by), organisationId, at, actorId, wishId: id }),
        });
      }
    }
    return tellings;
  });
  return [...reportIns, ...fromWishes];
}
