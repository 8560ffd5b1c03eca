import { type Member, type MemberMerge, type MemberQuery, members, type NewMember, type PageQuery } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** People as social workers meet them. Every look-up is logged. */
export interface Members {
  /** In the order of their surnames' readings. */
  list(query?: MemberQuery & PageQuery & Placed, options?: Options): List<Member>;
  /** Registers someone who has no phone or portal account. */
  register(body: NewMember, at?: Placed, options?: Options): Promise<Member>;
  get(id: string, options?: Options): Promise<Member>;
  /** Makes two identities of one person one: everything of `id` follows to `into`, which is answered. */
  merge(id: string, body: MemberMerge, options?: Options): Promise<Member>;
  /** Ends every sign-in of theirs, within a minute on every page. */
  revoke(id: string, options?: Options): Promise<Member>;
}

export const membersOf = ({ call, list }: Transport, home: string | undefined): Members => ({
  list: ({ area = home, ...query } = {}, options) => list(members.list, { path: { area }, query, options }),
  register: (body, { area = home } = {}, options) => call(members.register, { path: { area }, body, options }),
  get: (id, options) => call(members.get, { path: { id }, options }),
  merge: (id, body, options) => call(members.merge, { path: { id }, body, options }),
  revoke: (id, options) => call(members.revoke, { path: { id }, options }),
});
