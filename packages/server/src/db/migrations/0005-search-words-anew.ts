import { type Kysely, sql } from 'kysely';
import { searchWords } from '../../wishes/search.ts';

/**
 * What wishes are found by, as strangers read them. Rows from the first release hold the words as they were written:
 * whoever guessed a number's digits one after the other could feel their way to what the wall masks.
 *
 * @public called by the migrator under its name
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let full = true; full; ) {
    const { rows } = await wordsAfter(after).execute(db);
    const changed = rows.flatMap(({ id, search_text, title, story, place }) => {
      const words = searchWords({ title, story, place });
      return words.search_text === search_text ? [] : [{ id, ...words }];
    });
    for (const { id, search_text, bigrams } of changed)
      await sql`update wish_words set search_text = ${search_text}, bigrams = ${sql.val(bigrams)}::text[] where wish_id = ${id}`.execute(
        db,
      );
    after = rows.at(-1)?.id ?? after;
    full = rows.length === page;
  }
}

const page = 1000;

interface Words {
  id: string;
  title: string;
  story: string;
  place: string | null;
  search_text: string;
}

/** But for what a worker has hidden or reworded: that was written anew when they did. */
const wordsAfter = (after: string) => sql<Words>`
  select wish_id as id, title, story, place, search_text from wish_words
  where wish_id > ${after}::uuid and not exists (
    select 1 from moderation_case decided
    left join moderation_words on moderation_words.case_id = decided.id
    where decided.wish_id = wish_words.wish_id and decided.part in ('title', 'story', 'place')
      and (decided.state = 'hidden' or moderation_words.wording is not null))
  order by wish_id limit ${page}`;
