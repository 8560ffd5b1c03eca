import * as z from 'zod/mini';
import { id, named, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type { MemberMerge, MemberQuery, NewMember } from './requests/members.ts';

/** A member as a social worker sees them: the full name, the phone number masked. */
export const member = z.object({
  id,
  name: z.string(),
  phone: z.nullable(z.string()),
  area: z.nullable(named),
  /** The party branch they reported in with. Workers and the member alone see it. */
  branch: z.nullable(named),
  /** True for someone without a phone or portal account, whom a worker registered. */
  registeredByWorker: z.boolean(),
  /** How many portal accounts sign in as this member; 0 for whoever has none. */
  accounts: z.number(),
  createdAt: time,
  /** `merge`, `revoke`, `post-wish` (for them). */
  can: z.array(z.string()),
});
export type Member = z.infer<typeof member>;

/** People as workers meet them. Every look-up by name is logged. */
export const members = {
  /** In the order of their surnames' readings (曾 Zēng, 仇 Qiú). */
  list: asking<MemberQuery & PageQuery>()('GET', '/areas/{area}/members', pageOf(member)),
  register: asking<undefined, NewMember>()('POST', '/areas/{area}/members', member, 201),
  get: asking()('GET', '/members/{id}', member),
  /** Two identities of one person become one: everything of `{id}` follows to `into`, which is answered. */
  merge: asking<undefined, MemberMerge>()('POST', '/members/{id}/merge', member),
  /** Ends every sign-in of theirs: tokens issued until now are refused, and live streams end. */
  revoke: asking()('POST', '/members/{id}/revoke', member),
};
