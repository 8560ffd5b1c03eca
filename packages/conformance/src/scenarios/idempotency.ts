import { contract } from '@five-micro/contract';
import { same } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { openWish, submittedWish } from './parts.ts';

const { wishes, me } = contract;
const body = { title: '想要一盏台灯', kind: 'item' as const };

const postedBy = async (kit: Kit, as: Person) => (await kit.done(me.wishes, { as })).items.map(({ id }) => id);

/** Bad networks and double taps: an `Idempotency-Key` makes of any number of requests one deed. */
export const idempotency = scenarios('idempotency', ['wishes'], {
  repeat: {
    says: 'A repeat under the same key does nothing and answers with the same thing.',
    rules: ['idempotency', 'wishes.post'],
    async run(kit) {
      const [as, key] = [kit.person(), kit.unique()];
      const first = (await kit.done(wishes.post, { as, key, body })).id;
      const second = (await kit.done(wishes.post, { as, key, body })).id;
      same('the id that the repeat answers', second, first);
      same('wishes that were made', await postedBy(kit, as), [first]);
    },
  },
  twins: {
    says: 'Of ten requests under one key at the same moment one does it; all ten answer with the same thing.',
    rules: ['idempotency', 'wishes.post'],
    async run(kit) {
      const [as, key] = [kit.person(), kit.unique()];
      await kit.token(as);
      const replies = await Promise.all(Array.from({ length: 10 }, () => kit.ask(wishes.post, { as, key, body })));
      const ids = [...new Set(replies.map((reply) => reply.value.id))];
      same('different ids among ten answers', ids.length, 1);
      same('wishes that were made', await postedBy(kit, as), ids);
    },
  },
  mismatch: {
    says: 'Another body under a key that was used is refused; the order of its fields makes it no other body.',
    rules: ['idempotency', 'idempotency.mismatch'],
    async run(kit) {
      const [as, key] = [kit.person(), kit.unique()];
      const { id } = await kit.done(wishes.post, { as, key, body });
      const reordered = { kind: body.kind, title: body.title };
      same('the id under the same words in another order', (await kit.done(wishes.post, { as, key, body: reordered })).id, id);
      (await kit.ask(wishes.post, { as, key, body: { ...body, title: '想要两盏台灯' } })).refused('idempotency.mismatch');
      same('wishes that were made', await postedBy(kit, as), [id]);
    },
  },
  'of-one-member': {
    says: 'A key is its owner’s: the same letters of somebody else are another key.',
    rules: ['idempotency', 'wishes.post'],
    async run(kit) {
      const [one, other, key] = [kit.person(), kit.person(), kit.unique()];
      const first = (await kit.done(wishes.post, { as: one, key, body })).id;
      const second = await kit.done(wishes.post, { as: other, key, body });
      same('whether it is their own', [second.mine, second.id === first], [true, false]);
    },
  },
  'another-token': {
    says: 'A key outlives the token: with a renewed one the repeat is still a repeat.',
    rules: ['idempotency', 'wishes.post'],
    async run(kit) {
      const [as, key] = [kit.person(), kit.unique()];
      const first = (await kit.done(wishes.post, { as, key, body })).id;
      // Another name makes another token of the same person.
      const renewed = { ...as, name: '钱多' };
      same('the id that the repeat answers', (await kit.done(wishes.post, { as: renewed, key, body })).id, first);
    },
  },
  'as-it-is-now': {
    says: 'A repeat answers with the thing as it is now, not with what was answered then.',
    rules: ['idempotency', 'wishes.post'],
    async run(kit) {
      const [as, key] = [kit.person(), kit.unique()];
      const { id } = await kit.done(wishes.post, { as, key, body });
      await kit.done(wishes.publish, { as: kit.worker(), id });
      same('status in the repeat', (await kit.done(wishes.post, { as, key, body })).status, 'open');
    },
  },
  'refusal-keeps-nothing': {
    says: 'A refusal uses no key up: what is put right goes through under the same one.',
    rules: ['idempotency', 'wishes.claim', 'wish.already-claimed'],
    async run(kit) {
      const [helper, key] = [kit.person(), kit.unique()];
      const worker = kit.worker();
      const { id } = await openWish(kit, kit.person(), worker);
      const first = kit.person();
      await kit.done(wishes.claim, { as: first, id });
      (await kit.ask(wishes.claim, { as: helper, id, key })).refused('wish.already-claimed');
      await kit.done(wishes.release, { as: first, id });
      same('status', (await kit.done(wishes.claim, { as: helper, id, key })).status, 'claimed');
    },
  },
  'bad-key': {
    says: 'A key is 1–200 printable characters; another one is refused by the header’s name.',
    rules: ['idempotency', 'request.invalid'],
    async run(kit) {
      const reply = await kit.ask(wishes.post, { as: kit.person(), key: 'x'.repeat(201), body });
      same('the field', reply.refused('request.invalid').fields?.[0]?.path, 'Idempotency-Key');
    },
  },
  'verbs-too': {
    says: 'It holds for every verb: a withdrawal that is repeated is no second one, and no fault.',
    rules: ['idempotency', 'wishes.withdraw'],
    async run(kit) {
      const [as, key] = [kit.person(), kit.unique()];
      const { id } = await submittedWish(kit, as);
      for (const _time of ['once', 'twice'])
        same('status', (await kit.done(wishes.withdraw, { as, id, key })).status, 'withdrawn');
    },
  },
});
