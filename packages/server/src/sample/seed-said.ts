import { recordEvent } from '../db/events.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';
import { type Ago, known, type Places, type Telling } from './seed-people.ts';
import type { SampleCommunity, SampleSaid, SampleWish } from './types.ts';

export interface SaidAround {
  places: Places;
  people: ReadonlyMap<string, string>;
  /** Ids of wishes and of their claims, by the wish's key. */
  wishes: ReadonlyMap<string, { id: string; claims: readonly string[] }>;
  ago: Ago;
}

/** Stores what waits for a worker and what was hidden, and answers how it came to be so. */
export async function seedSaid(ports: Ports, db: Db, sample: SampleCommunity, around: SaidAround): Promise<Telling[]> {
  const tellings: Telling[] = [];
  for (const said of sample.said) {
    const wish = sample.wishes.find(({ key }) => key === said.wish);
    if (!wish) throw new Error(`The sample refers to "${said.wish}", which it does not have.`);
    await storeCase(ports, db, said, wish, around);
    tellings.push(...tellCase(db, said, wish, around));
  }
  return tellings;
}

const writerOf = (said: SampleSaid, wish: SampleWish): string =>
  said.part === 'note'
    ? (wish.claims?.[said.claim ?? 0]?.by ?? '')
    : said.part === 'closing'
      ? (wish.closed?.by ?? '')
      : wish.wisher;

async function storeCase(
  ports: Ports,
  db: Db,
  said: SampleSaid,
  wish: SampleWish,
  { places, people, wishes, ago }: SaidAround,
): Promise<void> {
  const area = known(places.areas, wish.area);
  const stored = known(wishes, wish.key);
  const since = ago(said.hoursAgo);
  const id = newId({ clock: () => since, random: ports.random });
  await db
    .insertInto('moderation_case')
    .values({
      id,
      root_id: area.root_id,
      area_id: area.id,
      wish_id: stored.id,
      claim_id: said.claim === undefined ? null : (stored.claims[said.claim] ?? null),
      upload_id: null,
      part: said.part,
      writer_id: known(people, writerOf(said, wish)),
      state: said.state,
      since,
      decided_by: said.hidden ? known(people, said.hidden.by) : null,
    })
    .execute();
  if (said.hidden) {
    await db.insertInto('moderation_words').values({ case_id: id, wording: null, reason: said.hidden.reason }).execute();
  }
  for (const report of said.reports ?? []) {
    const member_id = known(people, report.by);
    await db
      .insertInto('moderation_report')
      .values({ case_id: id, member_id, reason: report.reason, created_at: ago(report.hoursAgo) })
      .execute();
    if (report.words !== undefined) {
      await db.insertInto('moderation_report_words').values({ case_id: id, member_id, words: report.words }).execute();
    }
  }
}

function tellCase(db: Db, said: SampleSaid, wish: SampleWish, { places, people, wishes, ago }: SaidAround): Telling[] {
  const stored = known(wishes, wish.key);
  const writer = known(people, writerOf(said, wish));
  const fact = {
    area: known(places.areas, wish.area),
    wishId: stored.id,
    claimId: said.claim === undefined ? null : (stored.claims[said.claim] ?? null),
    data: { part: said.part },
  };
  const tellings: Telling[] = (said.reports ?? []).map((report) => {
    const at = ago(report.hoursAgo);
    const actorId = known(people, report.by);
    return { at, tell: () => recordEvent(db, { ...fact, type: 'wish.reported', at, visibility: 'workers', actorId }) };
  });
  const at = ago(said.hoursAgo);
  if (said.state === 'held')
    tellings.push({
      at,
      tell: () => recordEvent(db, { ...fact, type: 'wish.held', at, visibility: 'parties', notify: [writer] }),
    });
  const { hidden } = said;
  if (hidden) {
    const actorId = known(people, hidden.by);
    const words = hidden.reason;
    tellings.push({ at, tell: () => recordEvent(db, { ...fact, type: 'wish.hidden', at, actorId, words, notify: [writer] }) });
  }
  return tellings;
}
