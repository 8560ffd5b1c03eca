import type { RoundOption } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { nameOf, subtree } from '../areas/statements.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import { stranger } from '../moderation/reading.ts';
import { casesAbout } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import type { OptionSource } from '../rounds/sources.ts';
import { photoUrl } from '../uploads/links.ts';
import { approvePortraits } from '../uploads/portraits.ts';
import { tell } from './deed.ts';
import {
  agreeing,
  changeNomination,
  lockNominations,
  nominationById,
  type NominationRecord,
  nominationRecords,
  portraitsOf,
} from './statements.ts';
import { nameShown } from './view.ts';
import { casesOn, wordsOf } from './words.ts';

/**
 * Whoever takes their consent back stays on the ballot, as it is frozen, and nobody knows who that is; so does whose star
 * was taken down: it is gone from where it was voted on, too.
 */
const mayBeSeen = ({ id, member_id: member, status }: NominationRecord, people: People, down: ReadonlySet<string>): boolean =>
  member !== null && status !== 'withdrawn' && !down.has(id) && people.consents(member).star;

/** Those of some nominations whose star was taken down. */
async function takenDown(db: Db, nominationIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('star')
    .select('nomination_id')
    .where('nomination_id', 'in', nominationIds)
    .where('taken_down_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.nomination_id));
}

/** Whether everybody may read what is said of somebody who stands, or stood, in a contest. */
export async function isOnBallot(db: Db, nomination: NominationRecord): Promise<boolean> {
  if (nomination.round_id === null) return false;
  return mayBeSeen(nomination, await loadPeople(db, [nomination.member_id]), await takenDown(db, [nomination.id]));
}

/** People as rounds offer them: those who agreed to stand. */
export const nominationOptions: OptionSource = {
  async candidates(db, rootId, area, ids) {
    if (ids.length === 0) return [];
    const here = await db
      .selectFrom('nomination')
      .select('id')
      .where('id', 'in', ids)
      .where('root_id', '=', rootId)
      .where('area_id', 'in', subtree(db, area.id))
      .execute();
    const held = await lockNominations(
      db,
      here.map(({ id }) => id),
    );
    const agreed = await agreeing(
      db,
      held.map((one) => one.member_id),
    );
    // Whoever stood in a contest before stands in no other with the same nomination.
    const free = held.filter((one) => one.status === 'consented' && one.round_id === null && agreed.has(one.member_id ?? ''));
    return free.map(({ id }) => ({ id, cost: null, title: null }));
  },

  async show(asking, db, ids) {
    if (ids.length === 0) return new Map();
    const { language } = asking;
    const rows = await nominationRecords(db).where('nomination.id', 'in', ids).execute();
    const portraits = await portraitsOf(db, ids);
    const people = await loadPeople(
      db,
      rows.map(({ member_id: id }) => id),
    );
    const down = await takenDown(db, ids);
    const cases = await casesAbout(db, 'nomination_id', ids);
    const shown = rows.map(async (one): Promise<[string, RoundOption]> => {
      const seen = mayBeSeen(one, people, down);
      const portrait = seen
        ? portraits.find((two) => two.nomination_id === one.id && two.approved_at !== null && two.hidden_at === null)
        : undefined;
      return [
        one.id,
        {
          id: one.id,
          title: seen ? nameShown(people, one.member_id ?? '', one.name_as, language) : messages[language].people.neighbour,
          words: seen
            ? wordsOf({ language, reader: stranger, cases: casesOn(cases, one.id) }, 'sentence', one.sentence ?? '')
            : '',
          cost: null,
          place: nameOf({ name: one.area_name, name_en: one.area_name_en }, language),
          starTitle: one.title,
          told: seen && (one.story ?? '').trim() !== '',
          photos: portrait
            ? [
                {
                  id: portrait.id,
                  width: portrait.width,
                  height: portrait.height,
                  public: true,
                  url: await photoUrl(asking, portrait.id, true),
                },
              ]
            : [],
        },
      ];
    });
    return new Map(await Promise.all(shown));
  },

  // No name is frozen: it goes with its owner's consent.
  frozen: async (_context, _db, titles) => ({ ...titles }),

  async story({ language }, db, id) {
    const one = await nominationById(db, id);
    const seen = one && mayBeSeen(one, await loadPeople(db, [one.member_id]), await takenDown(db, [id]));
    if (!seen) return '';
    return wordsOf({ language, reader: stranger, cases: await casesAbout(db, 'nomination_id', [id]) }, 'story', one.story ?? '');
  },

  async opened(hand, round, ids) {
    await approvePortraits(hand.db, ids, hand.at);
    for (const { id } of await lockNominations(hand.db, ids)) {
      const change = { status: 'voting' as const, round_id: round.id, votes: null, won: null, updated_at: hand.at };
      const now = await changeNomination(hand.db, id, change);
      await tell(hand, 'star.voting', now, { visibility: 'public', notify: [now.member_id, now.nominator_id] });
    }
  },

  async closed(hand, _round, outcome) {
    const results = new Map(outcome.map((result) => [result.id, result]));
    for (const { id, status } of await lockNominations(hand.db, [...results.keys()])) {
      const { won = false, votes = 0 } = results.get(id) ?? {};
      // Whoever has left meanwhile has left: what they had is kept, and wins nothing.
      const next = status !== 'voting' ? status : won ? 'consented' : 'not-awarded';
      const now = await changeNomination(hand.db, id, { status: next, votes, won, updated_at: hand.at });
      if (status !== 'voting') continue;
      const told = { visibility: 'public' as const, notify: [now.member_id, now.nominator_id] };
      await tell(hand, won ? 'star.won' : 'star.not-awarded', now, told);
    }
  },
};
