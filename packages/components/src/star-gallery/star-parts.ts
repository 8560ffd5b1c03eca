import { type FiveMicroCore, type OptionTold, type Star, type StarPart, starsIn } from '@five-micro/sdk';
import type { PublicPart, PublicThing, Said } from '../wish-wall/wish-parts.ts';

type Labels = Record<Exclude<StarPart, 'portrait'>, string>;

const text = (part: Exclude<StarPart, 'portrait'>, label: string, words: string, state?: string): PublicPart[] =>
  words ? [{ key: part, part, label, claim: undefined, photo: undefined, index: 0, words, state }] : [];

const picture = (photo: Star['portrait'], state?: string): PublicPart[] =>
  photo && (photo.public || state)
    ? [{ key: 'portrait', part: 'portrait', claim: undefined, photo, index: 1, words: '', state }]
    : [];

const bodies = (part: StarPart, { reason = '', words, wording, seen }: Said) => ({
  report: { part, reason: reason as 'other', ...(words && { words }) },
  hide: { part, reason, ...(seen && { seen }) },
  show: { part, ...(wording && { wording }), ...(seen && { seen }) },
});

/** What stands beside a star before everyone. */
export function starThing(star: Star, labels: Labels, client: FiveMicroCore): PublicThing {
  const stateOf = (part: StarPart) => star.withheld?.find((one) => one.part === part)?.state;
  const quotes = star.quotes.map(({ words, by }) => `${words}——${by}`).join('\n');
  return {
    can: star.can,
    parts: [
      ...text('sentence', labels.sentence, star.sentence, stateOf('sentence')),
      ...text('story', labels.story, star.story, stateOf('story')),
      ...text('quotes', labels.quotes, quotes, stateOf('quotes')),
      ...picture(star.portrait, stateOf('portrait')),
    ],
    send(verb, { key }, said, options) {
      const { report, hide, show } = bodies(key as StarPart, said);
      const stars = starsIn(client);
      if (verb === 'report') return stars.report(star.id, report, options);
      return verb === 'hide' ? stars.hide(star.id, hide, options) : stars.show(star.id, show, options);
    },
  };
}

/** What is said of somebody who is voted on: a worker is told, and decides at the desk. */
export function nomineeThing({ id, words, story, photos }: OptionTold, labels: Labels, client: FiveMicroCore): PublicThing {
  return {
    can: ['report'],
    parts: [...text('sentence', labels.sentence, words), ...text('story', labels.story, story), ...picture(photos[0] ?? null)],
    send: (_verb, { key }, said, options) => starsIn(client).reportNomination(id, bodies(key as StarPart, said).report, options),
  };
}
