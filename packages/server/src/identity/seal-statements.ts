import { sql } from 'kysely';
import { phoneTailHash } from '../members/phone.ts';
import type { Db } from '../ports.ts';
import type { Secrets } from './secrets.ts';

/** What a key still holds. `id` is empty for what was sealed before keys had names. */
export interface Held {
  id: string;
  contacts: number;
  phones: number;
  /** Keys of rounds that are open. */
  rounds: number;
  /** Secrets that portals are told with, see webhooks/. */
  webhooks: number;
  /** Erased accounts that are still remembered, see erased.ts. */
  accounts: number;
}

const idOf = (column: string) => sql<string>`case when get_byte(${sql.ref(column)}, 0) = 2
  then encode(substring(${sql.ref(column)} from 2 for 4), 'hex') else '' end`;
/** A hash without a name has no dot. */
const idIn = (column: string) =>
  sql<string>`case when strpos(${sql.ref(column)}, '.') = 9 then left(${sql.ref(column)}, 8) else '' end`;

/** How much there is of each key, in the order of ids. */
export async function heldByKeys(db: Db): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select id, sum(contacts)::integer as contacts, sum(phones)::integer as phones, sum(rounds)::integer as rounds,
      sum(webhooks)::integer as webhooks, sum(accounts)::integer as accounts from (
      select ${idOf('sealed')} as id, 1 as contacts, 0 as phones, 0 as rounds, 0 as webhooks, 0 as accounts from wish_contact
      union all
      select ${idOf('phone')}, 0, 1, 0, 0, 0 from member_profile where phone is not null
      union all
      -- Hashed with another key than it was sealed with: both have to change hands.
      select ${idIn('phone_tail_hash')}, 0, 1, 0, 0, 0 from member_profile
      where phone is not null and ${idIn('phone_tail_hash')} <> ${idOf('phone')}
      union all
      select ${idOf('sealed')}, 0, 0, 1, 0, 0 from round_key
      union all
      select ${idOf('secret')}, 0, 0, 0, 1, 0 from webhook
      union all
      select ${idOf('former')}, 0, 0, 0, 1, 0 from webhook where former is not null
      union all
      select ${idIn('subject_hash')}, 0, 0, 0, 0, 1 from erased_identity
    ) held group by id order by id`.execute(db);
  return rows;
}

/** Some things that were sealed before keys had names: whether a key opens them can only be tried. */
export async function unnamedSamples(db: Db): Promise<Uint8Array[]> {
  const contacts = await db.selectFrom('wish_contact').select('sealed').where(idOf('sealed'), '=', '').limit(5).execute();
  const phones = await db
    .selectFrom('member_profile')
    .select('phone as sealed')
    .where('phone', 'is not', null)
    .where(idOf('phone'), '=', '')
    .limit(5)
    .execute();
  return [...contacts, ...phones].flatMap(({ sealed }) => (sealed === null ? [] : [sealed]));
}

/** One batch, and where it ended; undefined at the end. */
export interface Resealed {
  last: string | undefined;
  done: number;
  /** Ids of what no key opens: it was damaged, or belongs to another file. */
  unreadable: string[];
}

/** A batch is one transaction: whoever is killed in it has done nothing or all of it. What someone holds is met in the next round. */
type Batch = (db: Db, secrets: Secrets, current: string, after: string, most: number) => Promise<Resealed>;

export const resealContacts: Batch = async (db, secrets, current, after, most) => {
  const rows = await db
    .selectFrom('wish_contact')
    .select(['wish_id as id', 'sealed'])
    .where(idOf('sealed'), '<>', current)
    .where('wish_id', '>', after)
    .orderBy('wish_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return each(rows, secrets, async (id, text) => {
    await db
      .updateTable('wish_contact')
      .set({ sealed: await secrets.seal(text) })
      .where('wish_id', '=', id)
      .execute();
  });
};

export const resealRounds: Batch = async (db, secrets, current, after, most) => {
  const rows = await db
    .selectFrom('round_key')
    .select(['round_id as id', 'sealed'])
    .where(idOf('sealed'), '<>', current)
    .where('round_id', '>', after)
    .orderBy('round_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return each(rows, secrets, async (id, text) => {
    await db
      .updateTable('round_key')
      .set({ sealed: await secrets.seal(text) })
      .where('round_id', '=', id)
      .execute();
  });
};

export const resealWebhooks: Batch = async (db, secrets, current, after, most) => {
  const rows = await db
    .selectFrom('webhook')
    .select(['id', 'secret as sealed', 'former'])
    .where((is) =>
      is.or([is(idOf('secret'), '<>', current), is.and([is('former', 'is not', null), is(idOf('former'), '<>', current)])]),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return each(rows, secrets, async (id, text) => {
    const former = rows.find((row) => row.id === id)?.former ?? null;
    await db
      .updateTable('webhook')
      .set({ secret: await secrets.seal(text), former: former && (await secrets.seal(await secrets.open(former))) })
      .where('id', '=', id)
      .execute();
  });
};

export const resealPhones: Batch = async (db, secrets, current, after, most) => {
  const rows = await db
    .selectFrom('member_profile')
    .select(['member_id as id', 'phone as sealed'])
    .where('phone', 'is not', null)
    .where((is) => is.or([is(idOf('phone'), '<>', current), is(idIn('phone_tail_hash'), '<>', current)]))
    .where('member_id', '>', after)
    .orderBy('member_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return each(rows, secrets, async (id, phone) => {
    await db
      .updateTable('member_profile')
      .set({ phone: await secrets.seal(phone), phone_tail_hash: await phoneTailHash(secrets, phone) })
      .where('member_id', '=', id)
      .execute();
  });
};

async function each(
  rows: readonly { id: string; sealed: Uint8Array | null }[],
  secrets: Secrets,
  renew: (id: string, text: string) => Promise<void>,
): Promise<Resealed> {
  const result: Resealed = { last: rows.at(-1)?.id, done: 0, unreadable: [] };
  for (const { id, sealed } of rows) {
    const text = sealed === null ? undefined : await secrets.open(sealed).catch(() => undefined);
    if (text === undefined) result.unreadable.push(id);
    else {
      await renew(id, text);
      result.done += 1;
    }
  }
  return result;
}
