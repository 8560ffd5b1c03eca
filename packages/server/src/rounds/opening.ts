import { canonical, digestOf, type Opening, openingFormat } from '@five-micro/tally/record';
import type { Transaction } from 'kysely';
import { areaById } from '../areas/statements.ts';
import { toBase64Url } from '../identity/secrets.ts';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import type { Db, Ports } from '../ports.ts';
import { approach, sources, tell } from './deed.ts';
import { countElectorate } from './electorate.ts';
import { makeKeys } from './keys.ts';
import { demandFeature, faultsOf } from './planning.ts';
import { insertKey } from './ballot-statements.ts';
import type { Hand, OptionFacts } from './sources.ts';
import { changeRound, optionsOf, type RoundRecord, setOptions } from './statements.ts';

/**
 * Freezes all that is voted on and by which rule, publishes its digest, and makes the round's keys. A round that should
 * have begun by now begins now.
 */
export async function open(call: Call<'rounds.open'>, db: Transaction<Database>): Promise<string> {
  const deed = await approach(call, db, 'rounds.open');
  await demandFeature(call, db, await areaById(db, deed.round.area_id), deed.round.kind);
  await begin({ ...deed, ports: call.ports }, deed.round);
  return deed.round.id;
}

/** Opens a draft that is held, as of its `now`. */
export async function begin(hand: Opener, round: RoundRecord): Promise<void> {
  const { ports, db, at } = hand;
  const options = await freeze(db, round);
  const opensAt = round.opens_at > round.now ? round.opens_at : round.now;
  const frozen = {
    opens_at: opensAt,
    tie: round.tie ?? toBase64Url(ports.random(16)),
    cut_off: round.cut_off ?? round.closes_at,
    electorate: round.electorate ?? ((await countElectorate(db, round.id)) || null),
  };
  const { sealed, publicKey } = await makeKeys(ports.secrets, ports.random);
  const opening: Opening = {
    format: openingFormat,
    round: round.id,
    of: round.kind,
    options: options.map(({ id, cost, title }) => ({ id, cost, ...(title !== null && { title }) })),
    opensAt: frozen.opens_at.toISOString(),
    closesAt: round.closes_at.toISOString(),
    ballot: {
      type: round.ballot_type,
      ...(round.ballot_min !== null && { min: round.ballot_min }),
      ...(round.ballot_max !== null && { max: round.ballot_max }),
    },
    rule: round.rule,
    completion: round.completion,
    winners: round.winners,
    budget: round.budget === null ? null : Number(round.budget),
    live: round.live,
    tie: frozen.tie,
    cutOff: frozen.cut_off.toISOString(),
    electorate: frozen.electorate,
    publicKey,
  };
  await insertKey(db, round.id, sealed);
  const now = await changeRound(db, round.id, {
    ...frozen,
    status: 'open',
    opened_at: at,
    public_key: canonical(publicKey),
    opening: canonical(opening),
    opening_digest: await digestOf(opening),
    updated_at: at,
  });
  await tell(hand, 'round.opened', now, { data: { count: options.length } });
  await sources[round.kind].opened(
    hand,
    now,
    options.map(({ id }) => id),
  );
}

interface Opener extends Hand {
  ports: Pick<Ports, 'clock' | 'random' | 'secrets'>;
}

/** What is offered with its costs as they are now. @throws {Refusal} where some of it may not stand any more */
async function freeze(db: Db, round: RoundRecord): Promise<OptionFacts[]> {
  const listed = await optionsOf(db, [round.id]);
  const ids = listed.map(({ option_id }) => option_id);
  const plan = { ...round, budget: round.budget === null ? null : Number(round.budget) };
  const faults = faultsOf(plan, ids.length, round.now);
  const found = await sources[round.kind].candidates(db, round.root_id, { id: round.area_id }, ids);
  const options = ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  for (const [place, id] of ids.entries())
    if (!found.some((one) => one.id === id)) faults.push({ path: `options.${place}`, code: 'not-an-option' });
  // Nobody shall vote for what no ballots could win.
  for (const { id, cost } of options)
    if (plan.budget !== null && (cost ?? 0) > plan.budget)
      faults.push({ path: `options.${ids.indexOf(id)}`, code: 'too-big', params: { max: plan.budget } });
  if (faults.length > 0) throw new Refusal('request.invalid', { fields: faults });
  await setOptions(db, round.id, options);
  return options;
}
