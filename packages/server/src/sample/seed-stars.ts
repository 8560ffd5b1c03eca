import { award, edit } from '../stars/awarding.ts';
import { ask, consent, decline, nominate } from '../stars/nominating.ts';
import { starById } from '../stars/statements.ts';
import type { Hands } from './seed-hands.ts';
import { known, type Telling } from './seed-people.ts';
import type { SampleNomination } from './types.ts';

/** What was stored, by the keys that the sample uses: known as it is told. */
interface SeededStars {
  tellings: Telling[];
  ids: ReadonlyMap<string, string>;
}

/** Has neighbours nominated, asked and honoured by the server's own acts, each at its time. */
export function seedStars(hands: Hands): SeededStars {
  const ids = new Map<string, string>();
  return { tellings: hands.sample.nominations.flatMap((one) => stepsOf(hands, one, ids)), ids };
}

function stepsOf(hands: Hands, nomination: SampleNomination, ids: Map<string, string>): Telling[] {
  const { key, area, member, who, title, sentence, story, nominatedBy, nominatedHoursAgo } = nomination;
  const { asked, consented, declined, awarded } = nomination;
  const id = () => known(ids, key);
  const memberId = known(hands.around.people, member);
  const year = new Date(hands.around.now).getUTCFullYear() - (nomination.lastYear ? 1 : 0);
  const steps: Telling[] = [
    hands.step<'stars.nominate'>(
      nominate,
      { by: nominatedBy, hoursAgo: nominatedHoursAgo, area },
      () => ({ who, title, period: `${year}`, sentence, ...(story !== undefined && { story }) }),
      (made) => ids.set(key, made),
    ),
  ];
  if (asked)
    steps.push(hands.step<'stars.ask'>(ask, { by: asked.by, hoursAgo: asked.hoursAgo, id }, () => ({ member: memberId })));
  if (consented) {
    const { hoursAgo, name, portrait, heardBy } = consented;
    const by = heardBy ?? member;
    steps.push(
      hands.step<'stars.consent'>(consent, { by, hoursAgo, id }, async (at) => ({
        name,
        ...(heardBy !== undefined && { onBehalf: true }),
        ...(portrait !== undefined && { portrait: (await hands.photos([portrait], by, at))[0] }),
      })),
    );
  }
  if (declined) {
    const { by, hoursAgo, reason } = declined;
    steps.push(hands.step<'stars.decline'>(decline, { by, hoursAgo, id }, () => (reason === undefined ? {} : { reason })));
  }
  if (awarded) {
    const { by, hoursAgo, quotes = [] } = awarded;
    const body = () => ({ nomination: id(), quotes: [...quotes] });
    let star = '';
    steps.push(hands.step<'stars.award'>(award, { by, hoursAgo, area }, body, (made) => (star = made)));
    // Whoever has an account reads what neighbours say of them, and nods.
    const nod = async () => ({ nod: { key: (await starById(hands.db, star))?.waiting?.key ?? '', show: true } });
    if (quotes.length > 0 && consented?.heardBy === undefined)
      steps.push(hands.step<'stars.edit'>(edit, { by: member, hoursAgo: hoursAgo - 1, id: () => star }, nod));
  }
  return steps;
}
