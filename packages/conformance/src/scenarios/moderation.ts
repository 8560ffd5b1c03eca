import { contract } from '@five-micro/contract';
import { excludes, holds, includes, same, there } from '../finding.ts';
import type { Kit } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { openWish } from './parts.ts';

const { wishes, moderation } = contract;

const queue = async (kit: Kit, as: ReturnType<Kit['worker']>, wish: string) => {
  // The oldest come first, and an area that was tried before may have many.
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query: Record<string, string | number> = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const page = await kit.done(moderation.list, { as, query });
    const found = page.items.filter((one) => one.wish?.id === wish);
    if (found.length > 0) return found;
    cursor = page.nextCursor;
  }
  return [];
};

export const moderationScenarios = scenarios('moderation', ['wishes', 'moderation'], {
  held: {
    says: 'A helper’s note with a phone number in it waits for a worker; strangers read it only in the worker’s wording.',
    rules: ['moderation', 'wishes.fulfil', 'moderation.list', 'wishes.show'],
    async run(kit) {
      const [helper, worker] = [kit.person(), kit.worker()];
      const { id } = await openWish(kit, kit.person(), worker);
      await kit.done(wishes.claim, { as: helper, id });
      const note = '装好了，坏了打 13912345678 找我';
      const done = await kit.done(wishes.fulfil, { as: helper, id, body: { note } });
      same('the note for whoever wrote it', done.claims[0]?.note, note);
      for (const reply of [await kit.ask(wishes.get, { id }), await kit.ask(wishes.timeline, { id })])
        holds(`${reply.asked} without the number`, !reply.text.includes('13912345678'), reply.text);
      const one = there('the note among what waits for a worker', (await queue(kit, worker, id))[0]);
      same('part and state', [one.part, one.state], ['note', 'held']);
      const proposed = there('a wording that is proposed', one.proposed);
      holds('a proposed wording without the number', !proposed.includes('13912345678'), proposed);
      const show = { part: 'note' as const, claim: there('the claim of the note', one.claim), wording: proposed };
      await kit.done(wishes.show, { as: worker, id, body: show });
      same('the note in public', (await kit.done(wishes.get, { id })).claims[0]?.note, proposed);
    },
  },
  screened: {
    says: 'Before a wish is published the worker is shown what was found in it, and where.',
    rules: ['moderation', 'wishes.get'],
    async run(kit) {
      const story = '电话 13912345678';
      const { id } = await kit.done(wishes.post, { as: kit.person(), body: { title: '想要一盏台灯', kind: 'item', story } });
      const { screening = [] } = await kit.done(wishes.get, { as: kit.worker(), id });
      const found = there(
        'the story among what was screened',
        screening.find(({ part }) => part === 'story'),
        screening,
      );
      const [hit] = found.hits;
      same('what was found', [hit?.kind, story.slice(hit?.start, hit?.end)], ['phone', '13912345678']);
    },
  },
  reported: {
    says: 'Anyone who is signed in can report a text; a worker hides it, and its writer is told why.',
    rules: ['moderation', 'wishes.report', 'wishes.hide', 'auth.required', 'auth.forbidden'],
    async run(kit) {
      const [wisher, worker, neighbour] = [kit.person(), kit.worker(), kit.person()];
      const { id } = await openWish(kit, wisher, worker, { story: '邻居老王说他会修' });
      const body = { part: 'story' as const, reason: 'private' as const };
      (await kit.ask(wishes.report, { id, body })).refused('auth.required');
      const none = { ...body, part: 'thanks' as const };
      (await kit.ask(wishes.report, { as: neighbour, id, body: none })).refused('wish.no-part');
      await kit.done(wishes.report, { as: neighbour, id, body });
      same(
        'reported parts',
        (await queue(kit, worker, id)).map(({ part, state }) => [part, state]),
        [['story', 'reported']],
      );
      const hide = { part: 'story' as const, reason: '写了别人的名字' };
      (await kit.ask(wishes.hide, { as: neighbour, id, body: hide })).refused('auth.forbidden');
      await kit.done(wishes.hide, { as: worker, id, body: hide });
      const shown = await kit.ask(wishes.get, { id });
      holds('a wish without its hidden story', !shown.text.includes('邻居老王说他会修'), shown.text);
      const notices = (await kit.done(contract.me.notices, { as: wisher })).items;
      includes(
        'notices of the writer',
        notices.map(({ type }) => type),
        'wish.hidden',
      );
      same('the reason', notices.find(({ type }) => type === 'wish.hidden')?.words, hide.reason);
      excludes('can of a neighbour', shown.value.can, 'hide', 'show');
    },
  },
});
