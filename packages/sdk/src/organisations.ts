import {
  type NewOrganisation,
  type OrganisationPage,
  organisations,
  type PageQuery,
  type Representative,
  type Representatives,
  type Wish,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** Party branches, social organisations, partner units: a tree of their own, each named by its slug. */
export interface Organisations {
  /**
   * What it is, and where it stands in the tree.
   * @example
   * const { name, path, children } = await client.organisations.get('yikang-branch-2');
   */
  get(slug: string, options?: Options): Promise<OrganisationPage>;
  /**
   * The public wishes it helps or helped with, those of its branches included.
   * @example
   * const { items } = await client.organisations.wishes('yikang-branch-2');
   */
  wishes(slug: string, query?: PageQuery, options?: Options): List<Wish>;
  /**
   * By a worker.
   * @example
   * await client.organisations.register({ slug: 'readers', name: '怡康读书会', kind: 'social' });
   */
  register(body: NewOrganisation, at?: Placed, options?: Options): Promise<OrganisationPage>;
  /**
   * For workers: who may act for it.
   * @example
   * const all = await client.organisations.representatives('readers').toArray({ limit: 50 });
   */
  representatives(slug: string, options?: Options): List<Representative>;
  /**
   * Names all who may act for it from now on. Answers them.
   * @example
   * await client.organisations.setRepresentatives('readers', { members: [member] });
   */
  setRepresentatives(slug: string, body: Representatives, options?: Options): Promise<Representative[]>;
}

/** @internal */
export const organisationsOf = ({ call, list }: Transport, home: string | undefined): Organisations => ({
  get: (slug, options) => call(organisations.get, { path: { slug }, options }),
  wishes: (slug, query, options) => list(organisations.wishes, { path: { slug }, query, options }),
  register: (body, { area = home } = {}, options) => call(organisations.register, { path: { area }, body, options }),
  representatives: (slug, options) => list(organisations.representatives, { path: { slug }, options }),
  setRepresentatives: async (slug, body, options) =>
    (await call(organisations.setRepresentatives, { path: { slug }, body, options })).items,
});

const hasOrganisations = (client: object): client is { organisations: Organisations } => 'organisations' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const organisationsIn = (client: Connection): Organisations =>
  hasOrganisations(client) ? client.organisations : organisationsOf(client[transportKey], client.area);
