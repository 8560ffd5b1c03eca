import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabases } from '../testing/databases.ts';
import { isMigrated, migrate } from './migrate.ts';
import type { OpenDatabase } from './pglite.ts';
import type { Database } from './schema.ts';

describe.each(emptyDatabases)('migrations on $name', ({ open }) => {
  let database: OpenDatabase;
  let db: Kysely<Database>;
  beforeAll(async () => {
    database = await open();
    db = database.db;
  }, 120_000);
  afterAll(() => database.close());

  it('run once, also when several processes start together', async () => {
    expect(await isMigrated(db)).toBe(false);
    const runs = await Promise.all([migrate(db), migrate(db), migrate(db)]);
    expect(runs.flat()).toEqual([
      '0001-areas-members-wishes',
      '0002-people-and-their-say',
      '0003-actions',
      '0004-points',
      '0005-search-words-anew',
      '0006-projects',
      '0007-rounds',
      '0008-stars',
      '0009-points-by-home',
      '0010-overdue-corrections',
      '0011-votes-shown-later',
      '0012-words-that-wait',
      '0013-webhooks',
      '0014-said-of-projects-and-stars',
      '0015-said-of-actions',
    ]);
    expect(await isMigrated(db)).toBe(true);
    expect(await migrate(db)).toEqual([]);
  });

  describe('what happened', () => {
    beforeAll(async () => {
      await db
        .insertInto('event')
        .values({ root_id: 1, type: 'area.opened', visibility: 'public', at: new Date(0) })
        .execute();
    });

    it.each([`update event set type = 'other'`, 'delete from event', 'truncate event cascade'])(
      'cannot be undone by "%s"',
      async (statement) => {
        await expect(sql.raw(statement).execute(db)).rejects.toThrow('event is append-only');
        expect(await db.selectFrom('event').select('type').execute()).toEqual([{ type: 'area.opened' }]);
      },
    );
  });

  it('count wishes by area, status, kind and category as they change', async () => {
    const member = '0190a1b2-0000-7000-8000-000000000001';
    const wish = '0190a1b2-0000-7000-8000-000000000002';
    await sql`insert into area (slug, name, name_en, level, root_id, path) values ('here', '这里', 'Here', 'district', 1, array[1])`.execute(
      db,
    );
    await db
      .insertInto('member')
      .values({ id: member, root_id: 1, area_id: 1, created_at: new Date(0) })
      .execute();
    await db
      .insertInto('wish')
      .values({
        id: wish,
        root_id: 1,
        area_id: 1,
        wisher_id: member,
        kind: 'item',
        category: 'other',
        status: 'submitted',
        relation: 'self',
        created_at: new Date(0),
        updated_at: new Date(0),
      })
      .execute();
    await db.updateTable('wish').set({ status: 'open' }).where('id', '=', wish).execute();
    const counts = await db.selectFrom('wish_count').select(['status', 'n']).where('n', '>', 0).execute();
    expect(counts).toEqual([{ status: 'open', n: 1 }]);
  });
});

describe.each(emptyDatabases)('points by home on $name', ({ open }) => {
  it('are those of the path that was kept, also of a period that is closed', async () => {
    const { db, close } = await open();
    const member = '0190a1b2-0000-7000-8000-000000000001';
    await migrate(db, '0008-stars');
    await sql`insert into area (slug, name, name_en, level, parent_id, root_id, path) values
      ('here', '这里', 'Here', 'district', null, 1, array[1]), ('east', '东', 'East', 'street', 1, 1, array[1, 2]),
      ('west', '西', 'West', 'street', 1, 1, array[1, 3])`.execute(db);
    await sql`insert into member (id, root_id, area_id, created_at) values (${member}, 1, 3, now())`.execute(db);
    await sql`insert into point_home (member_id, root_id, d1, d2, listed) values (${member}, 1, 1, 3, true)`.execute(db);
    await sql`insert into point_total (member_id, period, starts, d1, d2, listed, points, minutes, wishes) values
      (${member}, 'month', '2026-10-01', 1, 2, true, 10, 0, 1), (${member}, 'month', '2026-11-01', 1, 3, true, 10, 0, 1)`.execute(
      db,
    );
    await migrate(db);
    expect(await db.selectFrom('point_home').select('home_id').execute()).toEqual([{ home_id: 3 }]);
    expect(await db.selectFrom('point_total').select(['starts', 'home_id']).orderBy('starts').execute()).toEqual([
      { starts: '2026-10-01', home_id: 2 },
      { starts: '2026-11-01', home_id: 3 },
    ]);
    await close();
  }, 120_000);
});

describe.each(emptyDatabases)('people and their say on $name', ({ open }) => {
  it('come to a community that was there before: names are sorted, and of several questions the last is asked', async () => {
    const { db, close } = await open();
    const member = (n: number) => `0190a1b2-0000-7000-8000-00000000000${n}`;
    await migrate(db, '0001-areas-members-wishes');
    await sql`insert into area (slug, name, name_en, level, parent_id, root_id, path) values
      ('here', '这里', 'Here', 'district', null, 1, array[1]), ('east', '东', 'East', 'street', 1, 1, array[1, 2])`.execute(db);
    await sql`insert into member (id, root_id, created_at) values (${member(1)}, 1, now()), (${member(2)}, 1, now())`.execute(db);
    await sql`insert into member_profile (member_id, name, search_name) values
      (${member(1)}, '解晓东', '解晓东'), (${member(2)}, '曾国藩', '曾国藩')`.execute(db);
    await sql`insert into report_in (id, member_id, area_id, state, created_at) values
      (${member(3)}, ${member(1)}, 1, 'waiting', '2026-11-01'), (${member(4)}, ${member(1)}, 2, 'waiting', '2026-11-02')`.execute(
      db,
    );
    await migrate(db);
    const asked = await sql<{ id: string; state: string }>`select id, state from report_in order by id`.execute(db);
    expect(asked.rows).toEqual([
      { id: member(3), state: 'withdrawn' },
      { id: member(4), state: 'waiting' },
    ]);
    const keys = await db.selectFrom('member_profile').select('sort_key').orderBy('sort_key').execute();
    expect(keys.map(({ sort_key: key }) => key)).toEqual(['xie4 xiao3 dong1|解晓东', 'zeng1 guo2 fan1|曾国藩']);
    await close();
  }, 120_000);

  it('are found by what strangers read, not by the numbers in what was written before', async () => {
    const { db, close } = await open();
    const id = (n: number) => `0190a1b2-0000-7000-8000-00000000000${n}`;
    await migrate(db, '0004-points');
    await sql`insert into area (slug, name, name_en, level, parent_id, root_id, path)
      values ('here', '这里', 'Here', 'district', null, 1, array[1])`.execute(db);
    await sql`insert into member (id, root_id, area_id, created_at) values (${id(1)}, 1, 1, now())`.execute(db);
    for (const n of [2, 3]) {
      await sql`insert into wish (id, root_id, area_id, wisher_id, kind, category, status, relation, created_at, updated_at)
        values (${id(n)}, 1, 1, ${id(1)}, 'item', 'other', 'submitted', 'self', now(), now())`.execute(db);
      await sql`insert into wish_words (wish_id, title, story, search_text, bigrams)
        values (${id(n)}, '台灯', '打 13812348000', '台灯 打 13812348000', array['台灯', '13'])`.execute(db);
    }
    // A worker has hidden this story: it is found by its title alone.
    await sql`update wish_words set search_text = '台灯' where wish_id = ${id(3)}`.execute(db);
    await sql`insert into moderation_case (id, root_id, area_id, wish_id, part, writer_id, state, since)
      values (${id(4)}, 1, 1, ${id(3)}, 'story', ${id(1)}, 'hidden', now())`.execute(db);
    expect(await migrate(db)).toContain('0005-search-words-anew');
    const words = await db.selectFrom('wish_words').select(['search_text', 'bigrams']).orderBy('wish_id').execute();
    expect(words.map(({ search_text: text }) => text)).toEqual(['台灯 打 138 8000', '台灯']);
    expect(words[0]?.bigrams).not.toContain('23');
    await close();
  }, 120_000);
});
