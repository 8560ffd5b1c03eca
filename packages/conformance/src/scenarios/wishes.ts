import { contract, type WishStatus } from '@five-micro/contract';
import { excludes, holds, includes, same } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { fulfilledWish, openWish, submittedWish } from './parts.ts';

const { wishes, me } = contract;

const cast = (kit: Kit) => ({ wisher: kit.person(), helper: kit.person(), neighbour: kit.person(), worker: kit.worker() });

/** `submitted → open → claimed → fulfilled → confirmed`, and all ways beside it. */
export const wishScenarios = scenarios('wishes', ['wishes'], {
  'whole-way': {
    says: 'A wish is posted, looked at, published, claimed, fulfilled and confirmed, and everyone can read its way.',
    rules: ['wishes', 'wishes.post', 'wishes.publish', 'wishes.claim', 'wishes.fulfil', 'wishes.confirm', 'wishes.timeline'],
    async run(kit) {
      const { wisher, helper, worker } = cast(kit);
      const posted = await submittedWish(kit, wisher, { story: '旧的坏了', place: '三幢' });
      same('status and owner of a new wish', [posted.status, posted.mine, posted.area], ['submitted', true, kit.here]);
      const { id } = posted;
      const published = await kit.done(wishes.publish, { as: worker, id, body: { title: '想要一盏亮一点的台灯' } });
      same(
        'title, and what the wisher wrote',
        [published.title, published.original?.title],
        ['想要一盏亮一点的台灯', '想要一盏台灯'],
      );
      const claimed = await kit.done(wishes.claim, { as: helper, id });
      same(
        'claimed',
        [claimed.status, claimed.claimersHeld, claimed.claims.map(({ mine, state }) => [mine, state])],
        ['claimed', 1, [[true, 'active']]],
      );
      const done = await kit.done(wishes.fulfil, { as: helper, id, body: { note: '送到了，装好了' } });
      same('fulfilled', [done.status, done.claims[0]?.note], ['fulfilled', '送到了，装好了']);
      const confirmed = await kit.done(wishes.confirm, { as: wisher, id, body: { rating: 5, thanks: '谢谢' } });
      same('confirmed', [confirmed.status, confirmed.confirmation?.rating, confirmed.closing], ['confirmed', 5, null]);
      const steps = (await kit.done(wishes.timeline, { id })).items.map(({ type }) => type);
      same('timeline', steps, ['wish.submitted', 'wish.published', 'wish.claimed', 'wish.fulfilled', 'wish.confirmed']);
      const [mine] = (await kit.done(me.claims, { as: helper })).items;
      same('claim of the helper', [mine?.state, mine?.wish.id], ['done', id]);
      same('wishes helped with', (await kit.done(me.get, { as: helper })).helped, 1);
    },
  },
  'sent-back': {
    says: 'A worker sends a wish back with a reason; the wisher changes it and it is looked at again.',
    rules: ['wishes', 'wishes.decline', 'wishes.edit'],
    async run(kit) {
      const { wisher, worker } = cast(kit);
      const { id } = await submittedWish(kit, wisher);
      const declined = await kit.done(wishes.decline, { as: worker, id, body: { reason: '请写明尺寸' } });
      same('declined', [declined.status, declined.reason], ['declined', '请写明尺寸']);
      same(
        'status after an edit',
        (await kit.done(wishes.edit, { as: wisher, id, body: { title: '三十厘米的台灯' } })).status,
        'submitted',
      );
      same('status', (await kit.done(wishes.publish, { as: worker, id })).status, 'open');
    },
  },
  'seen-before': {
    says: 'A worker who read an older version publishes nothing: `seen` is the time of what they read.',
    rules: ['wishes', 'wishes.publish', 'wish.state'],
    async run(kit) {
      const { wisher, worker } = cast(kit);
      const { id, updatedAt: seen } = await submittedWish(kit, wisher);
      await kit.pause(1.1);
      await kit.done(wishes.edit, { as: wisher, id, body: { title: '另一个愿望' } });
      (await kit.ask(wishes.publish, { as: worker, id, body: { seen } })).refused('wish.state');
    },
  },
  merged: {
    says: 'A repeated wish is merged into the first; nothing else is a target.',
    rules: ['wishes', 'wishes.merge', 'wish.merge-target'],
    async run(kit) {
      const { wisher, neighbour, worker } = cast(kit);
      const first = await submittedWish(kit, neighbour);
      const { id } = await submittedWish(kit, wisher);
      (await kit.ask(wishes.merge, { as: worker, id, body: { into: id } })).refused('wish.merge-target');
      const merged = await kit.done(wishes.merge, { as: worker, id, body: { into: first.id } });
      same('merged', [merged.status, merged.mergedInto], ['merged', first.id]);
    },
  },
  'not-yet': {
    says: 'The wisher’s “not yet” gives the same helper a new lease; silence confirms nothing.',
    rules: ['wishes', 'wishes.reopen'],
    async run(kit) {
      const people = cast(kit);
      const { id } = await fulfilledWish(kit, people);
      const again = await kit.done(wishes.reopen, { as: people.wisher, id, body: { reason: '灯不亮' } });
      same('reopened', [again.status, again.claims[0]?.state], ['claimed', 'active']);
      holds(
        'a new lease, which ends later',
        Date.parse(again.claims[0]?.dueAt ?? '') > Date.parse(kit.soon(60)),
        again.claims[0]?.dueAt,
      );
      (await kit.ask(wishes.confirm, { as: people.wisher, id, body: { rating: 5 } })).refused('wish.state');
    },
  },
  closed: {
    says: 'A worker closes after a visit, with a note: no stars, and nobody’s word but theirs.',
    rules: ['wishes', 'wishes.close', 'auth.forbidden'],
    async run(kit) {
      const people = cast(kit);
      const { id } = await fulfilledWish(kit, people);
      (await kit.ask(wishes.confirm, { as: people.worker, id, body: { rating: 5 } })).refused('auth.forbidden');
      const closed = await kit.done(wishes.close, { as: people.worker, id, body: { note: '上门看过' } });
      same('closed', [closed.status, closed.closing?.note, closed.confirmation], ['closed', '上门看过', null]);
    },
  },
  released: {
    says: 'A claim that is given back leaves the wish open for others; whoever gave it back can do nothing with it.',
    rules: ['wishes', 'wishes.release', 'claim.none'],
    async run(kit) {
      const { wisher, helper, neighbour, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker);
      await kit.done(wishes.claim, { as: helper, id });
      const open = await kit.done(wishes.release, { as: helper, id });
      same('released', [open.status, open.claimersHeld], ['open', 0]);
      (await kit.ask(wishes.fulfil, { as: helper, id, body: { note: '好了' } })).refused('claim.none');
      same('status', (await kit.done(wishes.claim, { as: neighbour, id })).status, 'claimed');
      same('status after a withdrawal', (await kit.done(wishes.withdraw, { as: wisher, id })).status, 'withdrawn');
      (await kit.ask(wishes.get, { id })).refused('wish.unknown');
    },
  },
  'several-helpers': {
    says: 'A wish that wants three is open until three hold it, fulfilled when all have done it or a worker lowers the number.',
    rules: ['wishes', 'wishes.lower'],
    async run(kit) {
      const { wisher, helper, neighbour, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker, { claimersWanted: 3 });
      await kit.done(wishes.claim, { as: helper, id });
      const two = await kit.done(wishes.claim, { as: neighbour, id });
      same('with two of three', [two.status, two.claimersHeld], ['open', 2]);
      await kit.done(wishes.fulfil, { as: helper, id, body: { note: '一' } });
      (await kit.ask(wishes.lower, { as: worker, id, body: { claimersWanted: 1 } })).refused('request.invalid');
      same(
        'status when lowered to two',
        (await kit.done(wishes.lower, { as: worker, id, body: { claimersWanted: 2 } })).status,
        'claimed',
      );
      same(
        'status when both are done',
        (await kit.done(wishes.fulfil, { as: neighbour, id, body: { note: '二' } })).status,
        'fulfilled',
      );
    },
  },
  'claim-race': {
    says: 'Of twelve who claim one wish at the same moment exactly one gets it; the others are told that it is taken.',
    rules: ['wishes', 'wishes.claim', 'wish.already-claimed'],
    async run(kit) {
      const { id } = await openWish(kit, kit.person(), kit.worker());
      const crowd = kit.people(12);
      await Promise.all(crowd.map((as) => kit.token(as)));
      const replies = await Promise.all(crowd.map((as) => kit.ask(wishes.claim, { as, id })));
      same('how many were told that the wish is theirs', replies.filter((reply) => reply.status === 200).length, 1);
      for (const reply of replies) if (reply.status !== 200) reply.refused('wish.already-claimed');
      const wish = await kit.done(wishes.get, { id });
      same('the wish afterwards', [wish.status, wish.claimersHeld, wish.claims.length], ['claimed', 1, 1]);
      const winner = crowd[replies.findIndex((reply) => reply.status === 200)];
      same('whether it is the winner’s', (await kit.done(wishes.get, { as: winner, id })).claims[0]?.mine, true);
    },
  },
  'claim-again': {
    says: 'To claim what one has already is no refusal, and no second claim.',
    rules: ['wishes', 'wishes.claim'],
    async run(kit) {
      const { wisher, helper, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker, { claimersWanted: 2 });
      for (const _time of ['once', 'twice']) await kit.done(wishes.claim, { as: helper, id });
      same('claims held', (await kit.done(wishes.get, { id })).claimersHeld, 1);
    },
  },
  leases: {
    says: 'A claim is a lease: an earlier day can be named, one in the past or beyond the area’s days cannot.',
    rules: ['wishes', 'wishes.claim', 'wishes.extend', 'request.invalid'],
    async run(kit) {
      const { wisher, helper, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker);
      const at = (days: number) => kit.soon(days * 24 * 3600);
      const { leaseDays } = kit.settings;
      const fault = async (dueAt: string) =>
        (await kit.ask(wishes.claim, { as: helper, id, body: { dueAt } })).refused('request.invalid').fields?.[0];
      same('a day in the past', (await fault(at(-1)))?.code, 'past');
      same('a day beyond the lease', (await fault(at(leaseDays + 2)))?.code, 'too-late');
      const [soon, later] = [at(1), at(2)];
      same('the lease', (await kit.done(wishes.claim, { as: helper, id, body: { dueAt: soon } })).claims[0]?.dueAt, soon);
      same('the longer one', (await kit.done(wishes.extend, { as: helper, id, body: { dueAt: later } })).claims[0]?.dueAt, later);
    },
  },
  lapsed: {
    says: 'A lease that ran out is over before anybody else claims: the next one gets the wish.',
    rules: ['wishes', 'wishes.claim', 'wishes.timeline'],
    async run(kit) {
      const { wisher, helper, neighbour, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker);
      const dueAt = kit.soon(4);
      await kit.done(wishes.claim, { as: helper, id, body: { dueAt } });
      await kit.until(dueAt);
      same('claims held', (await kit.done(wishes.claim, { as: neighbour, id })).claimersHeld, 1);
      const steps = (await kit.done(wishes.timeline, { id })).items.map(({ type }) => type);
      same('last steps', steps.slice(-3), ['wish.claimed', 'wish.lapsed', 'wish.claimed']);
    },
  },
  'wrong-state': {
    says: 'What a wish is not ready for is refused as such, and changes nothing.',
    rules: ['wishes', 'wish.state'],
    async run(kit) {
      const { wisher, helper, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker);
      (await kit.ask(wishes.publish, { as: worker, id })).refused('wish.state');
      (await kit.ask(wishes.edit, { as: wisher, id, body: { title: '别的' } })).refused('wish.state');
      (await kit.ask(wishes.confirm, { as: wisher, id, body: { rating: 5 } })).refused('wish.state');
      (await kit.ask(wishes.close, { as: worker, id, body: { note: '看过' } })).refused('wish.state');
      (await kit.ask(wishes.fulfil, { as: helper, id, body: { note: '好了' } })).refused('auth.forbidden');
      same('status', (await kit.done(wishes.get, { id })).status, 'open');
    },
  },
  'own-wish': {
    says: 'Nobody claims their own wish, and nobody closes what they helped with.',
    rules: ['wishes', 'wish.own', 'wish.self-dealing'],
    async run(kit) {
      const { wisher, worker } = cast(kit);
      const { id } = await openWish(kit, wisher, worker);
      (await kit.ask(wishes.claim, { as: wisher, id })).refused('wish.own');
      await kit.done(wishes.claim, { as: worker, id });
      await kit.done(wishes.fulfil, { as: worker, id, body: { note: '好了' } });
      (await kit.ask(wishes.close, { as: worker, id, body: { note: '看过' } })).refused('wish.self-dealing');
    },
  },
  can: {
    says: 'What may be done is answered, not guessed: `can` has the verbs that will be let through, and no others.',
    rules: ['what-a-caller-may-do', 'wishes.get', 'auth.required'],
    async run(kit) {
      const people = cast(kit);
      const { id } = await submittedWish(kit, people.wisher);
      const can = async (as?: Person) => (await kit.done(wishes.get, { as, id })).can;
      const check = async (status: WishStatus, as: Person | undefined, yes: string[], no: string[]) => {
        includes(`can while ${status}`, await can(as), ...yes);
        excludes(`can while ${status}`, await can(as), ...no);
      };
      await check('submitted', people.wisher, ['edit', 'withdraw'], ['publish', 'claim', 'confirm']);
      await check('submitted', people.worker, ['publish', 'decline', 'merge'], ['edit', 'withdraw', 'claim']);
      await kit.done(wishes.publish, { as: people.worker, id });
      await check('open', undefined, ['claim'], ['publish', 'withdraw', 'close', 'hide']);
      await check('open', people.neighbour, ['claim', 'report'], ['publish', 'withdraw', 'close', 'hide']);
      await check('open', people.wisher, ['withdraw'], ['claim', 'edit', 'publish']);
      // A visitor is shown what signing in would bring; the call itself asks for that.
      (await kit.ask(wishes.claim, { id })).refused('auth.required');
      await kit.done(wishes.claim, { as: people.helper, id });
      await check('claimed', people.helper, ['release', 'extend', 'fulfil'], ['claim', 'confirm', 'close']);
      await check('claimed', people.neighbour, [], ['claim', 'release', 'fulfil']);
      await kit.done(wishes.fulfil, { as: people.helper, id, body: { note: '好了' } });
      await check('fulfilled', people.wisher, ['confirm', 'reopen'], ['withdraw', 'close']);
      await check('fulfilled', people.worker, ['close'], ['confirm', 'reopen']);
    },
  },
  dates: {
    says: 'A wish is wanted by a day ahead, of a category that the area has.',
    rules: ['wishes', 'wishes.post', 'request.invalid'],
    async run(kit) {
      const as = kit.person();
      const body = { title: '想要一盏台灯', kind: 'item' as const };
      const fault = async (more: object) =>
        (await kit.ask(wishes.post, { as, body: { ...body, ...more } })).refused('request.invalid').fields?.[0];
      same('a day in the past', await fault({ wantedBy: kit.soon(-3600) }).then((one) => [one?.path, one?.code]), [
        'wantedBy',
        'past',
      ]);
      same('a category of nobody', await fault({ category: 'no-such' }).then((one) => [one?.path, one?.code]), [
        'category',
        'not-an-option',
      ]);
      same('wishes', (await kit.done(me.wishes, { as })).items.length, 0);
    },
  },
});
