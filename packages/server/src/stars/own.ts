import type { Quote } from '../db/schema-stars.ts';
import { forStrangers, strangersRead } from '../moderation/mask.ts';
import type { Db } from '../ports.ts';

/**
 * What is kept of someone about stars, for their export: in their own words what they said, as strangers read it what
 * others did. `ids` are theirs, with merged ones.
 */
export async function starsKept(db: Db, ids: readonly string[]) {
  return { nominated: await nominated(db, ids), nominations: await made(db, ids), stars: await stars(db, ids) };
}

const nominations = (db: Db) =>
  db
    .selectFrom('nomination')
    .innerJoin('area', 'area.id', 'nomination.area_id')
    .leftJoin('nomination_words as said', 'said.nomination_id', 'nomination.id')
    .select(['nomination.id', 'area.slug as area', 'nomination.title', 'nomination.period', 'nomination.status'])
    .select(['nomination.asked', 'nomination.created_at'])
    .orderBy('nomination.created_at');

/** About them, once they know of it. */
async function nominated(db: Db, ids: readonly string[]) {
  const rows = await nominations(db)
    .leftJoin('upload', 'upload.nomination_id', 'nomination.id')
    .select([
      'said.sentence',
      'said.story',
      'nomination.name_as',
      'nomination.heard_by',
      'nomination.votes',
      'upload.id as portrait',
    ])
    .where('nomination.member_id', 'in', ids)
    .where('nomination.status', '<>', 'proposed')
    .execute();
  return rows.map(({ created_at: at, name_as: nameAs, heard_by: heardBy, sentence, story, ...row }) => ({
    ...row,
    sentence: strangersRead(sentence),
    story: strangersRead(story),
    nameAs,
    onBehalf: heardBy !== null,
    at: at.toISOString(),
  }));
}

/** What they said of others. */
async function made(db: Db, ids: readonly string[]) {
  const rows = await nominations(db)
    .select(['said.who', 'said.sentence', 'said.story', 'said.reason'])
    .where('nomination.nominator_id', 'in', ids)
    .execute();
  return rows.map(({ created_at: at, reason, ...row }) => ({ ...row, reason: strangersRead(reason), at: at.toISOString() }));
}

async function stars(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('star')
    .innerJoin('area', 'area.id', 'star.area_id')
    .leftJoin('star_words as said', 'said.star_id', 'star.id')
    .select(['star.id', 'area.slug as area', 'star.title', 'star.period', 'star.name_as', 'star.awarded_at'])
    .select(['star.taken_down_at', 'said.sentence', 'said.story', 'said.quotes', 'said.waiting', 'said.reason'])
    .where('star.member_id', 'in', ids)
    .orderBy('star.awarded_at')
    .execute();
  return rows.map(({ awarded_at: at, taken_down_at: takenDownAt, name_as: nameAs, quotes, waiting, ...row }) => ({
    ...row,
    // What a worker wrote and waits for their nod.
    waiting: waiting && {
      sentence: strangersRead(waiting.sentence ?? null),
      story: strangersRead(waiting.story ?? null),
      quotes: quotesRead(waiting.quotes),
    },
    sentence: strangersRead(row.sentence),
    story: strangersRead(row.story),
    quotes: quotesRead(quotes),
    reason: strangersRead(row.reason),
    nameAs,
    at: at.toISOString(),
    takenDownAt: takenDownAt?.toISOString() ?? null,
  }));
}

const quotesRead = (quotes: readonly Quote[] | null | undefined) =>
  (quotes ?? []).map(({ words, by }) => ({ words: forStrangers(words), by: forStrangers(by) }));
