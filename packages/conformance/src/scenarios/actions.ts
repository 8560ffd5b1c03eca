import { contract } from '@five-micro/contract';
import { excludes, holds, includes, same, there } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { allPages, draftAction, openAction } from './parts.ts';

const { actions, me } = contract;

const signUp = async (kit: Kit, as: Person, id: string) => await kit.done(actions.signUp, { as, id });

/** The organiser's whole list. */
const listOf = async (kit: Kit, worker: Person, id: string) =>
  (await allPages(async (query) => await kit.done(actions.signUps, { as: worker, id, query }))).flat();

export const actionScenarios = scenarios('actions', ['actions'], {
  'whole-way': {
    says: 'A worker drafts an action and opens it; a neighbour signs up with one call, and can sign off again.',
    rules: ['actions', 'actions.post', 'actions.open', 'actions.signUp', 'actions.signOff'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const draft = await draftAction(kit, worker);
      same('status of a new action', draft.status, 'draft');
      const { id } = draft;
      (await kit.ask(actions.get, { id })).refused('action.unknown');
      (await kit.ask(actions.get, { as: neighbour, id })).refused('action.unknown');
      const open = await kit.done(actions.open, { as: worker, id });
      same('opened', [open.status, open.taken, open.places], ['open', 0, 2]);
      (await kit.ask(actions.signUp, { id })).refused('auth.required');
      same('state', (await signUp(kit, neighbour, id)).state, 'signed-up');
      const mine = await kit.done(actions.get, { as: neighbour, id });
      same('for whoever signed up', [mine.mine?.state, mine.taken], ['signed-up', 1]);
      includes('can', mine.can, 'sign-off');
      excludes('can', mine.can, 'sign-up');
      same(
        'my actions',
        (await kit.done(me.actions, { as: neighbour })).items.map(({ action }) => action.id),
        [id],
      );
      same('state', (await kit.done(actions.signOff, { as: neighbour, id })).state, 'cancelled');
      (await kit.ask(actions.signOff, { as: neighbour, id })).refused('action.not-signed-up');
      same('taken', (await kit.done(actions.get, { id })).taken, 0);
    },
  },
  'only-organisers': {
    says: 'Residents draft no actions, open none, and do not read who comes.',
    rules: ['actions', 'actions.post', 'actions.open', 'actions.signUps', 'auth.forbidden'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await openAction(kit, worker);
      (await kit.ask(actions.cancel, { as: neighbour, id, body: { reason: '下雨' } })).refused('auth.forbidden');
      (await kit.ask(actions.signUps, { as: neighbour, id })).refused('auth.forbidden');
      (await kit.ask(actions.signUps, { id })).refused('auth.required');
      (await kit.ask(actions.checkInCode, { as: neighbour, id })).refused('auth.forbidden');
    },
  },
  times: {
    says: 'An action begins in the future and ends after it begins.',
    rules: ['actions', 'actions.post', 'request.invalid'],
    async run(kit) {
      const worker = kit.worker();
      const good = await draftAction(kit, worker);
      const { title, story, category, place } = good;
      const body = { title, story, category, place, places: 2, startsAt: good.startsAt, endsAt: good.endsAt };
      const fault = async (more: object) => {
        const { fields = [] } = (await kit.ask(actions.post, { as: worker, body: { ...body, ...more } })).refused(
          'request.invalid',
        );
        return fields.map(({ path, code }) => [path, code]);
      };
      includes('fields', (await fault({ startsAt: kit.soon(-60) })).map(String), 'startsAt,past');
      includes('fields', (await fault({ endsAt: kit.soon(60) })).map(String), 'endsAt,too-small');
      includes('fields', (await fault({ places: 0 })).map(String), 'places,too-small');
      includes('fields', (await fault({ category: 'no-such' })).map(String), 'category,not-an-option');
    },
  },
  'places-race': {
    says: 'Of fifteen who sign up at once for six places six have one and nine wait, in an order without holes.',
    rules: ['actions', 'actions.signUp', 'actions.signUps'],
    async run(kit) {
      const worker = kit.worker();
      const { id } = await openAction(kit, worker, { places: 6 });
      const crowd = kit.people(15);
      await Promise.all(crowd.map((as) => kit.token(as)));
      const told = await Promise.all(crowd.map((as) => signUp(kit, as, id)));
      same('how many were told that they have a place', told.filter(({ state }) => state === 'signed-up').length, 6);
      const action = await kit.done(actions.get, { id });
      same('taken and waiting', [action.taken, action.waiting], [6, 9]);
      const list = await listOf(kit, worker, id);
      same('people with a place on the organiser’s list', list.filter(({ state }) => state === 'signed-up').length, 6);
      const positions = list.flatMap(({ position }) => position ?? []).sort((a, b) => a - b);
      same('positions on the waiting list', positions, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    },
  },
  acknowledged: {
    says: 'Every sign-up that was acknowledged stands: on the organiser’s list and on the person’s own.',
    rules: ['actions', 'actions.signUp', 'actions.signUps', 'me.actions'],
    async run(kit) {
      const worker = kit.worker();
      const { id } = await openAction(kit, worker, { places: 50 });
      const crowd = kit.people(8);
      const members = await Promise.all(crowd.map(async (as) => (await kit.done(me.get, { as })).id));
      await Promise.all(crowd.map((as) => signUp(kit, as, id)));
      const listed = (await listOf(kit, worker, id)).map(({ member }) => member);
      const lost = members.filter((member) => !listed.includes(member));
      same('acknowledged sign-ups that the organiser’s list has lost', lost.length, 0);
      for (const as of crowd) {
        const own = (await kit.done(me.actions, { as })).items;
        same(
          'my actions',
          own.map(({ action, signUp: mine }) => [action.id, mine.state]),
          [[id, 'signed-up']],
        );
      }
    },
  },
  'once-each': {
    says: 'Whoever signs up twice has one place.',
    rules: ['actions', 'actions.signUp'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await openAction(kit, worker);
      await kit.token(neighbour);
      const told = await Promise.all([1, 2, 3, 4].map(() => signUp(kit, neighbour, id)));
      same(
        'states',
        told.map(({ state }) => state),
        ['signed-up', 'signed-up', 'signed-up', 'signed-up'],
      );
      same('taken', (await kit.done(actions.get, { id })).taken, 1);
    },
  },
  'waiting-list': {
    says: 'When someone signs off, the first who waits moves up and is told; who would not wait is refused.',
    rules: ['actions', 'actions.signOff', 'action.full', 'me.notices'],
    async run(kit) {
      const worker = kit.worker();
      const { id } = await openAction(kit, worker, { places: 1 });
      const [first, second, third] = [kit.person(), kit.person(), kit.person()];
      same('state', (await signUp(kit, first, id)).state, 'signed-up');
      (await kit.ask(actions.signUp, { as: second, id, body: { wait: false } })).refused('action.full');
      const [waiting, behind] = [await signUp(kit, second, id), await signUp(kit, third, id)];
      same('states and positions', [waiting.state, waiting.position, behind.position], ['waiting', 1, 2]);
      await kit.done(actions.signOff, { as: first, id });
      const own = async (as: Person) => (await kit.done(actions.get, { as, id })).mine;
      same('state of the first who waited', (await own(second))?.state, 'signed-up');
      same('position of the next', (await own(third))?.position, 1);
      const notices = (await kit.done(me.notices, { as: second })).items.map(({ type }) => type);
      includes('notices of whoever moved up', notices, 'action.moved-up');
    },
  },
  overlap: {
    says: 'Two actions at the same time are refused by the name of the one that was first.',
    rules: ['actions', 'actions.signUp', 'action.overlap'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const first = await openAction(kit, worker, { title: '先报名的这一场' });
      const second = await openAction(kit, worker, { begins: 24 * 3600 + 1800 });
      const after = await openAction(kit, worker, { begins: 28 * 3600 });
      await signUp(kit, neighbour, first.id);
      const { params } = (await kit.ask(actions.signUp, { as: neighbour, id: second.id })).refused('action.overlap');
      same('the other action', params, { id: first.id, title: first.title });
      same('state of one that begins later', (await signUp(kit, neighbour, after.id)).state, 'signed-up');
    },
  },
  edited: {
    says: 'Until it begins an action can be changed, and everyone who signed up is told; not to fewer places than are taken.',
    rules: ['actions', 'actions.edit', 'me.notices', 'request.invalid'],
    async run(kit) {
      const [worker, one, other] = [kit.worker(), kit.person(), kit.person()];
      const { id } = await openAction(kit, worker);
      for (const as of [one, other]) await signUp(kit, as, id);
      const edited = await kit.done(actions.edit, { as: worker, id, body: { place: '公园西门' } });
      same('place', edited.place, '公园西门');
      const notices = (await kit.done(me.notices, { as: one })).items.map(({ type }) => type);
      includes('notices', notices, 'action.edited');
      const { fields } = (await kit.ask(actions.edit, { as: worker, id, body: { places: 1 } })).refused('request.invalid');
      same('the field', fields?.[0]?.path, 'places');
      (await kit.ask(actions.edit, { as: one, id, body: { place: '我家' } })).refused('auth.forbidden');
    },
  },
  cancelled: {
    says: 'An action is cancelled with a reason that everyone reads, and everyone who signed up is told.',
    rules: ['actions', 'actions.cancel', 'me.notices'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await openAction(kit, worker);
      await signUp(kit, neighbour, id);
      const cancelled = await kit.done(actions.cancel, { as: worker, id, body: { reason: '下大雨' } });
      same('cancelled', [cancelled.status, cancelled.reason], ['cancelled', '下大雨']);
      same('reason in public', (await kit.done(actions.get, { id })).reason, '下大雨');
      const notices = (await kit.done(me.notices, { as: neighbour })).items.map(({ type }) => type);
      includes('notices', notices, 'action.cancelled');
      (await kit.ask(actions.signUp, { as: kit.person(), id })).refused('action.state');
    },
  },
  listed: {
    says: 'A list of actions can be narrowed down to days, categories and free places, the soonest first.',
    rules: ['actions', 'actions.list', 'actions.days'],
    async run(kit) {
      const worker = kit.worker();
      // Nobody else of the kit looks at this day.
      const begins = 40 * 24 * 3600;
      const later = await openAction(kit, worker, { begins: begins + 5 * 3600, places: 1 });
      const sooner = await openAction(kit, worker, { begins });
      await signUp(kit, kit.person(), later.id);
      const found = async (query: Record<string, string>) => {
        const { items } = await kit.done(actions.list, { query: { limit: 100, ...query } });
        return items.map(({ id }) => id).filter((id) => id === later.id || id === sooner.id);
      };
      const day = (at: string) => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 10);
      const span = { from: day(sooner.startsAt), to: day(later.startsAt) };
      same('of these days, the soonest first', await found(span), [sooner.id, later.id]);
      same('with free places', await found({ ...span, free: 'true' }), [sooner.id]);
      same('of the day before', await found({ to: day(kit.soon(begins - 24 * 3600)) }), []);
      const days = (await kit.done(actions.days, { query: span })).items;
      holds(
        'a count on the day of the first',
        there(
          'its day',
          days.find((one) => one.day === span.from),
        ).actions >= 1,
        days,
      );
    },
  },
  calendar: {
    says: 'Every action has a calendar file with a UID, a start in UTC and its title.',
    rules: ['actions', 'actions.get'],
    async run(kit) {
      const { calendarUrl, startsAt } = await openAction(kit, kit.worker(), { title: '一起扫落叶' });
      const reply = await kit.send('GET', calendarUrl);
      holds(
        'text/calendar',
        (reply.headers.get('content-type') ?? '').startsWith('text/calendar'),
        reply.headers.get('content-type'),
      );
      const start = startsAt.replace(/[-:]|\.\d+/g, '');
      for (const part of ['BEGIN:VEVENT', 'UID:', '一起扫落叶'])
        holds(`a calendar with ${part}`, reply.text.includes(part), reply.text);
      holds(`a start at ${start}`, reply.text.includes(start) || reply.text.includes('TZID=Asia/Shanghai'), reply.text);
    },
  },
  'put-away': {
    says: 'A neighbour reports a text of an action; hidden, it is on no list and in no calendar, and whoever wrote it is told why.',
    rules: ['actions', 'actions.reportPart', 'actions.hidePart', 'actions.showPart', 'action.no-part', 'member.self'],
    needs: ['moderation'],
    async run(kit) {
      const [writer, worker, neighbour] = [kit.worker(), kit.worker(), kit.person()];
      const title = `去${kit.unique()}家扫落叶`;
      const { id, calendarUrl } = await openAction(kit, writer, { title });
      const body = { part: 'title' as const, reason: 'private' as const };
      (await kit.ask(actions.reportPart, { id, body })).refused('auth.required');
      (await kit.ask(actions.reportPart, { as: neighbour, id, body: { ...body, part: 'reason' } })).refused('action.no-part');
      await kit.done(actions.signUp, { as: neighbour, id });
      await kit.done(actions.reportPart, { as: neighbour, id, body });
      const waiting = await allPages((query) => kit.done(contract.moderation.list, { as: worker, query }));
      includes(
        'actions with something that waits',
        waiting.flat().map((one) => one.action?.id),
        id,
      );
      const hide = { part: 'title' as const, reason: '写了别人的名字' };
      (await kit.ask(actions.hidePart, { as: neighbour, id, body: hide })).refused('auth.forbidden');
      await kit.done(actions.hidePart, { as: worker, id, body: hide });
      for (const reply of [
        await kit.ask(actions.get, { id }),
        await kit.ask(actions.list, { query: { limit: 100 } }),
        await kit.ask(me.actions, { as: neighbour }),
        await kit.ask(me.notices, { as: neighbour }),
      ])
        holds(`${reply.asked} without the hidden title`, !reply.text.includes(title), reply.text);
      const calendar = await kit.send('GET', calendarUrl);
      holds('a calendar without the hidden title', !calendar.text.includes(title), calendar.text);
      const told = (await kit.done(me.notices, { as: writer })).items.find(({ type }) => type === 'action.part-hidden');
      same('the reason', told?.words, hide.reason);
      (await kit.ask(actions.showPart, { as: writer, id, body: { part: 'title' } })).refused('member.self');
      await kit.done(actions.showPart, { as: worker, id, body: { part: 'title', wording: '一起扫落叶' } });
      same('the title in public', (await kit.done(actions.get, { id })).title, '一起扫落叶');
    },
  },
});
