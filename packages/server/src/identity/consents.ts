import type { Consents, Language } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import type { Db } from '../ports.ts';
import { maskName } from './names.ts';

interface Row {
  name: string | null;
  wish_author: boolean | null;
  helper: boolean | null;
  photos: boolean | null;
  star: boolean | null;
  ranking: 'off' | 'masked' | 'full' | null;
}

/** Everything is off until the person says otherwise. */
const silent: Consents = { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' };

/** Some members as others may see them. Whoever has no profile any more is seen like someone who agreed to nothing. */
export interface People {
  author(memberId: string, language: Language): string;
  helper(memberId: string | null, language: Language): string;
  /** Masked whatever they agreed to: for workers of their area and for themselves. */
  masked(memberId: string, language: Language): string;
  /** Someone named by a wisher, who follows the wisher's consent. */
  thirdPerson(name: string | null, wisherId: string, language: Language): string;
  consents(memberId: string): Consents;
  /** For the acting helper and workers alone, where the look is logged. */
  fullName(memberId: string): string | null;
  /** Who that is today: the same id, or the one that two identities became. Events keep the id of their time. */
  today(memberId: string): string;
}

export async function loadPeople(db: Db, memberIds: Iterable<string | null>): Promise<People> {
  const ids = [...new Set([...memberIds].filter((id) => id !== null))];
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('member')
          .leftJoin('member_profile', (join) =>
            join.on((is) => is('member_profile.member_id', '=', is.fn.coalesce('member.merged_into', 'member.id'))),
          )
          .leftJoin('consent', (join) =>
            join.on((is) => is('consent.member_id', '=', is.fn.coalesce('member.merged_into', 'member.id'))),
          )
          .select(['member.id', 'member.merged_into', 'name', 'wish_author', 'helper', 'photos', 'star', 'ranking'])
          .where('member.id', 'in', ids)
          .execute();
  const byId = new Map<string, Row & { merged_into: string | null }>(rows.map((row) => [row.id, row]));

  const shown = (row: Row | undefined, agreed: boolean | null | undefined, otherwise: string) =>
    row?.name && agreed ? maskName(row.name) : otherwise;

  return {
    author: (id, language) => {
      const row = byId.get(id);
      return shown(row, row?.wish_author, messages[language].people.neighbour);
    },
    helper: (id, language) => {
      const row = id === null ? undefined : byId.get(id);
      return shown(row, row?.helper, messages[language].people.helper);
    },
    masked: (id, language) => {
      const row = byId.get(id);
      return shown(row, true, messages[language].people.neighbour);
    },
    thirdPerson: (name, wisherId, language) =>
      name && byId.get(wisherId)?.wish_author ? maskName(name) : messages[language].people.neighbour,
    consents: (id) => consentsOf(byId.get(id)),
    fullName: (id) => byId.get(id)?.name ?? null,
    today: (id) => byId.get(id)?.merged_into ?? id,
  };
}

export function consentsOf(row: Omit<Row, 'name'> | undefined): Consents {
  if (!row) return silent;
  return {
    wishAuthor: row.wish_author ?? false,
    helper: row.helper ?? false,
    photos: row.photos ?? false,
    star: row.star ?? false,
    ranking: row.ranking ?? 'off',
  };
}
