import { contract } from '@five-micro/contract';
import { Finding, KitError } from './finding.ts';
import { createKit, type Kit, type Place } from './kit.ts';
import type { Options } from './options.ts';
import type { Left } from './runner.ts';
import { features, type Need, parts, type Scenario } from './scenario.ts';
import { commandSigner, keySigner, type Signer } from './tokens.ts';
import { createWire, type Wire } from './wire.ts';

export interface Ground {
  place: Place;
  signer: Signer;
  /** Why something cannot be tried here; undefined where it can. */
  missing: (need: Need) => string | undefined;
  /** What looking around has made already. */
  left: Left;
}

/**
 * Looks around before anything is tried: whether there is a server, the area and two communities, whether its clock is
 * ours, and whether it believes the kit's tokens in all that the chosen scenarios need.
 * @throws {KitError} where nothing could be said about anything
 */
export async function begin(options: Options, chosen: readonly Scenario[]): Promise<Ground> {
  const signer = options.key !== undefined ? await keySigner(options.key) : commandSigner(options.tokenCommand ?? '');
  const wire = createWire(options.url, () => undefined);
  try {
    const { place, missing } = await lookAround(options, wire, signer);
    const people = new Set<string>();
    const kit = createKit(place, wire, signer, (sub) => people.add(sub));
    await demandBelief(kit, options);
    const isTried = ({ needs }: Scenario) => needs.includes('organisations') && needs.every((need) => !missing(need));
    const asks = chosen.some(isTried);
    const made = asks && (await demandRepresentatives(kit, options));
    return { place, signer, missing, left: { members: people.size, organisations: made ? 1 : 0 } };
  } catch (error) {
    if (error instanceof Finding)
      throw new KitError(`The kit cannot begin: it expected ${error.expected}, and got ${error.came}.`);
    throw error;
  }
}

async function lookAround(options: Options, wire: Wire, signer: Signer): Promise<Pick<Ground, 'place' | 'missing'>> {
  const first = await wire.ask(contract.areas.get, { area: options.area });
  const above = first.value;
  const date = Date.parse(first.headers.get('date') ?? '');
  const [here, there] = await communities(options, wire);
  const home = here ?? above;
  const offered = home.settings.features;

  const missing = (need: Need): string | undefined => {
    if (features.some((one) => one === need))
      return offered.includes(need) ? undefined : `${home.slug} does not have “${need}” among its features`;
    if (parts.some((one) => one === need))
      return options.without.includes(need) ? `the server has no ${need} (--without)` : undefined;
    if (need === 'second-area') return there ? undefined : `there is no second area below ${options.area}`;
    if (need === 'origin') return options.origin === undefined ? 'this needs an --origin' : undefined;
    return signer.forge ? undefined : 'this needs a --key';
  };
  return {
    place: {
      api: options.url,
      area: options.area,
      here: home.slug,
      there: there?.slug,
      settings: home.settings,
      issuer: options.issuer,
      audience: options.audience,
      origin: options.origin,
      // The header has whole seconds: what is less is none.
      ahead: Math.abs(date - Date.now()) > 2000 ? date - Date.now() : 0,
      offers: (need) => missing(need) === undefined,
    },
    missing,
  };
}

/** Those that were named, else the two that are there; the one that offers more is worked in. */
async function communities({ area, communities: named }: Options, wire: Wire) {
  const read = async (slug: string) => (await wire.ask(contract.areas.get, { area: slug })).value;
  if (named.length > 0) {
    const found = await Promise.all(named.map(read));
    const outside = found.find(({ path }) => !path.some(({ slug }) => slug === area));
    if (outside) throw new KitError(`${outside.slug} is not below ${area}: the kit keeps to its own area.`);
    return found;
  }
  const below = (await wire.ask(contract.areas.children, { area })).value.items;
  // Made for the kit it has two. Of more some are other people's, and what the kit makes there stays.
  if (below.length > 2)
    throw new KitError(`${area} has ${below.length} areas below it: say which two are made for the kit, with --communities A,B.`);
  const found = await Promise.all(below.map(({ slug }) => read(slug)));
  return found.sort((a, b) => b.settings.features.length - a.settings.features.length);
}

/** Somebody with every role signs in: without that every scenario would fail for the same reason. */
async function demandBelief(kit: Kit, { issuer, audience }: Options): Promise<void> {
  const roles = ['resident', 'volunteer', 'worker', 'officer'];
  const reply = await kit.ask(contract.me.get, { as: kit.person({ roles }) });
  if (reply.code !== undefined)
    throw new KitError(
      `The server does not believe the kit’s tokens (iss ${issuer}, aud ${audience}): ${reply.status} ${reply.code}. See docs/conformance.md.`,
    );
  const held = reply.value.roles.flatMap(({ role, area }) => (area === kit.here ? [role] : []));
  const missing = roles.filter((role) => !held.includes(role));
  if (missing.length > 0)
    throw new KitError(
      `The server does not let issuer ${issuer} give the roles ${missing.join(', ')} in ${kit.here}. See docs/conformance.md.`,
    );
}

/**
 * No answer says what an issuer may do for organisations: it is seen at one. Where none can be made that is for a scenario
 * to say. Answers whether one was made.
 */
async function demandRepresentatives(kit: Kit, { issuer }: Options): Promise<boolean> {
  const slug = `kit-${kit.unique()}`;
  const body = { slug, name: '修修补补志愿队', kind: 'social' as const };
  const { register } = contract.organisations;
  if ((await kit.ask(register, { as: kit.worker(), body })).code !== undefined) return false;
  const { organisations } = await kit.done(contract.me.get, { as: kit.person({ orgs: [slug] }) });
  if (!organisations.some((one) => one.slug === slug))
    throw new KitError(
      `The server does not let issuer ${issuer} make representatives of organisations in ${kit.here}: register it with the role representative too, or leave them out with --without organisations. See docs/conformance.md.`,
    );
  return true;
}
