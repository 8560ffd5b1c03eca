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
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** Party branches, social organisations, partner units: a tree of their own, each named by its slug. */
export interface Organisations {
  get(slug: string, options?: Options): Promise<OrganisationPage>;
  /** The public wishes it helps or helped with, those of its branches included. */
  wishes(slug: string, query?: PageQuery, options?: Options): List<Wish>;
  register(body: NewOrganisation, at?: Placed, options?: Options): Promise<OrganisationPage>;
  representatives(slug: string, options?: Options): List<Representative>;
  /** Names all who may act for it from now on. Answers them. */
  setRepresentatives(slug: string, body: Representatives, options?: Options): Promise<Representative[]>;
}

export const organisationsOf = ({ call, list }: Transport, home: string | undefined): Organisations => ({
  get: (slug, options) => call(organisations.get, { path: { slug }, options }),
  wishes: (slug, query, options) => list(organisations.wishes, { path: { slug }, query, options }),
  register: (body, { area = home } = {}, options) => call(organisations.register, { path: { area }, body, options }),
  representatives: (slug, options) => list(organisations.representatives, { path: { slug }, options }),
  setRepresentatives: async (slug, body, options) =>
    (await call(organisations.setRepresentatives, { path: { slug }, body, options })).items,
});
