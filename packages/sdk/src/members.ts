import { contract, type Member, type MemberQuery, type NewMember } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** People as social workers meet them. Every look-up is logged. */
export interface Members {
  list(query?: MemberQuery & Placed, options?: Options): List<Member>;
  /** Registers someone who has no phone or portal account. */
  register(body: NewMember, at?: Placed, options?: Options): Promise<Member>;
}

export const membersOf = ({ call, list }: Transport, home: string | undefined): Members => ({
  list: ({ area = home, ...query } = {}, options) => list(contract.members.list, { path: { area }, query, options }),
  register: (body, { area = home } = {}, options) => call(contract.members.register, { path: { area }, body, options }),
});
