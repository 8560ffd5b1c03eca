import { type Kysely, sql } from 'kysely';
import { areaBySlug, type AreaRow } from '../../areas/statements.ts';
import { migrate } from '../../db/migrate.ts';
import type { Database } from '../../db/schema.ts';
import { award } from '../../points/award.ts';
import { type Board, linesOf, standOn } from '../../points/board-statements.ts';
import { fold } from '../../points/fold.ts';
import { type Span, spanAt } from '../../points/periods.ts';
import { foldEvery } from '../../points/ticker.ts';
import { build, type Size } from './build.ts';
import { measureRedis } from './redis.ts';
import { rate, timed, timesSaid } from './times.ts';

/** How long it is measured. */
export interface Pace {
  /** Of each question. */
  runs: number;
  /** Milliseconds of load at a time, in turns. */
  loadFor: number;
  turns: number;
}

const usual: Pace = { runs: 1000, loadFor: 6_000, turns: 3 };

const callers = 16;
/** With the ticker and the rest beside them. */
export const connections = callers + 2;

/** Late in a month, on whose board the 25 days of the ledger are, whatever day it is. */
const at = new Date('2026-11-26T02:00:00.000Z');

/**
 * `npm run bench -- leaderboard`: boards, ranks and awards at the size of a whole city district, beside the smallest
 * question that the same connection can be asked, and beside Redis where there is one. The database is empty at first.
 */
export async function benchLeaderboard(
  db: Kysely<Database>,
  size: Size,
  say: (line: string) => void,
  pace: Pace = usual,
): Promise<void> {
  const began = performance.now();
  await migrate(db);
  await build(db, size, at);
  const seconds = Math.round((performance.now() - began) / 1000);
  const bytes = await sql<{ size: string }>`select pg_size_pretty(pg_database_size(current_database())) as size`.execute(db);
  say(`${size.members} members, ${size.entries} entries: built in ${seconds} s, ${bytes.rows[0]?.size ?? ''}.`);
  await readings(db, pace, say);
  await writings(db, pace, say);
}

const boardOf = async (db: Kysely<Database>, slug: string): Promise<Board> => {
  const area = await areaOf(db, slug);
  const large = await db.selectFrom('point_large').select('area_id').where('area_id', '=', area.id).executeTakeFirst();
  return { areaId: area.id, large: large !== undefined, span: spanAt('month', at) };
};

async function areaOf(db: Kysely<Database>, slug: string): Promise<AreaRow> {
  const area = await areaBySlug(db, slug);
  if (!area) throw new Error(`There is no area ${slug}.`);
  return area;
}

/** One caller, one connection. */
async function readings(db: Kysely<Database>, { runs }: Pace, say: (line: string) => void): Promise<void> {
  const district = await boardOf(db, 'district');
  const some = await someOf(db, district.span);
  await db.connection().execute(async (one) => {
    const ask = async (what: string, call: (n: number) => Promise<unknown>, most?: number) => {
      const [ping, times] = await timed(runs, () => sql`select 1`.execute(one), call);
      if (!ping || !times) return;
      const share = `${(times.p50 / ping.p50).toFixed(2)} × ${ping.p50.toFixed(3)} ms of select 1 in between`;
      say(`${what.padEnd(34)} ${timesSaid(times)}   ${share}${most === undefined ? '' : ` (at most ${most})`}`);
    };
    await ask('top 50, district', () => linesOf(one, district, undefined, 50), 3);
    await ask('deep page of 50, district', (n) => linesOf(one, district, some(n), 50));
    for (const slug of ['district', 'street-1', 'community-1']) {
      const board = await boardOf(one, slug);
      const what = `my rank, ${slug} (${board.large ? 'histogram' : 'counted'})`;
      await ask(what, (n) => standOn(one, board, some(n).memberId), slug === 'district' ? 4 : undefined);
    }
  });
  const board = await linesOf(db, district, undefined, 2_000_000);
  await measureRedis(board, runs, say);
}

/** Lines of a board, from everywhere on it. */
async function someOf(db: Kysely<Database>, { starts }: Span): Promise<(n: number) => { points: number; memberId: string }> {
  const { rows } = await sql<{ points: number; memberId: string }>`
    select points, member_id as "memberId" from point_total
    where period = 'month' and starts = ${starts}::date and listed and points > 0 order by md5(member_id::text) limit 1000`.execute(
    db,
  );
  return (n) => {
    const row = rows[n % rows.length];
    if (!row) throw new Error('Nobody is on the board: more members, or more entries.');
    return row;
  };
}

/** Sixteen callers, with the ticker beside them; the bare rows go into the same ledger, and count nowhere. */
async function writings(db: Kysely<Database>, { loadFor, turns }: Pace, say: (line: string) => void): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from member order by md5(id::text) limit 20000`.execute(db);
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
    `${'award: ledger and totals'.padEnd(34)} ${Math.round(rates.whole)} a second, ${(rates.whole / rates.bare).toFixed(2)} of it (at least 0.35)`,
  );
  say(`${'histograms behind'.padEnd(34)} ${(Math.max(...lags) / 1000).toFixed(2)} s at most (at most 2), ${lags.length} folds`);
}

/**
 * As the ticker does it; notes what an entry has waited that was written just after a fold had begun, which the next one
 * takes. Answers how to end it.
 */
function foldBeside(db: Kysely<Database>, lags: number[]): () => Promise<void> {
  const ended = new AbortController();
  const ticker = (async () => {
    for (let before = performance.now(); !ended.signal.aborted; ) {
      await new Promise((resolve) => setTimeout(resolve, foldEvery));
      const began = performance.now();
      await fold({ db, clock: () => new Date() });
      lags.push(performance.now() - before);
      before = began;
    }
  })();
  return () => {
    ended.abort();
    return ticker;
  };
}
