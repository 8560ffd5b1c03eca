import { contract, type Endpoint, type EndpointName, type ErrorCode, type Language } from '@five-micro/contract';
import { type Parsed, requests } from '@five-micro/contract/requests';
import { type AreaRow, areaBySlug, placeOf } from '../areas/statements.ts';
import type { Caller, MemberCaller } from '../identity/caller.ts';
import { judge, permissions, relationsToArea, type Rule } from '../identity/permissions.ts';
import type { Transaction } from 'kysely';
import { retried } from '../db/retried.ts';
import type { Database } from '../db/schema.ts';
import { isEntryId, isUuid } from '../ids.ts';
import type { Ports } from '../ports.ts';
import { check, mostUpload, readBytes, readJson } from './body.ts';
import { fingerprintOf, once, readKey } from './idempotency.ts';
import { Refusal } from './problem.ts';
import type { Call, Context, Route } from './route.ts';

export type RouteTable = { [N in EndpointName]: Route<N> };

/** The endpoint table, line by line. */
export const endpoints: readonly { name: EndpointName; endpoint: Endpoint }[] = Object.entries(contract).flatMap(
  ([group, lines]) =>
    Object.entries(lines).flatMap(([key, endpoint]) => {
      const name = `${group}.${key}`;
      return isEndpointName(name) ? [{ name, endpoint }] : [];
    }),
);

function isEndpointName(name: string): name is EndpointName {
  return name in requests;
}

/** A request on its way, before its endpoint is known. */
export interface Arrival {
  request: Request;
  url: URL;
  caller: Caller;
  language: Language;
  /** Where it comes from, as the listener says. */
  address: string;
}

/**
 * One endpoint from arrival to answer: the area is found, the table asked, the request checked, the effect done
 * once, and the thing read anew for this caller.
 */
export async function carryOut<N extends EndpointName>(
  ports: Ports,
  routes: RouteTable,
  name: N,
  arrival: Arrival,
  params: Record<string, string>,
): Promise<unknown> {
  const route: Route<N> = routes[name];
  const { caller, language } = arrival;
  const area = await permittedArea(ports, name, caller, params);
  const apiUrl = ports.settings.publicUrl ?? `${arrival.url.origin}/api/v1`;
  const context: Context = { ports, caller, language, at: ports.clock(), apiUrl, params, area };
  const parsed = await parse(name, arrival);
  const call: Call<N> = { ...context, ...parsed };

  if ('read' in route) return route.read(call, ports.db);
  const actor = signedIn(caller);
  const key = readKey(arrival.request.headers.get('idempotency-key'));
  const asked =
    key === undefined || route.unkept
      ? undefined
      : { key, method: arrival.request.method, path: arrival.url.pathname, fingerprint: await fingerprintOf(parsed.body) };
  const act = 'prepare' in route ? await route.prepare(call) : (trx: Transaction<Database>) => route.act(call, trx);
  const subject = await retried(() =>
    ports.db.transaction().execute((trx) => {
      const effect = async () => {
        await demandStanding(trx, actor.id, route.alone);
        return act(trx);
      };
      return asked ? once(trx, actor, asked, context.at, effect) : effect();
    }),
  );
  return route.answer(context, ports.db, subject);
}

/** What is not there, by the endpoint that was asked for it. */
const unknown = (name: EndpointName): ErrorCode => {
  const group = name.split('.')[0] ?? '';
  return unknownIn[name] ?? unknownIn[group] ?? 'wish.unknown';
};
const unknownIn: Partial<Record<string, ErrorCode>> = {
  members: 'member.unknown',
  reportIns: 'report-in.unknown',
  actions: 'action.unknown',
  points: 'points.unknown',
  rounds: 'round.unknown',
  projects: 'project.unknown',
  stars: 'star.unknown',
  'stars.nomination': 'nomination.unknown',
  'stars.editNomination': 'nomination.unknown',
  'stars.ask': 'nomination.unknown',
  'stars.consent': 'nomination.unknown',
  'stars.decline': 'nomination.unknown',
  'stars.withdraw': 'nomination.unknown',
  'points.ofMember': 'member.unknown',
};

/** Finds `{area}`, and asks the table for what does not depend on one thing's own state. */
async function permittedArea(
  ports: Ports,
  name: EndpointName,
  caller: Caller,
  params: Record<string, string>,
): Promise<AreaRow | undefined> {
  const rule = permissions[name];
  const { area: slug, id, slug: organisation } = params;
  if (id !== undefined && !(name === 'points.reverse' ? isEntryId(id) : isUuid(id))) throw new Refusal(unknown(name));
  if (slug !== undefined) {
    const area = await areaBySlug(ports.db, slug);
    if (!area) throw new Refusal('area.unknown', { params: { area: slug.slice(0, 63) } });
    demand(rule, caller, relationsToArea(caller, placeOf(area)));
    return area;
  }
  if (id === undefined && organisation === undefined)
    demand(rule, caller, new Set(caller.kind === 'visitor' ? ['visitor'] : ['visitor', 'member']));
  else if (!rule.allow.includes('visitor')) signedIn(caller);
  return undefined;
}

function demand(rule: Rule, caller: Caller, relations: ReturnType<typeof relationsToArea>): void {
  const verdict = judge(rule, relations);
  if (verdict === 'allowed' || verdict === 'wrong-state') return;
  if (verdict === 'sign-in' && caller.kind === 'visitor') throw new Refusal('auth.required');
  throw forbidden(rule);
}

/** Says who could: the first relation of the rule, in words that the catalogue fills in. */
export const forbidden = (rule: Rule): Refusal => new Refusal('auth.forbidden', { params: { who: rule.allow[0] ?? 'worker' } });

function signedIn(caller: Caller): MemberCaller {
  if (caller.kind === 'visitor') throw new Refusal('auth.required');
  return caller;
}

async function parse<N extends EndpointName>(name: N, { request, url }: Arrival): Promise<Parsed<N>> {
  const asked = requests[name];
  // The table pairs each name with its schema; TypeScript cannot follow that pairing through a generic index.
  const as = (parsed: { query: unknown; body: unknown }) => parsed as Parsed<N>;
  if ('upload' in asked) return as({ query: undefined, body: await readBytes(request, mostUpload) });
  if ('body' in asked) return as({ query: undefined, body: check(asked.body, await readJson(request)) });
  const query: Record<string, string> = {};
  for (const [key, value] of url.searchParams) {
    if (value.includes('\u0000')) throw new Refusal('request.invalid', { fields: [{ path: key.slice(0, 60), code: 'format' }] });
    query[key] = value;
  }
  return as({ query: check(asked.query, query), body: undefined });
}

/**
 * Whoever acts holds their own row for as long as it takes, so that an erasure or a merge waits for what they have
 * begun, and what begins afterwards knows.
 * @throws {Refusal} `token.revoked` after an erasure; `server.busy` after a merge, as the next try is the other member's
 */
async function demandStanding(trx: Transaction<Database>, memberId: string, alone = false): Promise<void> {
  const own = trx.selectFrom('member').select(['erased_at', 'merged_into']).where('id', '=', memberId);
  const member = await (alone ? own.forNoKeyUpdate() : own.forShare()).executeTakeFirst();
  if (!member || member.erased_at !== null) throw new Refusal('token.revoked');
  if (member.merged_into !== null) throw new Refusal('server.busy');
}
