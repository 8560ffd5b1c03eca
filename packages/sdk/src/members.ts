import { type Member, type MemberMerge, type MemberQuery, members, type NewMember, type PageQuery } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** People as social workers meet them. Every look-up is logged. */
export interface Members {
  /**
   * In the order of their surnames' readings.
   * @example
   * const { items } = await client.members.list({ q: 'zeng' });
   */
  list(query?: MemberQuery & PageQuery & Placed, options?: Options): List<Member>;
  /**
   * Registers someone who has no phone or portal account.
   * @example
   * const { id: memberId } = await client.members.register({ name: '王秀英', phone: '13800008000' });
   * await client.wishes.post({ title: '想要一个小推车', kind: 'item', onBehalfOf: { memberId } });
   */
  register(body: NewMember, at?: Placed, options?: Options): Promise<Member>;
  /**
   * One of them.
   * @example
   * const { name, accounts } = await client.members.get(member);
   */
  get(id: string, options?: Options): Promise<Member>;
  /**
   * Makes two identities of one person one: everything of `id` follows to `into`, which is answered.
   * @example
   * await client.members.merge(member, { into: other });
   */
  merge(id: string, body: MemberMerge, options?: Options): Promise<Member>;
  /**
   * Ends every sign-in of theirs, within a minute on every page.
   * @example
   * await client.members.revoke(member);
   */
  revoke(id: string, options?: Options): Promise<Member>;
}

/** @internal */
export const membersOf = ({ call, list }: Transport, home: string | undefined): Members => ({
  list: ({ area = home, ...query } = {}, options) => list(members.list, { path: { area }, query, options }),
  register: (body, { area = home } = {}, options) => call(members.register, { path: { area }, body, options }),
  get: (id, options) => call(members.get, { path: { id }, options }),
  merge: (id, body, options) => call(members.merge, { path: { id }, body, options }),
  revoke: (id, options) => call(members.revoke, { path: { id }, options }),
});

const hasMembers = (client: object): client is { members: Members } => 'members' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const membersIn = (client: Connection): Members =>
  hasMembers(client) ? client.members : membersOf(client[transportKey], client.area);
