import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { isMigrated, migrate } from './migrate.ts';
import type { OpenDatabase } from './pglite.ts';
import type { Database } from './schema.ts';

describe.each(databases)('migrations on $name', ({ open }) => {
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
    expect(runs.flat()).toEqual(['0001-areas-members-wishes']);
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
