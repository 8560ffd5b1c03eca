import { type Kysely, sql } from 'kysely';
import { areaBySlug, type AreaRow } from '../../areas/statements.ts';
import { migrate } from '../../db/migrate.ts';
import { openPostgres } from '../../db/postgres.ts';
import type { Database } from '../../db/schema.ts';
import { award } from '../../points/award.ts';
import { type Board, levelOf, linesOf, ranksOn } from '../../points/board-statements.ts';
import { fold } from '../../points/fold.ts';
import { spanAt } from '../../points/periods.ts';
import { build, type Size } from './build.ts';
import { measureRedis } from './redis.ts';
import { rate, timed, timesSaid } from './times.ts';

const runs = 1000;
/** Milliseconds of load at a time, in turns. */
const loadFor = 6_000;
const turns = 3;
const callers = 16;

/**
 * `npm run bench -- leaderboard`: boards, ranks and awards at the size of a whole city district, beside the smallest
 * question that the same connection can be asked, and beside Redis where there is one.
 */
export async function benchLeaderboard(url: string, size: Size, say: (line: string) => void): Promise<void> {
  const at = new Date();
  const { db, close } = await openPostgres(url, { connections: callers + 2 });
  try {
    const began = performance.now();
    await migrate(db);
    await build(db, size, at);
    const seconds = Math.round((performance.now() - began) / 1000);
    const bytes = await sql<{ size: string }>`select pg_size_pretty(pg_database_size(current_database())) as size`.execute(db);
    say(`${size.members} members, ${size.entries} entries: built in ${seconds} s, ${bytes.rows[0]?.size ?? ''}.`);
    await readings(db, at, say);
    await writings(db, at, say);
  } finally {
    await close();
  }
}

const boardOf = async (db: Kysely<Database>, slug: string, at: Date): Promise<Board> => {
  const area = await areaOf(db, slug);
  const large = await db.selectFrom('point_large').select('area_id').where('area_id', '=', area.id).executeTakeFirst();
  return { areaId: area.id, rootId: area.root_id, level: levelOf(area), large: large !== undefined, span: spanAt('month', at) };
};

async function areaOf(db: Kysely<Database>, slug: string): Promise<AreaRow> {
  const area = await areaBySlug(db, slug);
  if (!area) throw new Error(`There is no area ${slug}.`);
  return area;
}

/** One caller, one connection. */
async function readings(db: Kysely<Database>, at: Date, say: (line: string) => void): Promise<void> {
  const district = await boardOf(db, 'district', at);
  const { rows } = await sql<{ member_id: string; points: number }>`
    select member_id, points from point_total tablesample bernoulli (0.2)
    where period = 'month' and starts = ${district.span.starts}::date and listed and points > 0 limit 1000`.execute(db);
  const some = (n: number) => rows[n % rows.length] ?? { member_id: '', points: 1 };
  await db.connection().execute(async (one) => {
    const ask = async (what: string, call: (n: number) => Promise<unknown>, most?: number) => {
      const [ping, times] = await timed(runs, () => sql`select 1`.execute(one), call);
      if (!ping || !times) return;
      const share = `${(times.p50 / ping.p50).toFixed(2)} × ${ping.p50.toFixed(3)} ms of select 1 in between`;
      say(`${what.padEnd(34)} ${timesSaid(times)}   ${share}${most === undefined ? '' : ` (at most ${most})`}`);
    };
    const deep = (n: number) => ({ points: some(n).points, memberId: some(n).member_id });
    await ask('top 50, district', () => linesOf(one, district, undefined, 50), 3);
    await ask('deep page of 50, district', (n) => linesOf(one, district, deep(n), 50));
    for (const slug of ['district', 'street-1', 'community-1']) {
      const board = await boardOf(one, slug, at);
      const what = `my rank, ${slug} (${board.large ? 'histogram' : 'counted'})`;
      await ask(what, (n) => ranksOn(one, board, [some(n).points]), slug === 'district' ? 4 : undefined);
    }
  });
  const board = await linesOf(db, district, undefined, 2_000_000);
  await measureRedis(board, runs, say);
}

/** Sixteen callers, with the ticker beside them; the bare rows go into the same ledger, and count nowhere. */
async function writings(db: Kysely<Database>, at: Date, say: (line: string) => void): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from member tablesample bernoulli (2) limit 20000`.execute(db);
  const community = await areaOf(db, 'community-1');
  const member = (n: number) => rows[(n * 7919) % rows.length]?.id ?? '';
  const bare = (n: number) =>
    sql`/* prepared */
    insert into point_entry (root_id, member_id, area_id, rule, amount, source, at, recorded_at)
    values (1, ${member(n)}::uuid, ${community.id}::integer, 'wish-helped', 10, ${`bare:${n}`}, ${at}::timestamptz, ${at}::timestamptz)`.execute(
      db,
    );
  const whole = (n: number) =>
    award(db, {
      memberId: member(n),
      organisationId: null,
      area: community,
      rule: 'wish-helped',
      source: `load:${n}`,
      at,
      actorId: null,
    });
  const lags: number[] = [];
  const rates = { bare: 0, whole: 0 };
  for (let turn = 0; turn < turns; turn++) {
    const from = turn * 10_000_000;
    rates.bare += (await rate(callers, loadFor, (n) => bare(from + n))) / turns;
    const stop = foldBeside(db, lags);
    rates.whole += (await rate(callers, loadFor, (n) => whole(from + n))) / turns;
    await stop();
  }
  say(`${'ledger insert alone'.padEnd(34)} ${Math.round(rates.bare)} a second, ${callers} callers`);
  say(
    `${'award: ledger, day and totals'.padEnd(34)} ${Math.round(rates.whole)} a second, ${(rates.whole / rates.bare).toFixed(2)} of it (at least 0.35)`,
  );
  say(`${'histograms behind'.padEnd(34)} ${(Math.max(...lags) / 1000).toFixed(2)} s at most (at most 2), ${lags.length} folds`);
}

/** As the ticker does it; notes what an entry has waited at most that came just after a fold. Answers how to end it. */
function foldBeside(db: Kysely<Database>, lags: number[]): () => Promise<void> {
  const ended = new AbortController();
  const ticker = (async () => {
    for (let before = performance.now(); !ended.signal.aborted; ) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await fold({ db, clock: () => new Date() });
      lags.push(performance.now() - before);
      before = performance.now();
    }
  })();
  return () => {
    ended.abort();
    return ticker;
  };
}
