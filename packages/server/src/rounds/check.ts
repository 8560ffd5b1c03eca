import { canonical, type Closing, frozenTitles, hashOf, type Opening, verifyRecord } from '@five-micro/tally/record';
import { type RawBuilder, sql } from 'kysely';
import type { Difference } from '../check.ts';
import type { Db } from '../ports.ts';
import { publishedOf, receiptsOf } from './closing-statements.ts';

/**
 * Rounds: as long as one is open there are as many ballots and receipts as have voted; when it is closed so many were
 * published, nothing is left that leads to them, and its record counts again to what it says.
 */
export async function checkRounds(db: Db): Promise<{ rounds: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  for (const compared of [numbers, leftovers]) differences.push(...(await compared.execute(db)).rows);
  const rounds = await db.selectFrom('round').select(['id', 'status', 'opening', 'opening_digest']).orderBy('id').execute();
  for (const { id, status, opening, opening_digest: digest } of rounds) {
    if (opening !== null && (await hashOf(opening)) !== digest)
      differences.push({ subject: `round ${id}`, what: 'opening', stored: digest ?? '', recomputed: await hashOf(opening) });
    if (status === 'closed') differences.push(...(await recounted(db, id)));
  }
  return { rounds: rounds.length, differences };
}

type Compared = RawBuilder<Difference>;

const numbers: Compared = sql`
  select 'round ' || id as subject, side.what, side.stored::text as stored, side.recomputed::text as recomputed
  from round
  cross join lateral (select (select count(*) from turnout where round_id = round.id) as voted,
    (select count(*) from receipt where round_id = round.id) as receipts, (select count(*) from ballot where round_id = round.id) as ballots,
    (select count(*) from published_ballot where round_id = round.id) as published) n
  cross join lateral (values
    ('receipts', receipts, voted),
    ('ballots', ballots, case when status = 'open' then voted else 0 end),
    ('published', published, case when status = 'closed' then voted else 0 end)) side (what, stored, recomputed)
  where side.stored <> side.recomputed order by 1, 2`;

const leftovers: Compared = sql`
  select 'round ' || id as subject, rest.what, rest.there::text as stored, (status = 'open')::text as recomputed
  from round cross join lateral (values
    ('key', exists (select 1 from round_key where round_id = round.id)),
    ('paper', case when status = 'open' then true else exists (
      select 1 from paper_ballot where round_id = round.id and choices is not null) end)) rest (what, there)
  where rest.there <> (status = 'open') order by 1, 2`;

async function recounted(db: Db, id: string): Promise<Difference[]> {
  const row = await db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  if (row.opening === null || row.closing === null || row.outcome === null) return [];
  const opening: Opening = JSON.parse(row.opening);
  const closing: Closing = JSON.parse(row.closing);
  const findings = await verifyRecord({
    opening,
    openingDigest: row.opening_digest ?? '',
    closing,
    closingDigest: row.closing_digest ?? '',
    ballots: await publishedOf(db, id),
    receipts: await receiptsOf(db, id),
    outcome: row.outcome,
    titles: frozenTitles(opening),
  });
  const differences = findings
    .filter(({ holds }) => !holds)
    .map(({ check, detail = '' }) => ({
      subject: `round ${id}`,
      what: check,
      stored: 'published',
      recomputed: detail || 'another',
    }));
  // The columns that lists are read from say the same as what was frozen.
  const told = canonical({
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    rule: row.rule,
    tie: row.tie,
  });
  const frozen = canonical({ opensAt: opening.opensAt, closesAt: opening.closesAt, rule: opening.rule, tie: opening.tie });
  return told === frozen
    ? differences
    : [...differences, { subject: `round ${id}`, what: 'terms', stored: told, recomputed: frozen }];
}
