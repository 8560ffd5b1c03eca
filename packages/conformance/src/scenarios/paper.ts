import { contract } from '@five-micro/contract';
import { includes, same } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { castBallot, listedProject, openRound } from './parts.ts';

const { rounds, me } = contract;

const memberOf = async (kit: Kit, as: Person) => (await kit.done(me.get, { as })).id;

/** A round of two projects that takes ballots, and the two workers who sit at the table. */
async function table(kit: Kit) {
  const [worker, colleague] = [kit.worker(), kit.worker()];
  const [a, b] = [(await listedProject(kit, worker)).id, (await listedProject(kit, worker)).id];
  const { id } = await openRound(kit, worker, [a, b]);
  return { worker, colleague, id, a, b };
}

/** Ballots on paper: entered by one worker, confirmed by another, and never beside one from a screen. */
export const paperScenarios = scenarios('rounds', ['projects'], {
  paper: {
    says: 'A paper ballot is entered by one worker and confirmed by another; what was chosen is not told any more then.',
    rules: ['rounds', 'rounds.enterPaper', 'rounds.confirmPaper', 'rounds.paperBallots', 'paper-ballot.same-worker'],
    async run(kit) {
      const { worker, colleague, id, a } = await table(kit);
      const member = await memberOf(kit, kit.person());
      const body = { member, choices: [a] };
      (await kit.ask(rounds.enterPaper, { as: kit.person(), id, body })).refused('auth.forbidden');
      const { id: ballot, state, mine } = await kit.done(rounds.enterPaper, { as: worker, id, body });
      same('entered', [state, mine], ['entered', true]);
      const ballots = async () => (await kit.done(rounds.results, { id })).turnout;
      same('ballots before another has looked', (await ballots()).ballots, 0);
      (await kit.ask(rounds.confirmPaper, { as: worker, id, ballot })).refused('paper-ballot.same-worker');
      (await kit.ask(rounds.paperBallots, { as: kit.person(), id })).refused('auth.forbidden');
      const waiting = (await kit.done(rounds.paperBallots, { as: colleague, id })).items;
      same(
        'paper ballots on their way',
        waiting.map((one) => [one.id, one.choices]),
        [[ballot, [a]]],
      );
      includes('can of a colleague', waiting[0]?.can ?? [], 'confirm');
      const confirmed = await kit.done(rounds.confirmPaper, { as: colleague, id, ballot });
      same('confirmed, and what was chosen', [confirmed.state, confirmed.choices], ['confirmed', null]);
      same('ballots', [(await ballots()).ballots, (await ballots()).paper], [1, 1]);
    },
  },
  'paper-taken-back': {
    says: 'A paper ballot that nobody has confirmed can be taken back, and is none then.',
    rules: ['rounds', 'rounds.withdrawPaper', 'paper-ballot.state', 'paper-ballot.unknown'],
    async run(kit) {
      const { worker, colleague, id, a } = await table(kit);
      const member = await memberOf(kit, kit.person());
      const { id: ballot } = await kit.done(rounds.enterPaper, { as: worker, id, body: { member, choices: [a] } });
      same('state', (await kit.done(rounds.withdrawPaper, { as: worker, id, ballot })).state, 'withdrawn');
      (await kit.ask(rounds.confirmPaper, { as: colleague, id, ballot })).refused('paper-ballot.state');
      const nothing = '0190a1b2-0000-7000-8000-000000000001';
      (await kit.ask(rounds.confirmPaper, { as: colleague, id, ballot: nothing })).refused('paper-ballot.unknown');
      same('ballots', (await kit.done(rounds.results, { id })).turnout.ballots, 0);
    },
  },
  'paper-and-screen': {
    says: 'Who votes on paper and on a screen is counted once, by the screen, whichever came first.',
    rules: ['rounds', 'rounds.enterPaper', 'rounds.cast', 'paper-ballot.voted'],
    async run(kit) {
      const { worker, colleague, id, a, b } = await table(kit);
      const [first, second] = [kit.person(), kit.person()];
      const enter = async (as: Person) =>
        kit.ask(rounds.enterPaper, { as: worker, id, body: { member: await memberOf(kit, as), choices: [a] } });
      const { id: ballot } = (await enter(first)).value;
      await kit.done(rounds.confirmPaper, { as: colleague, id, ballot });
      await castBallot(kit, first, id, [b], 1);
      await castBallot(kit, second, id, [b], 1);
      (await enter(second)).refused('paper-ballot.voted');
      const { turnout } = await kit.done(rounds.results, { id });
      same('ballots, and those on paper among them', [turnout.ballots, turnout.paper], [2, 0]);
      same('the ballot that stands', (await kit.done(rounds.myBallot, { as: first, id })).choices, [b]);
    },
  },
});
