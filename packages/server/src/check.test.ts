import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase, type Difference, replay } from './check.ts';
import { recordEvent } from './db/events.ts';
import { migrate } from './db/migrate.ts';
import type { OpenDatabase } from './db/pglite.ts';
import type { Database } from './db/schema.ts';
import { databases } from './testing/databases.ts';

const member = '0190a1b2-0000-7000-8000-000000000001';
const helper = '0190a1b2-0000-7000-8000-000000000002';
const wish = '0190a1b2-0000-7000-8000-000000000003';
const claim = '0190a1b2-0000-7000-8000-000000000004';
const at = new Date('2026-11-23T02:00:00Z');

describe.each(databases)('the check on $name', ({ open }) => {
  let database: OpenDatabase;
  let db: Kysely<Database>;
  beforeAll(async () => {
    database = await open();
    db = database.db;
    await migrate(db);
    await aClaimedWish();
  }, 120_000);
  afterAll(() => database.close());

  async function aClaimedWish() {
    await sql`insert into area (slug, name, name_en, level, root_id, path) values ('here', '这里', 'Here', 'district', 1, array[1])`.execute(
      db,
    );
    for (const id of [member, helper])
      await db.insertInto('member').values({ id, root_id: 1, area_id: 1, created_at: at }).execute();
    const facts = { kind: 'item', category: 'daily', wanted: 1 } as const;
    await db
      .insertInto('wish')
      .values({
        ...facts,
        id: wish,
        root_id: 1,
        area_id: 1,
        wisher_id: member,
        status: 'claimed',
        held: 1,
        relation: 'self',
        created_at: at,
        updated_at: at,
      })
      .execute();
    await db
      .insertInto('claim')
      .values({ id: claim, root_id: 1, wish_id: wish, member_id: helper, state: 'active', due_at: at, created_at: at })
      .execute();
    const told = { area: { id: 1, root_id: 1 }, at, wishId: wish, data: facts };
    await recordEvent(db, { ...told, type: 'wish.submitted' });
    await recordEvent(db, { ...told, type: 'wish.published' });
    await recordEvent(db, { ...told, type: 'wish.claimed', claimId: claim });
  }

  const found = async () => (await checkDatabase(db)).differences;

  it('is content where everything is as the events say', async () => {
    expect(await checkDatabase(db)).toEqual({
      wishes: 1,
      actions: 0,
      rounds: 0,
      projects: 0,
      stars: 0,
      entries: 0,
      differences: [],
    });
  });

  it('finds a wish whose state was changed behind its events', async () => {
    await db.updateTable('wish').set({ status: 'open', held: 0, category: 'other' }).execute();
    expect(await found()).toEqual<Difference[]>([
      { subject: `wish ${wish}`, what: 'status', stored: 'open', recomputed: 'claimed' },
      { subject: `wish ${wish}`, what: 'held', stored: '0', recomputed: '1' },
      { subject: `wish ${wish}`, what: 'category', stored: 'other', recomputed: 'daily' },
      { subject: 'count 1 claimed item daily', what: 'n', stored: '0', recomputed: '1' },
      { subject: 'count 1 open item other', what: 'n', stored: '1', recomputed: '0' },
    ]);
    await db.updateTable('wish').set({ status: 'claimed', held: 1, category: 'daily' }).execute();
  });

  it('finds a claim that ended without an event', async () => {
    await db.updateTable('claim').set({ state: 'released' }).execute();
    expect(await found()).toEqual([{ subject: `claim ${claim}`, what: 'state', stored: 'released', recomputed: 'active' }]);
    await db.updateTable('claim').set({ state: 'active' }).execute();
  });

  it('finds a claim that nothing told of', async () => {
    const silent = {
      id: wish,
      root_id: 1,
      wish_id: wish,
      member_id: member,
      state: 'lapsed',
      due_at: at,
      created_at: at,
    } as const;
    await db.insertInto('claim').values(silent).execute();
    expect(await found()).toEqual([{ subject: `claim ${wish}`, what: 'state', stored: 'lapsed', recomputed: 'missing' }]);
    await db.deleteFrom('claim').where('id', '=', wish).execute();
  });

  it('finds what should have gone with someone who was erased, or followed whoever was merged', async () => {
    const [gone, other] = ['0190a1b2-0000-7000-8000-000000000008', '0190a1b2-0000-7000-8000-000000000009'];
    await db
      .insertInto('member')
      .values([
        { id: gone, root_id: 1, area_id: 1, created_at: at, erased_at: at },
        { id: other, root_id: 1, area_id: 1, created_at: at, merged_into: member },
      ])
      .execute();
    expect(await found()).toEqual([]);
    await db.insertInto('consent').values({ member_id: gone }).execute();
    await db.insertInto('identity').values({ iss: 'here', sub: 'someone', member_id: other }).execute();
    await db.updateTable('claim').set({ member_id: gone }).where('id', '=', claim).execute();
    expect(await found()).toEqual([
      { subject: `member ${gone}`, what: 'active claim', stored: 'there', recomputed: 'erased' },
      { subject: `member ${gone}`, what: 'consent', stored: 'there', recomputed: 'erased' },
      { subject: `member ${other}`, what: 'identity', stored: 'there', recomputed: 'merged' },
    ]);
    await db.updateTable('claim').set({ member_id: helper }).where('id', '=', claim).execute();
    await db.deleteFrom('consent').where('member_id', '=', gone).execute();
    await db.deleteFrom('identity').where('member_id', '=', other).execute();
  });

  it('finds a count that is off', async () => {
    await db.updateTable('wish_count').set({ n: 7 }).where('n', '>', 0).execute();
    expect(await found()).toEqual([{ subject: 'count 1 claimed item daily', what: 'n', stored: '7', recomputed: '1' }]);
  });
});

describe('a wish made from its events', () => {
  const step = (type: string, claimId: string | null = null, data = {}) => ({
    wish_id: wish,
    claim_id: claimId,
    type: `wish.${type}`,
    data,
  });

  it('is open while it wants more helpers, claimed when full, fulfilled when all are done', () => {
    const steps = [
      step('submitted', null, { wanted: 2 }),
      step('published'),
      step('claimed', 'a'),
      step('claimed', 'b'),
      step('fulfilled', 'a'),
      step('fulfilled', 'b'),
    ];
    const states = steps.map((_, index) => replay(steps.slice(0, index + 1)).status);
    expect(states).toEqual(['submitted', 'open', 'open', 'claimed', 'claimed', 'fulfilled']);
  });

  it('goes back to its helpers when the wisher says not yet, and to everyone when they give it back', () => {
    const steps = [step('submitted'), step('published'), step('claimed', 'a'), step('fulfilled', 'a'), step('reopened')];
    expect(replay(steps)).toMatchObject({ status: 'claimed', held: 1, done: 0, claims: new Map([['a', 'active']]) });
    expect(replay([...steps, step('released', 'a')])).toMatchObject({
      status: 'open',
      held: 0,
      claims: new Map([['a', 'released']]),
    });
  });

  it('is fulfilled by those who came, when it is content with fewer', () => {
    const steps = [
      step('submitted', null, { wanted: 3 }),
      step('published'),
      step('claimed', 'a'),
      step('fulfilled', 'a'),
      step('lowered', null, { wanted: 1 }),
    ];
    expect(replay(steps)).toMatchObject({ status: 'fulfilled', wanted: 1, held: 1, done: 1 });
  });
});
