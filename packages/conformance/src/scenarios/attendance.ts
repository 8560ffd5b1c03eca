import { contract } from '@five-micro/contract';
import { excludes, holds, same } from '../finding.ts';
import type { Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { openAction } from './parts.ts';

const { actions, me } = contract;

/** Who really came: by the code on the organiser's screen, or by the organiser's list. */
export const attendanceScenarios = scenarios('actions', ['actions'], {
  'check-in': {
    says: 'From half an hour before the start the code on the organiser’s screen checks people in; a wrong one does not.',
    rules: ['actions', 'actions.checkInCode', 'actions.checkIn', 'action.check-in-code', 'action.not-signed-up'],
    async run(kit) {
      const [worker, neighbour, other] = [kit.worker(), kit.person(), kit.person()];
      const { id } = await openAction(kit, worker, { begins: 600 });
      await kit.done(actions.signUp, { as: neighbour, id });
      const shown = await kit.done(actions.checkInCode, { as: worker, id });
      holds('a code of six digits', /^\d{6}$/.test(shown.code), shown.code);
      const body = { code: shown.code };
      const wrong = { code: shown.code === '000000' ? '111111' : '000000' };
      (await kit.ask(actions.checkIn, { as: neighbour, id, body: wrong })).refused('action.check-in-code');
      (await kit.ask(actions.checkIn, { as: other, id, body })).refused('action.not-signed-up');
      const came = await kit.done(actions.checkIn, { as: neighbour, id, body });
      same('state', came.state, 'attended');
      holds('when they came', came.checkedInAt !== null, came.checkedInAt);
    },
  },
  'check-in-guesses': {
    says: 'Codes cannot be guessed: more than five wrong ones in a minute are not even compared.',
    rules: ['actions', 'actions.checkIn', 'request.rate-limited'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await openAction(kit, worker, { begins: 600 });
      await kit.done(actions.signUp, { as: neighbour, id });
      const { code } = await kit.done(actions.checkInCode, { as: worker, id });
      const token = await kit.token(neighbour);
      const headers = { 'content-type': 'application/json' };
      const guess = (tried: string) =>
        kit.open(`/actions/${id}/check-in`, { method: 'POST', token, headers, body: JSON.stringify({ code: tried }) });
      // A minute may turn over while they are tried, and each has five.
      const guesses = Array.from({ length: 12 }, (_, at) => String(at).padStart(6, '0'));
      const statuses: number[] = [];
      for (const tried of guesses) if (tried !== code) statuses.push((await guess(tried)).status);
      holds('429 among more than five wrong codes', statuses.includes(429), statuses);
    },
  },
  'too-early': {
    says: 'Of an action tomorrow there is no code yet, and nobody checks in.',
    rules: ['actions', 'action.check-in-time'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await openAction(kit, worker);
      await kit.done(actions.signUp, { as: neighbour, id });
      (await kit.ask(actions.checkInCode, { as: worker, id })).refused('action.check-in-time');
      (await kit.ask(actions.checkIn, { as: neighbour, id, body: { code: '123456' } })).refused('action.check-in-time');
    },
  },
  'self-dealing': {
    says: 'Nobody notes for themself that they came: the organiser’s own check-in is refused.',
    rules: ['actions', 'actions.checkIn', 'action.self-dealing'],
    async run(kit) {
      const worker = kit.worker();
      const { id } = await openAction(kit, worker, { begins: 600 });
      await kit.done(actions.signUp, { as: worker, id });
      const { code } = await kit.done(actions.checkInCode, { as: worker, id });
      (await kit.ask(actions.checkIn, { as: worker, id, body: { code } })).refused('action.self-dealing');
    },
  },
  finished: {
    says: 'Once it has begun the organiser ticks the list and ends it; before that it cannot be ended.',
    rules: ['actions', 'actions.attendance', 'actions.finish', 'action.state'],
    async run(kit) {
      const [worker, came, stayed] = [kit.worker(), kit.person(), kit.person()];
      const { id, startsAt } = await openAction(kit, worker, { begins: 6, lasts: 3600 });
      for (const as of [came, stayed]) await kit.done(actions.signUp, { as, id });
      excludes('can before it begins', (await kit.done(actions.get, { as: worker, id })).can, 'finish');
      (await kit.ask(actions.finish, { as: worker, id })).refused('action.state');
      await kit.until(startsAt);
      (await kit.ask(actions.signUp, { as: kit.person(), id })).refused('action.state');
      const memberOf = async (as: Person) => (await kit.done(me.get, { as })).id;
      const items = [
        { member: await memberOf(came), state: 'attended' as const },
        { member: await memberOf(stayed), state: 'absent' as const },
      ];
      const noted = (await kit.done(actions.attendance, { as: worker, id, body: { items } })).items;
      same('noted', noted.map(({ state }) => state).sort(), ['absent', 'attended']);
      same('status', (await kit.done(actions.finish, { as: worker, id })).status, 'finished');
      const own = async (as: Person) => (await kit.done(actions.get, { as, id })).mine;
      same('state of who did not come', (await own(stayed))?.state, 'absent');
      const minutes = (await own(came))?.minutes ?? 0;
      holds('minutes no longer than it lasted', minutes <= 1, minutes);
    },
  },
});
