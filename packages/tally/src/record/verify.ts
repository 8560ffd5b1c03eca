import { ballotFault } from '../ballot.ts';
import { canonical, digestOf, hashOf } from './canonical.ts';
import { limitsOf, type Outcome, outcomesOf } from './outcome.ts';
import { frozenTitles, isCode, type Opening, receiptName, receiptText, type RoundRecord } from './record.ts';

/** What was looked at, in this order. */
export const checks = [
  ...(['opening', 'withheld', 'titles', 'closing', 'lists', 'numbers', 'ballots', 'counts', 'outcome'] as const),
  ...(['receipt', 'signature'] as const),
] as const;
/** `withheld` takes the place of `opening` where titles were put away: what was frozen cannot be held against its digest. */
export type Check = (typeof checks)[number];

export interface Finding {
  check: Check;
  /** Null for what this record cannot tell: whoever kept the opening from when the round opened can. */
  holds: boolean | null;
  /** Facts that say where: an id, a position, two digests. */
  detail?: string;
}

/** A receipt as it stands on someone's slip. */
export interface Slip {
  code: string;
  signature?: string | undefined;
}

/**
 * Counts a closed round again from its record alone, without any server: digests, every ballot by the round's own rules,
 * votes, the outcome; and whether a slip's ballot is among those counted, and who signed the slip. `kept` is the opening as
 * somebody kept it from when the round opened: with it all can be told of a record whose titles were put away since.
 */
export async function verifyRecord(record: RoundRecord, slip?: Slip, kept?: Opening): Promise<Finding[]> {
  const { opening, closing, ballots, receipts } = record;
  const findings: Finding[] = [
    await openingHolds(record, kept),
    ...titlesHold(record),
    await digestHolds(
      'closing',
      record.closingDigest,
      closing,
      closing.opening === record.openingDigest && closing.round === opening.round,
    ),
    {
      check: 'lists',
      holds:
        (await digestOf(ballots)) === closing.ballotsDigest &&
        (await digestOf(receipts)) === closing.receiptsDigest &&
        receipts.every((hash, at) => at === 0 || (receipts[at - 1] ?? '') < hash),
    },
    {
      check: 'numbers',
      holds: ballots.length === closing.ballots && receipts.length === closing.ballots,
      detail: `${ballots.length}, ${receipts.length}, ${closing.ballots}`,
    },
    ...count(record),
  ];
  return slip ? [...findings, ...(await slipFindings(record, slip))] : findings;
}

async function digestHolds(
  check: Check,
  published: string,
  value: Parameters<typeof digestOf>[0],
  belongs = true,
): Promise<Finding> {
  const digest = await digestOf(value);
  return { check, holds: digest === published && belongs, detail: digest };
}

async function openingHolds(record: RoundRecord, kept: Opening | undefined): Promise<Finding> {
  const { opening, openingDigest, withheld = [] } = record;
  const finding = await digestHolds('opening', openingDigest, opening);
  if (withheld.length === 0 || finding.holds) return finding;
  if (!kept) return { check: 'withheld', holds: null, detail: withheld.join(' ') };
  const titleless = ({ options, ...rest }: Opening): string =>
    canonical({
      ...rest,
      options: options.map(({ title, ...one }) => ({ ...one, title: withheld.includes(one.id) ? '' : (title ?? '') })),
    });
  return digestHolds('opening', openingDigest, kept, titleless(kept) === titleless(opening));
}

/** Nobody voted on other things than those that are named. Of people there is nothing frozen to hold a name against. */
function titlesHold({ opening, titles }: RoundRecord): Finding[] {
  const frozen = Object.entries(frozenTitles(opening));
  if (frozen.length === 0) return [];
  const other = frozen.find(([id, title]) => titles[id] !== title);
  return [{ check: 'titles', holds: !other, ...(other && { detail: other[0] }) }];
}

function count({ opening, closing, ballots, outcome }: RoundRecord): Finding[] {
  const options = opening.options.map(({ id, cost }) => ({ id, cost: BigInt(cost ?? 0) }));
  const limits = limitsOf(opening);
  const bad = ballots.findIndex((ballot) => ballotFault(ballot, options, limits) !== null);
  const ballotsFinding: Finding = { check: 'ballots', holds: bad < 0, ...(bad >= 0 && { detail: `${bad}` }) };
  // What is no ballot cannot be counted.
  if (bad >= 0) return [ballotsFinding];
  const again = outcomesOf(opening, ballots);
  const counts = Object.fromEntries(again.outcome.options.map(({ id, votes }) => [id, votes]));
  return [
    ballotsFinding,
    { check: 'counts', holds: canonical(counts) === canonical(closing.counts) },
    {
      check: 'outcome',
      holds:
        canonical(again.outcome.winners) === canonical(closing.winners) &&
        isSame(again.outcome, outcome.outcome) &&
        isSame(again.otherwise, outcome.otherwise),
      detail: again.outcome.winners.join(' '),
    },
  ];
}

/** All of it, as all of it is shown: votes, turns, what was left, who paid what. */
const isSame = (one: Outcome | null, other: Outcome | null): boolean => plainOf(one) === plainOf(other);
const plainOf = (outcome: Outcome | null): string =>
  outcome === null
    ? 'null'
    : canonical({ ...outcome, options: outcome.options.map(({ paid, ...option }) => ({ ...option, paid: paid ?? null })) });

async function slipFindings({ opening, receipts }: RoundRecord, { code, signature }: Slip): Promise<Finding[]> {
  const hash = isCode(code) ? await hashOf(receiptName(opening.round, code)) : '';
  const findings: Finding[] = [{ check: 'receipt', holds: receipts.includes(hash), detail: hash }];
  if (signature) findings.push({ check: 'signature', holds: await isSigned(opening, code, signature) });
  return findings;
}

async function isSigned({ publicKey, round }: RoundRecord['opening'], code: string, signature: string): Promise<boolean> {
  try {
    const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await crypto.subtle.importKey('jwk', { ...publicKey }, ecdsa, false, ['verify']);
    const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const text = new TextEncoder().encode(receiptText(round, code));
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, text);
  } catch {
    // Neither a key nor a signature, or not in base64url.
    return false;
  }
}
