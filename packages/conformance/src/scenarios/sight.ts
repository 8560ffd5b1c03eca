import { contract } from '@five-micro/contract';
import { excludes, Finding, includes, same } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import type { Reply } from '../wire.ts';
import { fulfilledWish, openWish, submittedWish } from './parts.ts';

const { wishes, me } = contract;

function unnamed(replies: readonly Reply[], ...names: string[]): void {
  for (const { asked, text } of replies)
    for (const name of names)
      if (text.includes(name)) throw new Finding(`an answer to ${asked} without the name ${name}`, 'it stands in the answer');
}

/** Everything that a visitor can read of one wish. */
const publicReads = async (kit: Kit, id: string, language?: string): Promise<Reply[]> => {
  const how = { id, ...(language !== undefined && { language }) };
  const list = await kit.ask(wishes.list, { query: { limit: 100 }, ...(language !== undefined && { language }) });
  const replies: Reply[] = [await kit.ask(wishes.get, how), await kit.ask(wishes.timeline, how), list];
  // None of them is a refusal, which would name nobody either.
  for (const { asked, status } of replies) same(`status of ${asked}`, status, 200);
  return replies;
};

const agree = async (kit: Kit, as: Person, body: Record<string, boolean>) => {
  await kit.done(me.consents, { as, body });
};

/** What a person's switches let others see. */
export const sight = scenarios('sight', ['wishes'], {
  unnamed: {
    says: 'Whoever did not agree to more has no name in public: neither whole nor masked, nowhere.',
    rules: ['what-others-see', 'wishes.get', 'wishes.list', 'wishes.timeline'],
    async run(kit) {
      // Nobody else of the kit is called so: a mask in a list can only be theirs.
      // Nobody else of the kit is called so: a mask in a list can only be theirs.
      const [wisher, helper] = [kit.person({ name: '令狐冲冲' }), kit.person({ name: '慕容复复' })];
      const { id } = await fulfilledWish(kit, { wisher, helper, worker: kit.worker() });
      const replies = [...(await publicReads(kit, id)), ...(await publicReads(kit, id, 'en'))];
      unnamed(replies, '令狐冲冲', '慕容复复', '令狐**', '慕容**');
    },
  },
  masked: {
    says: 'With consent the surname is shown, then **: also of two characters, and what precedes a middle dot.',
    rules: ['what-others-see', 'me.consents'],
    async run(kit) {
      const names = [
        ['王小明', '王**'],
        ['欧阳春梅', '欧阳**'],
        ['古丽·阿不都', '古丽**'],
        ['𠮷田一郎', '𠮷**'],
      ] as const;
      for (const [name, masked] of names) {
        const wisher = kit.person({ name });
        await agree(kit, wisher, { wishAuthor: true });
        const { id } = await openWish(kit, wisher, kit.worker());
        const reply = await kit.ask(wishes.get, { id });
        same(`the wisher ${name} in public`, reply.value.wisher.name, masked);
        unnamed([reply], name);
      }
    },
  },
  'switched-off-again': {
    says: 'A switch is for one surface, can be turned off again, and holds within a minute everywhere.',
    rules: ['what-others-see', 'me.consents'],
    async run(kit) {
      const [wisher, helper, worker] = [kit.person({ name: '王小明' }), kit.person({ name: '孙行者' }), kit.worker()];
      await agree(kit, wisher, { wishAuthor: true });
      await agree(kit, helper, { helper: true });
      const { id } = await fulfilledWish(kit, { wisher, helper, worker });
      const shown = async () => {
        const wish = await kit.done(wishes.get, { id });
        return [wish.wisher.name, wish.claims[0]?.name];
      };
      same('wisher and helper in public', await shown(), ['王**', '孙**']);
      await agree(kit, helper, { helper: false, wishAuthor: true });
      await kit.within(60, async () => excludes('names in public', await shown(), '孙**'));
      includes('names in public', await shown(), '王**');
    },
  },
  'who-was-first': {
    says: 'Whoever comes too late is told who was first, as that person agreed to be called.',
    rules: ['what-others-see', 'wishes.claim', 'wish.already-claimed'],
    async run(kit) {
      const [first, later] = [kit.person({ name: '夏侯惇惇' }), kit.person()];
      const { id } = await openWish(kit, kit.person(), kit.worker());
      await kit.done(wishes.claim, { as: first, id });
      const reply = await kit.ask(wishes.claim, { as: later, id });
      const told = reply.refused('wish.already-claimed').params?.['name'] ?? '';
      unnamed([reply], '夏侯惇惇', '夏侯**');
      same('whether some name is told', told !== '', true);
    },
  },
  contact: {
    says: 'Contact details are for the acting helper, for workers and the wisher themself; they stand in no other answer.',
    rules: ['what-others-see', 'wishes.contact', 'auth.required', 'auth.forbidden', 'wish.no-contact'],
    async run(kit) {
      const [wisher, helper, worker] = [kit.person({ name: '欧阳春梅' }), kit.person(), kit.worker()];
      const contact = { phone: '13812348000', address: '三幢二单元' };
      const { id } = await openWish(kit, wisher, worker, { contact });
      (await kit.ask(wishes.contact, { id })).refused('auth.required');
      const other = await openWish(kit, kit.person(), worker);
      (await kit.ask(wishes.contact, { as: worker, id: other.id })).refused('wish.no-contact');
      (await kit.ask(wishes.contact, { as: helper, id })).refused('auth.forbidden');
      await kit.done(wishes.claim, { as: helper, id });
      for (const as of [helper, worker]) {
        const { phone, address } = await kit.done(wishes.contact, { as, id });
        same('contact for helper and worker', { phone, address }, contact);
      }
      unnamed(await publicReads(kit, id), contact.phone, contact.address);
    },
  },
  unpublished: {
    says: 'What is not published is not there (404) for visitors and neighbours, and is for its wisher, workers and officers.',
    rules: ['what-a-caller-may-do', 'wishes.get', 'wish.unknown'],
    async run(kit) {
      const [wisher, officer] = [kit.person(), kit.person({ roles: ['officer'] })];
      const { id } = await submittedWish(kit, wisher);
      for (const as of [undefined, kit.person()]) (await kit.ask(wishes.get, { as, id })).refused('wish.unknown');
      for (const as of [wisher, kit.worker(), officer])
        same('status', (await kit.done(wishes.get, { as, id })).status, 'submitted');
      // To act on what one may not see is to act on nothing.
      (await kit.ask(wishes.claim, { as: kit.person(), id })).refused('wish.unknown');
      (await kit.ask(wishes.get, { id: '0190a1b2-0000-7000-8000-000000000001' })).refused('wish.unknown');
      (await kit.ask(wishes.get, { id: 'no-id' })).refused('wish.unknown');
    },
  },
  'desk-lists': {
    says: 'A list that asks for what is not public is the desk’s: visitors are asked to sign in, residents refused.',
    rules: ['what-a-caller-may-do', 'wishes.list', 'auth.required', 'auth.forbidden'],
    async run(kit) {
      const { id } = await submittedWish(kit, kit.person());
      const query = { status: 'submitted', order: 'newest', limit: 100 };
      (await kit.ask(wishes.list, { query })).refused('auth.required');
      (await kit.ask(wishes.list, { as: kit.person(), query })).refused('auth.forbidden');
      const { items } = await kit.done(wishes.list, { as: kit.worker(), query });
      includes(
        'what waits for a worker',
        items.map((wish) => wish.id),
        id,
      );
      const usual = (await kit.done(wishes.list, { as: kit.worker(), query: { limit: 100 } })).items;
      excludes(
        'the list without a status',
        usual.map((wish) => wish.id),
        id,
      );
    },
  },
});
