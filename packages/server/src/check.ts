import type { WishStatus } from '@five-micro/contract';
import { type Kysely, type Selectable, sql } from 'kysely';
import { checkActions } from './actions/check.ts';
import type { Database, EventData } from './db/schema.ts';
import { checkPoints } from './points/check.ts';
import type { Db } from './ports.ts';
import { checkProjects } from './projects/check.ts';
import { checkRounds } from './rounds/check.ts';
import { checkStars } from './stars/check.ts';
import { statusBy } from './wishes/lifecycle.ts';

/** One thing that is not as the events say. */
export interface Difference {
  /** `wish 0190…`, `claim 0190…`, `action 0190…`, `member 0190…` or `count 8 open item daily` with the area's id. */
  subject: string;
  what: string;
  stored: string;
  recomputed: string;
}

export interface Checked {
  wishes: number;
  actions: number;
  rounds: number;
  projects: number;
  stars: number;
  /** Of the points ledger. */
  entries: number;
  differences: Difference[];
}

interface Step {
  wish_id: string | null;
  claim_id: string | null;
  type: string;
  data: EventData;
}

type ClaimState = Pick<Selectable<Database['claim']>, 'id' | 'wish_id' | 'state'>;

/** A wish as its events make it. */
export interface Replayed {
  status: WishStatus;
  wanted: number;
  held: number;
  done: number;
  kind: string;
  category: string;
  claims: Map<string, Selectable<Database['claim']>['state']>;
}

const page = 500;

/**
 * Goes through all wishes, replays their events from the first, and compares states, claims and the counts that a
 * trigger keeps; then through who comes to actions, through the points ledger, through rounds of voting, which it
 * counts again, and through projects. It reads one snapshot, so it may run beside a server. `now` tells
 * which periods run; without it, it is the time of what happened last.
 */
export function checkDatabase(db: Kysely<Database>, now?: Date): Promise<Checked> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const differences: Difference[] = [];
      const counts = new Map<string, number>();
      let wishes = 0;
      for (let after = nilId, more = true; more; ) {
        const rows = await trx.selectFrom('wish').selectAll().where('id', '>', after).orderBy('id').limit(page).execute();
        const histories = await historiesOf(
          trx,
          rows.map((row) => row.id),
        );
        const claims = await claimsOf(
          trx,
          rows.map((row) => row.id),
        );
        for (const row of rows) {
          const replayed = replay(histories.get(row.id) ?? []);
          differences.push(...compareWish(row, replayed), ...compareClaims(claims.get(row.id) ?? [], replayed));
          const cell = [row.area_id, replayed.status, replayed.kind, replayed.category].join(' ');
          counts.set(cell, (counts.get(cell) ?? 0) + 1);
        }
        wishes += rows.length;
        after = rows.at(-1)?.id ?? after;
        more = rows.length === page;
      }
      differences.push(...(await compareCounts(trx, counts)), ...(await leftovers(trx)));
      const { actions, differences: ofActions } = await checkActions(trx);
      const { entries, differences: ofPoints } = await checkPoints(trx, now ?? (await lastEventAt(trx)));
      const { rounds, differences: ofRounds } = await checkRounds(trx);
      const { projects, differences: ofProjects } = await checkProjects(trx);
      const { stars, differences: ofStars } = await checkStars(trx);
      const parts = [differences, ofActions, ofPoints, ofRounds, ofProjects, ofStars];
      return { wishes, actions, rounds, projects, stars, entries, differences: parts.flat() };
    });
}

const lastEventAt = async (db: Db): Promise<Date> =>
  (await db.selectFrom('event').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst())?.at ?? new Date(0);

const nilId = '00000000-0000-0000-0000-000000000000';

async function historiesOf(db: Db, wishIds: string[]): Promise<Map<string, Step[]>> {
  if (wishIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .select(['wish_id', 'claim_id', 'type', 'data'])
    .where('wish_id', 'in', wishIds)
    // Whoever changes a wish holds its row, so within one wish the order of ids is the order of what happened.
    .orderBy('id')
    .execute();
  return byWish(rows);
}

async function claimsOf(db: Db, wishIds: string[]): Promise<Map<string, ClaimState[]>> {
  if (wishIds.length === 0) return new Map();
  const rows = await db.selectFrom('claim').select(['id', 'wish_id', 'state']).where('wish_id', 'in', wishIds).execute();
  return byWish(rows);
}

function byWish<T extends { wish_id: string | null }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.wish_id ?? '');
    if (group) group.push(row);
    else groups.set(row.wish_id ?? '', [row]);
  }
  return groups;
}

/** Takes the events' names for what they mean, and of their data only what was asked for: how many helpers, kind, category. */
export function replay(steps: readonly Step[]): Replayed {
  const wish: Replayed = { status: 'submitted', wanted: 1, held: 0, done: 0, kind: '', category: '', claims: new Map() };
  for (const step of steps) {
    wish.kind = step.data.kind ?? wish.kind;
    wish.category = step.data.category ?? wish.category;
    take[step.type]?.(wish, step);
  }
  return wish;
}

const setClaim = (wish: Replayed, step: Step, state: Selectable<Database['claim']>['state']) => {
  if (step.claim_id !== null) wish.claims.set(step.claim_id, state);
};

const setClaims = (wish: Replayed, from: 'active' | 'done', to: 'active' | 'released') => {
  for (const [id, state] of wish.claims) if (state === from) wish.claims.set(id, to);
};

const end = (status: WishStatus) => (wish: Replayed) => {
  wish.status = status;
};

const underWay: readonly WishStatus[] = ['open', 'claimed', 'fulfilled'];

/**
 * A claim that was done is given back where it turns out to be the helper's second or the wisher's own (a merge of
 * two identities). A wish that is over stays as it ended, and wanted as many as have helped.
 */
const giveBack = (state: 'released' | 'lapsed') => (wish: Replayed, step: Step) => {
  if (wish.claims.get(step.claim_id ?? '') === 'done') wish.done -= 1;
  setClaim(wish, step, state);
  wish.held -= 1;
  wish.wanted = step.data.wanted ?? wish.wanted;
  if (underWay.includes(wish.status)) wish.status = 'open';
};

/** What each kind of event does to a wish; those that are not here change none of this. */
const take: Record<string, (wish: Replayed, step: Step) => void> = {
  'wish.submitted': (wish, { data }) => {
    wish.wanted = data.wanted ?? 1;
  },
  'wish.edited': (wish, { data }) => {
    wish.status = 'submitted';
    wish.wanted = data.wanted ?? wish.wanted;
  },
  'wish.published': end('open'),
  'wish.declined': end('declined'),
  'wish.merged': end('merged'),
  'wish.expired': end('expired'),
  'wish.confirmed': end('confirmed'),
  'wish.closed': end('closed'),
  'wish.withdrawn': (wish) => {
    setClaims(wish, 'active', 'released');
    wish.held = wish.done;
    wish.status = 'withdrawn';
  },
  'wish.claimed': (wish, step) => {
    setClaim(wish, step, 'active');
    wish.held += 1;
    wish.status = statusBy(wish);
  },
  'wish.released': giveBack('released'),
  'wish.lapsed': giveBack('lapsed'),
  'wish.fulfilled': (wish, step) => {
    setClaim(wish, step, 'done');
    wish.done += 1;
    wish.status = statusBy(wish);
  },
  'wish.reopened': (wish) => {
    setClaims(wish, 'done', 'active');
    wish.done = 0;
    wish.status = statusBy(wish);
  },
  'wish.lowered': (wish, { data }) => {
    wish.wanted = data.wanted ?? wish.wanted;
    wish.status = statusBy(wish);
  },
};

const compared = ['status', 'wanted', 'held', 'done', 'kind', 'category'] as const;

const compareWish = (row: Selectable<Database['wish']>, replayed: Replayed): Difference[] =>
  compared
    .filter((what) => row[what] !== replayed[what])
    .map((what) => ({ subject: `wish ${row.id}`, what, stored: String(row[what]), recomputed: String(replayed[what]) }));

function compareClaims(rows: readonly ClaimState[], { claims }: Replayed): Difference[] {
  const stored = new Map(rows.map((row) => [row.id, row.state]));
  const ids = [...new Set([...stored.keys(), ...claims.keys()])];
  return ids
    .filter((id) => stored.get(id) !== claims.get(id))
    .map((id) => ({
      subject: `claim ${id}`,
      what: 'state',
      stored: stored.get(id) ?? 'missing',
      recomputed: claims.get(id) ?? 'missing',
    }));
}

async function compareCounts(db: Db, counts: ReadonlyMap<string, number>): Promise<Difference[]> {
  const rows = await db.selectFrom('wish_count').selectAll().execute();
  const stored = new Map(rows.map((row) => [[row.area_id, row.status, row.kind, row.category].join(' '), row.n]));
  const cells = [...new Set([...stored.keys(), ...counts.keys()])].sort();
  return cells
    .filter((cell) => (stored.get(cell) ?? 0) !== (counts.get(cell) ?? 0))
    .map((cell) => ({
      subject: `count ${cell}`,
      what: 'n',
      stored: String(stored.get(cell) ?? 0),
      recomputed: String(counts.get(cell) ?? 0),
    }));
}

/** What should have gone with someone who was erased, or followed whoever was merged. */
async function leftovers(db: Db): Promise<Difference[]> {
  const { rows } = await sql<{ id: string; what: string; gone: string }>`
    with gone as (
      select id, case when erased_at is null then 'merged' else 'erased' end as how
      from member where erased_at is not null or merged_into is not null
    )
    select gone.id, rest.what, gone.how as gone from gone join (
      select member_id, 'identity' as what from identity
      union all select member_id, 'profile' from member_profile
      union all select member_id, 'consent' from consent
      union all select member_id, 'affiliation' from affiliation
      union all select member_id, 'active claim' from claim where state = 'active' and organisation_id is null
      union all select wisher_id, 'wish under way' from wish where status in ('submitted', 'declined', 'open', 'claimed')
      union all select member_id, 'sign-up' from sign_up where state in ('signed-up', 'waiting')
      union all select proposer_id, 'proposal' from project where status in ('proposed', 'declined')
      union all select member_id, 'nomination' from nomination where status in ('asked', 'consented', 'voting')
      union all select member_id, 'paper ballot' from paper_ballot where state = 'entered'
      union all select wish.wisher_id, 'contact' from wish_contact join wish on wish.id = wish_contact.wish_id
    ) rest on rest.member_id = gone.id
    group by 1, 2, 3 order by 1, 2`.execute(db);
  return rows.map(({ id, what, gone }) => ({ subject: `member ${id}`, what, stored: 'there', recomputed: gone }));
}
