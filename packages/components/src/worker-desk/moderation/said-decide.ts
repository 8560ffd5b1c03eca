import {
  type ActionPart,
  complete,
  type FiveMicroCore,
  type ModerationCase,
  type ProjectPart,
  type StarPart,
  type Wish,
  type WishPart,
} from '@five-micro/sdk';
import type { WorkOptions } from '../../shared/controllers/act.ts';

interface Decision {
  reason?: string;
  wording?: string;
}

/** Hides or shows a part of a wish, a project, an action, or what is said of somebody; answers the wish where it is one's. */
export async function decide(
  client: FiveMicroCore,
  said: ModerationCase,
  act: 'show' | 'hide',
  { reason = '', wording }: Decision,
  options: WorkOptions,
): Promise<Wish | undefined> {
  const { wish, project, nomination, action, part, claim, milestone, photo } = said;
  // As it was read: words that came later, or a colleague's decision, are not overruled unseen.
  const seen = { state: said.state, ...(said.words !== null && { words: said.words }) };
  const shown = { seen, ...(wording !== undefined && { wording }) };
  const hidden = { seen, reason };
  const { projects, stars, actions } = complete(client);
  if (project) {
    const place = { part: part as ProjectPart, ...(milestone && { milestone }), ...(photo && { photo: photo.id }) };
    await (act === 'hide'
      ? projects.hidePart(project.id, { ...place, ...hidden }, options)
      : projects.showPart(project.id, { ...place, ...shown }, options));
    return undefined;
  }
  if (nomination) {
    const place = { part: part as StarPart };
    await (act === 'hide'
      ? stars.hideNomination(nomination.id, { ...place, ...hidden }, options)
      : stars.showNomination(nomination.id, { ...place, ...shown }, options));
    return undefined;
  }
  if (action) {
    const place = { part: part as ActionPart, ...(photo && { photo: photo.id }) };
    await (act === 'hide'
      ? actions.hidePart(action.id, { ...place, ...hidden }, options)
      : actions.showPart(action.id, { ...place, ...shown }, options));
    return undefined;
  }
  const place = { part: part as WishPart, ...(claim && { claim }), ...(photo && { photo: photo.id }) };
  const { id = '' } = wish ?? {};
  return act === 'hide'
    ? client.wishes.hide(id, { ...place, ...hidden }, options)
    : client.wishes.show(id, { ...place, ...shown }, options);
}
