import { type Action, type ActionPart, actionsIn, type FiveMicroCore } from '@five-micro/sdk';
import type { PublicPart, PublicThing } from '../wish-wall/wish-parts.ts';
import type { DetailWords } from './words/detail.ts';

/** What stands before everyone of an action, and how a worker is told about it. */
export function actionThing(action: Action, words: DetailWords, client: FiveMicroCore): PublicThing {
  const { id, title, story, place, bring, forWhom, reason, photos, withheld = [] } = action;
  const stateOf = (part: ActionPart, of: string | null) => withheld.find((one) => one.part === part && one.of === of)?.state;
  const text = (part: Exclude<ActionPart, 'photo'>, said: string | null): PublicPart[] =>
    said
      ? [
          {
            key: part,
            part,
            label: words.parts[part],
            claim: undefined,
            photo: undefined,
            index: 0,
            words: said,
            state: stateOf(part, null),
          },
        ]
      : [];
  const pictures = photos
    .map((photo) => ({ photo, state: stateOf('photo', photo.id) }))
    .filter(({ photo, state }) => photo.public || state)
    .map(
      ({ photo, state }, at): PublicPart => ({
        key: photo.id,
        part: 'photo',
        claim: undefined,
        photo,
        index: at + 1,
        words: '',
        state,
      }),
    );
  const holds = action.can.some((verb) => verb === 'edit' || verb === 'sign-ups');
  return {
    // Whoever holds it changes it where it is wrong; a worker who does puts it away.
    can: holds ? action.can.filter((verb) => verb !== 'report') : action.can,
    parts: [
      ...text('title', title),
      ...text('story', story),
      ...text('place', place),
      ...text('bring', bring),
      ...text('for-whom', forWhom),
      ...text('reason', reason),
      ...pictures,
    ],
    send(verb, { part: named, photo }, { reason: why = '', words: more, wording, seen }, options) {
      const actions = actionsIn(client);
      const part = named as ActionPart;
      const address = { part, ...(photo && { photo: photo.id }) };
      if (verb === 'report')
        return actions.reportPart(id, { ...address, reason: why as 'other', ...(more && { words: more }) }, options);
      if (verb === 'hide') return actions.hidePart(id, { ...address, reason: why, ...(seen && { seen }) }, options);
      return actions.showPart(id, { ...address, ...(wording && { wording }), ...(seen && { seen }) }, options);
    },
  };
}
