import { usualCatalogue } from '../areas/catalogue.ts';
import { insertArea } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import { namesOf } from '../identity/readings.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';
import { phoneTailHash } from '../members/phone.ts';
import type { SampleCommunity, SampleMember } from './types.ts';

/** What was stored, by the names that the sample uses. */
export interface Places {
  areas: Map<string, { id: number; root_id: number; path: number[] }>;
  organisations: Map<string, number>;
}

/** Looks up what must be there. */
export function known<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`The sample refers to "${name}", which it does not have.`);
  return found;
}

export async function seedPlaces(db: Db, sample: SampleCommunity, issuer: string): Promise<Places> {
  const areas: Places['areas'] = new Map();
  for (const { slug, names, level, parent, settings } of sample.areas) {
    const own = { slug, name: names['zh-CN'], nameEn: names.en, level };
    const above = parent === null ? undefined : known(areas, parent);
    areas.set(slug, await insertArea(db, own, above, { ...settings, ...(!above && { catalogue: usualCatalogue }) }));
  }
  const organisations: Places['organisations'] = new Map();
  for (const { slug, area, name, kind, parent } of sample.organisations) {
    const { id: area_id, root_id } = known(areas, area);
    const { id } = await db
      .insertInto('organisation')
      .values({ slug, name, kind, area_id, root_id, parent_id: parent === undefined ? null : known(organisations, parent) })
      .returning('id')
      .executeTakeFirstOrThrow();
    organisations.set(slug, id);
  }
  for (const district of sample.areas.filter((area) => area.parent === null)) {
    const { id, root_id } = known(areas, district.slug);
    await db.insertInto('issuer').values({ iss: issuer, root_id, area_id: id }).execute();
  }
  return { areas, organisations };
}

/** Something that happened, to be written down in its turn. */
export interface Telling {
  at: Date;
  tell: () => Promise<unknown>;
}

export type Ago = (hours: number) => Date;

/** Since when someone is here: their report-in, or a day before the first thing they did. */
function arrivalOf(member: SampleMember, sample: SampleCommunity): number {
  const first = Math.max(
    0,
    ...sample.wishes.flatMap((wish) => [
      ...(wish.wisher === member.sub || wish.actingWorker === member.sub ? [wish.postedHoursAgo] : []),
      ...(wish.claims ?? []).flatMap((claim) => (claim.by === member.sub ? [claim.hoursAgo] : [])),
    ]),
  );
  return Math.max(member.reportedInHoursAgo ?? 0, first + 24, partOf(member, sample));
}

/** Rounds and stars go further back than the first wish: whoever had a part in them was here by then. */
function partOf({ sub }: SampleMember, { rounds, nominations }: SampleCommunity): number {
  return Math.max(
    0,
    ...rounds.flatMap(({ author, paperBy = [], votes, openedHoursAgo }) =>
      [author, ...paperBy, ...votes.flatMap(({ by, onPaper = [] }) => [...by, ...onPaper])].includes(sub)
        ? [openedHoursAgo + 24]
        : [],
    ),
    ...nominations.flatMap(({ member, nominatedBy, asked, awarded, nominatedHoursAgo }) =>
      [member, nominatedBy, asked?.by, awarded?.by].includes(sub) ? [nominatedHoursAgo + 24] : [],
    ),
  );
}

/** Stores the people, and answers their ids by sub. What they did is left to be told in order: see `tellPeople`. */
export async function seedPeople(
  ports: Ports,
  db: Db,
  sample: SampleCommunity,
  { places, issuer, ago }: { places: Places; issuer: string; ago: Ago },
): Promise<Map<string, string>> {
  const ids = new Map(
    sample.members.map((member) => {
      const at = ago(arrivalOf(member, sample));
      return [member.sub, newId({ clock: () => at, random: ports.random })];
    }),
  );
  // Workers first, as those whom they registered refer to them.
  const inOrder = [...sample.members].sort((a, b) => Number(a.registeredBy !== undefined) - Number(b.registeredBy !== undefined));
  const { root_id } = known(places.areas, sample.areas.find((area) => area.parent === null)?.slug ?? '');
  for (const member of inOrder) {
    const member_id = known(ids, member.sub);
    const at = ago(arrivalOf(member, sample));
    const reported =
      member.registeredBy !== undefined ? at : member.reportedInHoursAgo === undefined ? null : ago(member.reportedInHoursAgo);
    await db
      .insertInto('member')
      .values({
        id: member_id,
        root_id,
        area_id: member.home === null ? null : known(places.areas, member.home).id,
        reported_in_at: reported,
        // Their portal has said so when they were here; who was registered is known by a worker.
        resident_of:
          member.home !== null && member.registeredBy === undefined && member.roles.includes('resident')
            ? known(places.areas, member.home).id
            : null,
        registered_by: member.registeredBy === undefined ? null : known(ids, member.registeredBy),
        created_at: at,
      })
      .execute();
    await db
      .insertInto('member_profile')
      .values({
        member_id,
        ...namesOf(member.name),
        phone: member.phone === undefined ? null : await ports.secrets.seal(member.phone),
        phone_tail_hash: member.phone === undefined ? null : await phoneTailHash(ports.secrets, member.phone),
      })
      .execute();
    const { wishAuthor = false, helper = false, photos = false, star = false, ranking = 'off' } = member.consents ?? {};
    await db.insertInto('consent').values({ member_id, wish_author: wishAuthor, helper, photos, star, ranking }).execute();
    if (member.registeredBy === undefined)
      await db.insertInto('identity').values({ iss: issuer, sub: member.sub, member_id }).execute();
    for (const slug of member.represents ?? []) {
      await db
        .insertInto('representative')
        .values({ organisation_id: known(places.organisations, slug), member_id, origin: 'issuer', since: at })
        .execute();
    }
    if (member.branch !== undefined) {
      await db
        .insertInto('affiliation')
        .values({ member_id, organisation_id: known(places.organisations, member.branch), since: reported ?? at })
        .execute();
    }
  }
  return ids;
}

async function reportIn(
  ports: Ports,
  db: Db,
  given: {
    memberId: string;
    area: { id: number; root_id: number };
    organisationId: number | null;
    state: 'done' | 'waiting';
    at: Date;
  },
): Promise<void> {
  const { memberId, area, organisationId, state, at } = given;
  await db
    .insertInto('report_in')
    .values({
      id: newId({ clock: () => at, random: ports.random }),
      member_id: memberId,
      area_id: area.id,
      organisation_id: organisationId,
      state,
      created_at: at,
    })
    .execute();
  const told = { type: 'member.reported-in', area, at, visibility: 'workers' as const, actorId: memberId };
  await recordEvent(db, { ...told, organisationId, data: { value: state } });
}

/** Facts about people, to be told in the order of time with those about wishes. */
export function tellPeople(
  ports: Ports,
  db: Db,
  sample: SampleCommunity,
  { places, people, ago }: { places: Places; people: ReadonlyMap<string, string>; ago: Ago },
): Telling[] {
  return sample.members.flatMap((member): Telling[] => {
    const id = known(people, member.sub);
    if (member.home === null) return [];
    const area = known(places.areas, member.home);
    const at = ago(arrivalOf(member, sample));
    if (member.registeredBy !== undefined) {
      const actorId = known(people, member.registeredBy);
      return [
        {
          at,
          tell: () => recordEvent(db, { type: 'member.registered', area, at, visibility: 'workers', actorId, onBehalfOf: id }),
        },
      ];
    }
    const { branch, moving, reportedInHoursAgo } = member;
    const given = [
      ...(reportedInHoursAgo === undefined
        ? []
        : [{ to: member.home, hoursAgo: reportedInHoursAgo, branch, state: 'done' as const }]),
      ...(moving === undefined ? [] : [{ branch: undefined, ...moving, state: 'waiting' as const }]),
    ];
    return given.map((one) => ({
      at: ago(one.hoursAgo),
      tell: () =>
        reportIn(ports, db, {
          memberId: id,
          area: known(places.areas, one.to),
          organisationId: one.branch === undefined ? null : known(places.organisations, one.branch),
          state: one.state,
          at: ago(one.hoursAgo),
        }),
    }));
  });
}
