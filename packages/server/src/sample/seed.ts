import { sql } from 'kysely';
import type { Ports } from '../ports.ts';
import { seedActions } from './seed-actions.ts';
import { Hands } from './seed-hands.ts';
import { seedPeople, seedPlaces, tellPeople } from './seed-people.ts';
import { tellPoints } from './seed-points.ts';
import { seedProjects } from './seed-projects.ts';
import { seedRounds } from './seed-rounds.ts';
import { seedSaid } from './seed-said.ts';
import { seedStars } from './seed-stars.ts';
import { seedWishes, type StoredPicture } from './seed-wishes.ts';
import type { SampleCommunity, SampleProject } from './types.ts';

const hour = 60 * 60 * 1000;
/** Notices older than this have been read. */
const readAfter = 72 * hour;

export interface SeedOptions {
  /** Whose tokens the sample's people come with. */
  issuer: string;
  /** The bytes of one of the sample's pictures. */
  picture: (name: string) => Promise<Uint8Array>;
}

/**
 * Puts a community into an empty database: in one transaction, dated back from now, with the events that the server
 * would have written on the way. Where there are areas already, nothing happens. Answers whether it did.
 */
export async function seedSample(ports: Ports, sample: SampleCommunity, { issuer, picture }: SeedOptions): Promise<boolean> {
  const isEmpty = async (db: Ports['db']) => (await db.selectFrom('area').select('id').limit(1).execute()).length === 0;
  if (!(await isEmpty(ports.db))) return false;
  const pictures = await readPictures(sample, picture);
  const now = ports.clock().getTime();
  const ago = (hours: number) => new Date(now - hours * hour);

  return ports.db.transaction().execute(async (db) => {
    // Several processes may start on one new database.
    await sql`select pg_advisory_xact_lock(${lockId})`.execute(db);
    if (!(await isEmpty(db))) return false;
    const places = await seedPlaces(db, sample, issuer);
    const people = await seedPeople(ports, db, sample, { places, issuer, ago });
    const wishes = await seedWishes(ports, db, sample, { places, people, pictures, ago });
    const hands = new Hands(ports, db, sample, { places, people, pictures, issuer, now });
    const [projects, stars] = [seedProjects(hands), seedStars(hands)];
    const tellings = [
      ...tellPeople(ports, db, sample, { places, people, ago }),
      ...wishes.tellings,
      ...tellPoints(db, sample, { places, people, wishes: wishes.stored, ago }),
      ...(await seedActions(ports, db, sample, { places, people, pictures, now })),
      ...projects.tellings,
      ...stars.tellings,
      ...seedRounds(hands, { projects: projects.ids, stars: stars.ids }),
      ...(await seedSaid(ports, db, sample, { places, people, wishes: wishes.stored, ago })),
    ];
    // Timelines and notices are read in the order in which events were written.
    for (const { tell } of tellings.sort((a, b) => a.at.getTime() - b.at.getTime())) await tell();
    await db
      .updateTable('notice')
      .from('event')
      .set({ seen_at: sql`event.at + interval '1 hour'` })
      .whereRef('event.id', '=', 'notice.event_id')
      .where('event.at', '<', new Date(now - readAfter))
      .execute();
    return true;
  });
}

const lockId = 5_051_337;

const picturesOf = ({ photos = [], milestones = [], comments = [] }: SampleProject) => [
  ...photos,
  ...milestones.flatMap((one) => one.photos ?? []),
  ...comments.flatMap((one) => one.answered?.photos ?? []),
];

async function readPictures(sample: SampleCommunity, picture: SeedOptions['picture']): Promise<Map<string, StoredPicture>> {
  const used = new Set([
    ...sample.wishes.flatMap((wish) => [...(wish.photos ?? []), ...(wish.claims ?? []).flatMap((claim) => claim.photos ?? [])]),
    ...sample.actions.flatMap((action) => action.photos ?? []),
    ...sample.projects.flatMap(picturesOf),
    ...sample.nominations.flatMap(({ consented }) => consented?.portrait ?? []),
  ]);
  const pictures = new Map<string, StoredPicture>();
  for (const { name, width, height } of sample.pictures)
    if (used.has(name)) pictures.set(name, { data: await picture(name), width, height });
  return pictures;
}
