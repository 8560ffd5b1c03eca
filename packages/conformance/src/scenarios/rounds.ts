import { contract } from '@five-micro/contract';
import { readRecord, verifyRecord } from '@five-micro/tally/record';
import { excludes, holds, includes, same } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { castBallot, draftRound, listedProject, openRound } from './parts.ts';

const { rounds } = contract;

const close = (kit: Kit, as: Person, id: string) => kit.done(rounds.close, { as, id, body: { reason: '大家都投了' } });

const threeProjects = async (kit: Kit, worker: Person, costs = [300_00, 200_00, 100_00]): Promise<[string, string, string]> => {
  const [a, b, c] = costs.map((cost) => listedProject(kit, worker, { cost }));
  return [(await a)?.id ?? '', (await b)?.id ?? '', (await c)?.id ?? ''];
};

/** One ballot each, changeable until the close, secret after it, and anyone can count again. */
export const roundScenarios = scenarios('rounds', ['projects'], {
  'whole-way': {
    says: 'A round is drafted, opened, voted in and closed; its record counts out to the published outcome, and a receipt is among those counted.',
    rules: ['rounds', 'rounds.post', 'rounds.open', 'rounds.cast', 'rounds.close', 'rounds.results', 'rounds.receipt'],
    async run(kit) {
      const worker = kit.worker();
      const [a, b, c] = await threeProjects(kit, worker);
      const draft = await draftRound(kit, worker, [a, b, c]);
      same('a new round', [draft.status, draft.openingDigest, draft.tie], ['draft', null, null]);
      (await kit.ask(rounds.get, { id: draft.id })).refused('round.unknown');
      const other = await draftRound(kit, worker, [a, b]);
      await kit.done(rounds.discard, { as: worker, id: other.id });
      (await kit.ask(rounds.get, { as: worker, id: other.id })).refused('round.unknown');
      const { id, ...opened } = await kit.done(rounds.open, { as: worker, id: draft.id });
      holds('an opening with digest and draw', opened.openingDigest !== null && opened.tie !== null, [
        opened.openingDigest,
        opened.tie,
      ]);

      same('an option told in full', (await kit.done(rounds.option, { id, option: a })).id, a);

      const voters = kit.people(3);
      const [first] = voters;
      const slips = [];
      for (const [at, choices] of [[a], [a, b], [b, a]].entries())
        slips.push(await castBallot(kit, voters[at] ?? kit.person(), id, choices));
      const code = slips[0]?.receipt ?? '';
      holds(
        'a receipt of sixteen characters in groups of four',
        /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/.test(code),
        code,
      );
      same('the receipt before the close', (await kit.done(rounds.receipt, { id, code })).state, 'recorded');
      const mine = (await kit.done(rounds.get, { as: first, id })).mine;
      same('for a voter', [mine?.voted, mine?.eligible], [true, true]);

      const closed = await close(kit, worker, id);
      same('closed', [closed.status, closed.reason, closed.turnout.ballots], ['closed', '大家都投了', 3]);
      const { outcome } = await kit.done(rounds.results, { id });
      same('winners', outcome?.winners, [a]);
      const votes = Object.fromEntries((outcome?.options ?? []).map((one) => [one.id, one.votes]));
      same('votes', votes, { [a]: 3, [b]: 2, [c]: 0 });
      same('the receipt after it', (await kit.done(rounds.receipt, { id, code })).state, 'counted');
      (await kit.ask(rounds.receipt, { id, code: '0000-0000-0000-0000' })).refused('receipt.unknown');

      const record = readRecord((await kit.send('GET', `/rounds/${id}/record.json`)).text);
      const findings = await verifyRecord(record, { code, signature: slips[0]?.signature });
      same(
        'what does not hold in the record',
        findings.filter((one) => !one.holds).map(({ check }) => check),
        [],
      );
      same('the digest published before the first ballot', record.openingDigest, opened.openingDigest);
    },
  },
  'one-ballot': {
    says: 'One member has one ballot: cast five times at once, out of order, the highest revision stands and is counted once.',
    rules: ['rounds', 'rounds.cast', 'rounds.myBallot', 'ballot.superseded'],
    async run(kit) {
      const [worker, voter] = [kit.worker(), kit.person()];
      const options = await threeProjects(kit, worker);
      const [a, b, c] = options;
      const { id } = await openRound(kit, worker, options);
      await kit.token(voter);
      const choices: Record<number, string[]> = { 1: [a], 2: [b], 3: [c], 4: [a, b], 5: [b, c] };
      const replies = await Promise.all(
        [3, 1, 5, 2, 4].map((revision) =>
          kit.ask(rounds.cast, { as: voter, id, body: { choices: choices[revision] ?? [], revision } }),
        ),
      );
      for (const reply of replies) if (reply.status !== 200) reply.refused('ballot.superseded');
      const own = await kit.done(rounds.myBallot, { as: voter, id });
      same('the ballot that stands', [own.revision, [...own.choices].sort()], [5, [b, c].sort()]);
      same('ballots', (await kit.done(rounds.results, { id })).turnout.ballots, 1);
    },
  },
  superseded: {
    says: 'A late repeat of an older ballot is refused and overwrites nothing; the same ballot once more is no fault.',
    rules: ['rounds', 'rounds.cast', 'ballot.superseded'],
    async run(kit) {
      const [worker, voter] = [kit.worker(), kit.person()];
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await openRound(kit, worker, [a, b, c]);
      const first = await castBallot(kit, voter, id, [a], 1);
      const second = await castBallot(kit, voter, id, [b], 2);
      same('the code on both receipts', second.receipt, first.receipt);
      (await kit.ask(rounds.cast, { as: voter, id, body: { choices: [a], revision: 1 } })).refused('ballot.superseded');
      same('the same once more', (await castBallot(kit, voter, id, [b], 2)).revision, 2);
      same('the ballot that stands', (await kit.done(rounds.myBallot, { as: voter, id })).choices, [b]);
    },
  },
  'everyone-once': {
    says: 'Ten who vote at once, each three times, are ten ballots; what was acknowledged is counted.',
    rules: ['rounds', 'rounds.cast', 'rounds.ballots'],
    async run(kit) {
      const worker = kit.worker();
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await openRound(kit, worker, [a, b, c]);
      const voters = kit.people(10);
      await Promise.all(voters.map((as) => kit.token(as)));
      const castAll = async (as: Person) =>
        Promise.all(
          [1, 2, 3].map((revision) => kit.ask(rounds.cast, { as, id, body: { choices: revision === 3 ? [b] : [a], revision } })),
        );
      const replies = await Promise.all(voters.map(castAll));
      for (const own of replies) same('whether the highest revision was taken', own[2]?.status, 200);
      await close(kit, worker, id);
      const { turnout, outcome } = await kit.done(rounds.results, { id });
      same('ballots', turnout.ballots, 10);
      same('votes for what all chose last', outcome?.options.find((one) => one.id === b)?.votes, 10);
      const published = (await kit.done(rounds.ballots, { id, query: { limit: 100 } })).items;
      same(
        'published ballots',
        published.map(({ choices }) => choices),
        voters.map(() => [b]),
      );
    },
  },
  secret: {
    says: 'Until it is closed a round tells its turnout and nothing else; then one’s own ballot is gone, also for oneself.',
    rules: ['rounds', 'rounds.results', 'rounds.ballots', 'round.state', 'ballot.gone', 'ballot.none'],
    async run(kit) {
      const [worker, voter] = [kit.worker(), kit.person()];
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await openRound(kit, worker, [a, b, c]);
      (await kit.ask(rounds.myBallot, { as: voter, id })).refused('ballot.none');
      await castBallot(kit, voter, id, [a]);
      for (const as of [undefined, worker]) {
        const { turnout, votes, outcome } = await kit.done(rounds.results, { as, id });
        same('turnout, votes and outcome while it is open', [turnout.ballots, votes, outcome], [1, null, null]);
        (await kit.ask(rounds.ballots, { as, id })).refused('round.state');
      }
      (await kit.send('GET', `/rounds/${id}/record.json`)).refused('round.state');
      await close(kit, worker, id);
      (await kit.ask(rounds.myBallot, { as: voter, id })).refused('ballot.gone');
      (await kit.ask(rounds.cast, { as: voter, id, body: { choices: [b] } })).refused('round.closed');
    },
  },
  eligible: {
    says: 'Residents of the area vote, and nobody else: who is from elsewhere is told so, a visitor is asked to sign in.',
    rules: ['rounds', 'rounds.cast', 'round.not-eligible', 'auth.required'],
    async run(kit) {
      const worker = kit.worker();
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await openRound(kit, worker, [a, b, c]);
      const body = { choices: [a] };
      (await kit.ask(rounds.cast, { id, body })).refused('auth.required');
      (await kit.ask(rounds.cast, { as: kit.person({ roles: ['volunteer'] }), id, body })).refused('round.not-eligible');
      (await kit.ask(rounds.cast, { as: kit.person({ area: kit.elsewhere() }), id, body })).refused('round.not-eligible');
    },
  },
  'bad-choices': {
    says: 'A ballot keeps to the rules of the round: not too many, not too few, only what is offered.',
    rules: ['rounds', 'rounds.cast', 'request.invalid'],
    async run(kit) {
      const [worker, voter] = [kit.worker(), kit.person()];
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await openRound(kit, worker, [a, b, c]);
      const fault = async (choices: string[]) =>
        (await kit.ask(rounds.cast, { as: voter, id, body: { choices } })).refused('request.invalid').fields?.[0]?.code;
      same('three of at most two', await fault([a, b, c]), 'too-many');
      same('none of at least one', await fault([]), 'too-small');
      same('something else', await fault([id]), 'not-an-option');
      (await kit.ask(rounds.myBallot, { as: voter, id })).refused('ballot.none');
    },
  },
  frozen: {
    says: 'Opening freezes options and rule; closing before the time needs a reason.',
    rules: ['rounds', 'rounds.edit', 'rounds.close', 'round.state', 'request.invalid', 'auth.forbidden'],
    async run(kit) {
      const worker = kit.worker();
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await draftRound(kit, worker, [a, b, c]);
      same('title', (await kit.done(rounds.edit, { as: worker, id, body: { title: '明年修什么' } })).title, '明年修什么');
      await kit.done(rounds.open, { as: worker, id });
      (await kit.ask(rounds.edit, { as: worker, id, body: { winners: 2 } })).refused('round.state');
      (await kit.ask(rounds.open, { as: worker, id })).refused('round.state');
      (await kit.ask(rounds.close, { as: kit.person(), id, body: { reason: '够了' } })).refused('auth.forbidden');
      const { fields } = (await kit.ask(rounds.close, { as: worker, id })).refused('request.invalid');
      same('the field', fields?.[0]?.path, 'reason');
      const can = (await kit.done(rounds.get, { as: worker, id })).can;
      includes('can of a worker', can, 'close');
      excludes('can of a worker', can, 'edit', 'open');
    },
  },
  'closes-by-itself': {
    says: 'When its time is over a round is closed, also before anybody has looked: a ballot that comes later is refused.',
    rules: ['rounds', 'rounds.cast', 'round.closed'],
    async run(kit) {
      const [worker, voter] = [kit.worker(), kit.person()];
      const [a, b, c] = await threeProjects(kit, worker);
      const closesAt = kit.soon(6);
      const { id } = await openRound(kit, worker, [a, b, c], { closesAt });
      await castBallot(kit, voter, id, [a]);
      await kit.until(closesAt);
      (await kit.ask(rounds.cast, { as: kit.person(), id, body: { choices: [b] } })).refused('round.closed');
      const { status, reason } = await kit.done(rounds.get, { id });
      same('status and reason', [status, reason], ['closed', null]);
      same('winners', (await kit.done(rounds.results, { id })).outcome?.winners, [a]);
    },
  },
  'not-yet': {
    says: 'Before its time a round takes no ballots, though it is opened.',
    rules: ['rounds', 'rounds.cast', 'round.not-yet'],
    async run(kit) {
      const worker = kit.worker();
      const [a, b, c] = await threeProjects(kit, worker);
      const { id } = await openRound(kit, worker, [a, b, c], { opensAt: kit.soon(1800) });
      (await kit.ask(rounds.cast, { as: kit.person(), id, body: { choices: [a] } })).refused('round.not-yet');
    },
  },
  'equal-shares': {
    says: 'By the Method of Equal Shares a minority gets its part of the money, and the result says who paid what.',
    rules: ['rounds', 'rounds.results'],
    async run(kit) {
      const worker = kit.worker();
      // Six of eight want both dear ones, two the cheap one: by most votes the money would be the six’s alone.
      const [a, b, c] = await threeProjects(kit, worker, [400_00, 400_00, 200_00]);
      const { id } = await openRound(kit, worker, [a, b, c], {
        rule: 'equal-shares',
        completion: 'add1',
        budget: 800_00,
        winners: null,
      });
      for (const as of kit.people(6)) await castBallot(kit, as, id, [a, b]);
      for (const as of kit.people(2)) await castBallot(kit, as, id, [c]);
      await close(kit, worker, id);
      const { outcome } = await kit.done(rounds.results, { id });
      same('winners', [outcome?.winners.length, outcome?.winners.includes(c)], [2, true]);
      const paid = outcome?.options.find((one) => one.id === c)?.paid ?? [];
      same(
        'voters who paid for the cheap one',
        paid.reduce((sum, one) => sum + one.voters, 0),
        2,
      );
      const record = readRecord((await kit.send('GET', `/rounds/${id}/record.json`)).text);
      same(
        'what does not hold in the record',
        (await verifyRecord(record)).filter((one) => !one.holds).map(({ check }) => check),
        [],
      );
    },
  },
});
