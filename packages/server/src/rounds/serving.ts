import { pabulibFile, writeDecimal, writePabulib } from '@five-micro/tally';
import { canonical, type Closing, frozenTitles, type Opening, type RoundRecord as Published } from '@five-micro/tally/record';
import type { Arrival } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import { hasTag, tagOf } from '../http/tagged.ts';
import { isUuid } from '../ids.ts';
import type { Ports } from '../ports.ts';
import { publishedOf, receiptsOf } from './closing-statements.ts';
import { sources } from './deed.ts';
import { closedRound, visibleRound } from './results.ts';
import { titlesShown } from './view.ts';
import { outcomesOfRound, type RoundRecord } from './statements.ts';

/**
 * `GET /rounds/{id}/opening.json`: what was frozen, byte for byte as its digest is of it, so that anybody can hold the one
 * against the other while there are ballots to come. The key that receipts are signed with stands in it. Where a worker has
 * put a title away since, the digest stays what it was and these are not its bytes any more: `withheld` names the options.
 * @throws {Refusal} `round.unknown`, `round.state`
 */
export async function serveOpening(ports: Ports, arrival: Arrival, id: string): Promise<Response> {
  const round = await named(ports, arrival, id, visibleRound);
  if (round.opening === null) throw new Refusal('round.state');
  const { opening, withheld } = await openingShown(ports, arrival, round, round.opening);
  const text = withheld.length === 0 ? round.opening : canonical({ ...opening, withheld });
  return answer(arrival, text, 'application/json; charset=utf-8', `five-micro-round-${round.id}-opening.json`);
}

/**
 * `GET /rounds/{id}/record.json`: everything that a closed round has published, in one file to keep and to count again
 * without any server.
 * @throws {Refusal} `round.unknown`, `round.state`
 */
export async function serveRecord(ports: Ports, arrival: Arrival, id: string): Promise<Response> {
  const round = await named(ports, arrival, id, closedRound);
  const record = JSON.stringify(await recordOf(ports, arrival, round));
  return answer(arrival, record, 'application/json; charset=utf-8', `five-micro-round-${round.id}.json`);
}

/** `GET /rounds/{id}/export.pb`: the same election as research tools read it (pabulib.org). */
export async function serveExport(ports: Ports, arrival: Arrival, id: string): Promise<Response> {
  const round = await named(ports, arrival, id, closedRound);
  const text = exported(round, await recordOf(ports, arrival, round));
  return answer(arrival, text, 'text/plain; charset=utf-8', `five-micro-round-${round.id}.pb`);
}

function named(ports: Ports, { caller }: Arrival, id: string, find: typeof closedRound): Promise<RoundRecord> {
  if (!isUuid(id)) throw new Refusal('round.unknown');
  return find({ ports, caller, params: { id } });
}

/** What was frozen without titles that a worker has put away, or in the wording that stands for them; and which those are. */
async function openingShown({ db }: Ports, { language }: Arrival, round: RoundRecord, frozen: string) {
  const opening: Opening = JSON.parse(frozen);
  const titles = await titlesShown({ language }, db, round);
  const withheld = opening.options.flatMap(({ id, title }) => (titles[id] === title ? [] : [id]));
  const options = opening.options.map((one) => ({ ...one, ...(withheld.includes(one.id) && { title: titles[one.id] ?? '' }) }));
  return { opening: { ...opening, options }, withheld };
}

async function recordOf(ports: Ports, arrival: Arrival, round: RoundRecord): Promise<Published> {
  const { db } = ports;
  const { caller, language, url } = arrival;
  const outcome = await outcomesOfRound(db, round.id);
  if (round.opening === null || round.closing === null || outcome === null) throw new Error('A closed round has no record.');
  const { opening, withheld } = await openingShown(ports, arrival, round, round.opening);
  const closing: Closing = JSON.parse(round.closing);
  const apiUrl = ports.settings.publicUrl ?? `${url.origin}/api/v1`;
  const shown = await sources[round.kind].show(
    { ports, caller, language, at: ports.clock(), apiUrl },
    db,
    opening.options.map((option) => option.id),
  );
  return {
    title: round.title,
    opening,
    openingDigest: round.opening_digest ?? '',
    closing,
    closingDigest: round.closing_digest ?? '',
    ballots: await publishedOf(db, round.id),
    receipts: await receiptsOf(db, round.id),
    outcome,
    // What was voted on is called what it was called then, whoever edits it since.
    titles: { ...Object.fromEntries([...shown].map(([option, { title }]) => [option, title])), ...frozenTitles(opening) },
    ...(withheld.length > 0 && { withheld }),
  };
}

/** People cost one each, and there are as many to spend as may win: the top K, as the format writes it. */
function exported(round: RoundRecord, { opening, closing, ballots, outcome, titles }: Published): string {
  const priced = opening.budget !== null;
  const money = (fen: number | null) => BigInt(priced ? (fen ?? 0) : 1);
  const { min, max, type } = opening.ballot;
  const votes = new Map(outcome.outcome.options.map((option) => [option.id, option.votes]));
  const won = new Set(outcome.outcome.winners);
  const date = (at: string) => new Date(at).toLocaleDateString('de-DE', dayMonthYear);
  return writePabulib(
    pabulibFile({
      meta: {
        description: round.title,
        country: 'China',
        unit: round.area_name,
        instance: round.id,
        vote_type: 'approval',
        rule: opening.rule === 'equal-shares' ? (opening.completion === 'add1' ? 'equalshares/add1' : 'equalshares') : 'greedy',
        date_begin: date(opening.opensAt),
        // Not as it was planned: a round may end early.
        date_end: date(closing.closedAt),
        ...(min !== undefined && { min_length: `${min}` }),
        ...(max !== undefined && { max_length: `${max}` }),
        ...(type === 'budget' && opening.budget !== null && { max_sum_cost: writeDecimal(BigInt(opening.budget), 2) }),
        ...(priced && { currency: 'CNY' }),
      },
      budget: BigInt(opening.budget ?? opening.winners ?? 0),
      places: priced ? 2 : 0,
      projects: opening.options.map(({ id, cost }) => ({
        id,
        cost: money(cost),
        more: { name: titles[id] ?? '', votes: `${votes.get(id) ?? 0}`, selected: won.has(id) ? '1' : '0' },
      })),
      votes: ballots.map((ballot, at) => ({ voter: `${at + 1}`, ballot })),
    }),
  );
}

const dayMonthYear = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Shanghai' } as const;

async function answer({ request }: Arrival, text: string, type: string, name: string): Promise<Response> {
  const etag = await tagOf(text);
  const headers = { etag, 'cache-control': 'public, max-age=60' };
  if (hasTag(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: { ...headers, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}
