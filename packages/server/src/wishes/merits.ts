import { award } from '../points/award.ts';
import type { Deed } from './deed.ts';

/** A wish that went up brings its wisher points, also where a worker wrote it down for them. */
export async function awardPublished({ db, at, caller, wish }: Deed): Promise<void> {
  await award(db, {
    memberId: wish.wisher_id,
    organisationId: null,
    area: { id: wish.area_id, root_id: wish.root_id },
    rule: 'wish-published',
    source: `wish-published:${wish.id}`,
    at,
    actorId: caller.id,
    wishId: wish.id,
  });
}

/**
 * Help brings points when the wisher or a worker says that it came, to whoever came and the organisation in whose name
 * they did; none for a wish of one's own. In the order of members, as whoever else counts for several of them.
 */
export async function awardHelped({ db, at, caller, wish, claims }: Deed): Promise<void> {
  const done = claims.filter((claim) => claim.state === 'done' && claim.member_id !== wish.wisher_id);
  for (const claim of done.sort((one, other) => (one.member_id < other.member_id ? -1 : 1))) {
    await award(db, {
      memberId: claim.member_id,
      organisationId: claim.organisation_id,
      area: { id: wish.area_id, root_id: wish.root_id },
      rule: 'wish-helped',
      source: `wish-helped:${claim.id}`,
      at,
      actorId: caller.id,
      wishId: wish.id,
    });
  }
}
