/** Roles that an issuer can give; each covers the subtree of its area. */
export const roles = ['resident', 'volunteer', 'party-member', 'worker', 'officer'] as const;
export type Role = (typeof roles)[number];

/** What an issuer may be registered to say of people: their roles, and for which organisations they act (`orgs`). */
export const grants = [...roles, 'representative'] as const;
export type Grant = (typeof grants)[number];

export interface Visitor {
  kind: 'visitor';
}

/** Who asks, as their token and our records say. */
export interface MemberCaller {
  kind: 'member';
  id: string;
  iss: string;
  sub: string;
  /** The district: nothing crosses it. */
  rootId: number;
  areaId: number | null;
  /** From the district down to their home; nothing where they have none yet. */
  homePath: readonly number[];
  roles: { role: Role; areaId: number; slug: string }[];
  /** Organisations that the caller may act for. */
  organisations: { id: number; slug: string; name: string }[];
  /** Ids of all organisations that they represent or ever represented. */
  tiedTo: readonly number[];
  /** When the token ends, in seconds since 1970: a live stream ends with it. */
  expiresAt: number;
}

export type Caller = Visitor | MemberCaller;

export const visitor: Visitor = { kind: 'visitor' };
