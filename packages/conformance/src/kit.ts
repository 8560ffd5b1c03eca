import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Area, Endpoint } from '@five-micro/contract';
import { Finding, KitError, Skipped } from './finding.ts';
import type { Need } from './scenario.ts';
import { type Claims, saysWhatWasAsked, type Signer } from './tokens.ts';
import type { Ask, Reply, Wire } from './wire.ts';

/** Someone who takes part in a scenario. Every scenario has people of its own, so that none stands in another's way. */
export interface Person {
  /** The portal's name for them. */
  sub: string;
  name: string;
  /** Slug of their home. */
  area: string;
  roles: readonly string[];
  /** Slugs of organisations that they represent. */
  orgs: readonly string[];
}

export interface Place {
  api: string;
  /** The area that the kit was given: its data stay in it and below. */
  area: string;
  /** The community where most happens, and another one; undefined where there is none. */
  here: string;
  there: string | undefined;
  /** The settings of `here`. */
  settings: Area['settings'];
  issuer: string;
  audience: string;
  /** Where pages of the issuer live, where the kit was told. */
  origin: string | undefined;
  /** Milliseconds by which the server's clock is ahead of ours. */
  ahead: number;
  /** Whether the server has something that not every one needs to have. */
  offers(need: Need): boolean;
}

type Asking<Body> = Omit<Ask<Body>, 'token'> & {
  as?: Person | undefined;
  /** A token of the scenario's own making, instead of a person's. */
  token?: string;
};

/** What a scenario does everything with. */
export interface Kit extends Place {
  ask<Query, Body, Value>(
    endpoint: Pick<Endpoint<Query, Body, Value>, 'method' | 'path' | 'answer' | 'status' | 'body'>,
    how?: Asking<Body>,
  ): Promise<Reply<Value>>;
  /** The same where nothing but what was asked for will do: its value. @throws {Finding} */
  done<Query, Body, Value>(
    endpoint: Pick<Endpoint<Query, Body, Value>, 'method' | 'path' | 'answer' | 'status' | 'body'>,
    how?: Asking<Body>,
  ): Promise<Value>;
  send: Wire['send'];
  open: Wire['open'];
  /** A resident of `here`, unless it says otherwise. */
  person(more?: Partial<Person>): Person;
  people(count: number): Person[];
  /** A social worker of `here`, or of another area. */
  worker(area?: string): Person;
  token(as: Person): Promise<string>;
  /** What a token of theirs says, for changing it. */
  claims(as: Person): Claims;
  /** @throws {Skipped} where the portal's own signer does not sign what it is asked to */
  signed(claims: Claims): Promise<string>;
  signer: Signer;
  /** The community without which this cannot be tried. @throws {Skipped} */
  elsewhere(): string;
  /** By the server's clock, in so many seconds: whole ones, as not every server keeps more. */
  soon(seconds: number): string;
  pause(seconds: number): Promise<unknown>;
  /** Waits until the server's clock is past a moment. */
  until(moment: string): Promise<unknown>;
  /** Tries until it holds, for what may take its time by the rules; the last failure is what is said. */
  within<T>(seconds: number, trying: () => Promise<T>): Promise<T>;
  /** Letters that nothing else has. */
  unique(): string;
}

/** Tokens live for less than the hour that is allowed. */
const life = 45 * 60;

/** Letters alone: a server rightly takes long numbers for somebody's. */
const unique = (): string => Array.from(randomBytes(10), (byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** `appears` is told of everyone who signs in. */
export function createKit(place: Place, wire: Wire, signer: Signer, appears: (sub: string) => void = () => undefined): Kit {
  const tokens = new Map<string, Promise<string>>();
  const now = () => Date.now() + place.ahead;

  const claims = ({ sub, name, area, roles, orgs }: Person): Claims => {
    const iat = Math.floor(now() / 1000);
    return {
      iss: place.issuer,
      sub,
      aud: place.audience,
      iat,
      exp: iat + life,
      name,
      area,
      roles: [...roles],
      ...(orgs.length > 0 && { orgs: orgs.map((slug) => ({ slug, role: 'representative' as const })) }),
    };
  };

  const person = (more: Partial<Person> = {}): Person => ({
    sub: `conformance-${unique()}`,
    name: '钱多多',
    area: place.here,
    roles: ['resident'],
    orgs: [],
    ...more,
  });

  /** One token a person and appearance: roles and organisations may change within a scenario. */
  const token = (as: Person): Promise<string> => {
    const appearance = JSON.stringify(as);
    appears(as.sub);
    const known = tokens.get(appearance) ?? signer.sign(claims(as));
    tokens.set(appearance, known);
    return known;
  };

  /** The kit keeps to its own area, whatever a scenario does wrong. */
  function demandOwn({ method, path }: Pick<Endpoint, 'method' | 'path'>, area: string): void {
    const own = [place.area, place.here, place.there].includes(area);
    if (method !== 'GET' && path.includes('{area}') && !own && !area.startsWith('nowhere-'))
      throw new KitError(`A scenario would write to ${area}, which is not the kit's.`);
  }

  const ask: Kit['ask'] = async (endpoint, { as, token: given, ...how } = {}) => {
    const area = how.area ?? place.here;
    demandOwn(endpoint, area);
    return wire.ask(endpoint, { ...how, area, token: given ?? (as && (await token(as))) });
  };

  return {
    ...place,
    signer,
    ask,
    done: async (endpoint, how) => (await ask(endpoint, how)).value,
    send: wire.send,
    open: wire.open,
    person,
    people: (count) => Array.from({ length: count }, () => person()),
    worker: (area = place.here) => person({ name: '周社工', area, roles: ['worker'] }),
    token,
    claims,
    unique,
    async signed(wanted) {
      const made = await signer.sign(wanted).catch((error: unknown) => {
        // A portal's signer that refuses to make a bad token is a good one.
        if (error instanceof KitError && !signer.forge) return undefined;
        throw error;
      });
      if (made === undefined || !saysWhatWasAsked(made, wanted))
        throw new Skipped('the token command does not sign such claims: give the kit a --key to try this');
      return made;
    },
    elsewhere() {
      if (place.there === undefined) throw new Skipped(`there is no second area below ${place.area}`);
      return place.there;
    },
    soon: (seconds) => new Date(Math.floor(now() / 1000 + seconds) * 1000).toISOString(),
    pause: (seconds) => pause(seconds * 1000),
    until: (moment) => pause(Math.max(0, Date.parse(moment) - now()) + 500),
    async within(seconds, trying) {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        try {
          return await trying();
        } catch (error) {
          if (!(error instanceof Finding) || Date.now() > end) throw error;
          await pause(200);
        }
      }
    },
  };
}
