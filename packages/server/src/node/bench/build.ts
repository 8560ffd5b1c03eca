import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { measure } from '../../points/fold.ts';
import { holdHistograms } from '../../points/histograms.ts';
import { rebuildPoints } from '../../points/rebuild.ts';

/** A district of six streets and 52 communities, and how many people and entries are in it. */
export interface Size {
  members: number;
  entries: number;
}

const streets = 6;
const communities = 52;

/** The tree, people at home all over it, nine of ten on the boards, and a ledger of the last 25 days. */
export async function build(db: Kysely<Database>, { members, entries }: Size, at: Date, largeFrom?: number): Promise<void> {
  await plantTree(db);
  const indexes = await dropIndexes(db);
  await db.connection().execute(async (one) => {
    // What is made here is consistent by construction; constraints are checked where it is counted.
    for (const setting of ['session_replication_role = replica', 'synchronous_commit = off', `work_mem = '256MB'`])
      await sql.raw(`set ${setting}`).execute(one);
    for (const statement of [people(members), names, consents, ledger(members, entries, at)])
      await sql.raw(statement).execute(one);
    await sql`reset all`.execute(one);
  });
  await rebuildPoints(db, at, { measure: false });
  for (const definition of indexes) await sql.raw(definition).execute(db);
  await db.transaction().execute(async (trx) => {
    await holdHistograms(trx, 1);
    await measure(trx, 1, largeFrom);
    await trx.updateTable('point_fold').set({ measured_at: new Date() }).execute();
  });
  for (const table of ['point_total', 'point_entry', 'point_histogram', 'point_bucket', 'point_home', 'member', 'consent'])
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}

async function plantTree(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into area (id, slug, name, name_en, level, parent_id, root_id, path, settings) overriding system value
    select 1, 'district', '区', 'District', 'district', null, 1, array[1], '{"features": ["wishes", "actions", "points"]}'::jsonb
    union all
    select 1 + n, 'street-' || n, n || '街道', 'Street ' || n, 'street', 1, 1, array[1, 1 + n], '{}'
    from generate_series(1, ${streets}::integer) n
    union all
    select 1 + ${streets} + n, 'community-' || n, n || '社区', 'Community ' || n, 'community', 2 + n % ${streets}, 1,
      array[1, 2 + n % ${streets}, 1 + ${streets} + n], '{}'
    from generate_series(1, ${communities}::integer) n`.execute(db);
}

const idOf = (n: string) => `(lpad(to_hex(${n}), 8, '0') || '-0000-7000-8000-000000000000')::uuid`;

const people = (members: number) => `
  insert into member (id, root_id, area_id, created_at)
  select ${idOf('n')}, 1, ${1 + streets} + 1 + n % ${communities}, timestamptz '2020-01-01' from generate_series(1, ${members}) n`;
const names = `
  insert into member_profile (member_id, name, search_name, sort_key)
  select id, '王' || substr(id::text, 1, 8), '王', 'wang' from member`;
const consents = `
  insert into consent (member_id, ranking)
  select id, case when row_number() over (order by id) % 10 = 0 then 'off' else 'masked' end from member`;

/** Some do much, most do little: the busiest tenth has about a third of it. */
const ledger = (members: number, entries: number, at: Date) => `
  insert into point_entry (root_id, member_id, area_id, rule, amount, minutes, source, at, recorded_at)
  select 1, ${idOf('who')}, ${1 + streets} + 1 + who % ${communities}, rule, amount,
    case rule when 'action-hour' then amount * 12 end, 'bench:' || n, moment, moment
  from (
    select n, 1 + floor(${members} * power(spread, 1.5::float8))::integer % ${members} as who,
      (array['wish-helped', 'action-hour', 'wish-published', 'action-hour'])[1 + n % 4] as rule,
      (array[10, 5 * (1 + n % 7), 1, 5 + 5 * (n % 3)])[1 + n % 4] as amount,
      timestamptz '${at.toISOString()}' - interval '25 days' * part as moment
    from (
      select n, n * 0.6180339887::float8 - floor(n * 0.6180339887::float8) as spread,
        n * 0.7548776662::float8 - floor(n * 0.7548776662::float8) as part
      from generate_series(1, ${entries}) n
    ) numbered
  ) deeds`;

/** Filling a table goes faster without what orders it. Answers how to make it again. */
async function dropIndexes(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and (indexname = 'point_board' or indexname = 'point_entry_member')`.execute(db);
  for (const { name } of rows) await sql`drop index ${sql.table(name)}`.execute(db);
  return rows.map(({ definition }) => definition);
}
