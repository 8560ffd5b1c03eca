import { contract, type Project } from '@five-micro/contract';
import { excludes, holds, includes, same } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { allPages, castBallot, listedProject, openRound, proposedProject } from './parts.ts';

const { projects, rounds } = contract;

/** The winner of a round of two, for which somebody now sees to it. */
async function underWay(kit: Kit, worker: Person): Promise<Project> {
  const [winner, loser] = [await listedProject(kit, worker), await listedProject(kit, worker, { title: '再添两张长椅' })];
  const round = await openRound(kit, worker, [winner.id, loser.id]);
  await castBallot(kit, kit.person(), round.id, [winner.id]);
  await kit.done(rounds.close, { as: worker, id: round.id, body: { reason: '大家都投了' } });
  const status = async (id: string) => (await kit.done(projects.get, { id })).status;
  same('statuses after the round', [await status(winner.id), await status(loser.id)], ['selected', 'not-selected']);
  const body = { owner: '城管科', budget: 9_000_000 };
  return await kit.done(projects.start, { as: worker, id: winner.id, body });
}

const today = (kit: Kit) => new Date(Date.parse(kit.soon(8 * 3600))).toISOString().slice(0, 10);

export const projectScenarios = scenarios('projects', ['projects'], {
  listed: {
    says: 'A proposal is seen by nobody else until a worker lists it, in words that the worker may put right.',
    rules: ['projects', 'projects.post', 'projects.enlist', 'projects.list', 'project.unknown'],
    async run(kit) {
      const [proposer, worker, neighbour] = [kit.person(), kit.worker(), kit.person()];
      const { id, status, mine } = await proposedProject(kit, proposer);
      same('a new proposal', [status, mine], ['proposed', true]);
      for (const as of [undefined, neighbour]) (await kit.ask(projects.get, { as, id })).refused('project.unknown');
      (await kit.ask(projects.enlist, { as: neighbour, id })).refused('project.unknown');
      const listed = await kit.done(projects.enlist, { as: worker, id, body: { title: '八幢门口修慢坡道' } });
      same('listed', [listed.status, listed.title], ['listed', '八幢门口修慢坡道']);
      const { items } = await kit.done(projects.list, { query: { limit: 100 } });
      includes(
        'the list',
        items.map((one) => one.id),
        id,
      );
      (await kit.ask(projects.enlist, { as: worker, id })).refused('project.state');
      (await kit.ask(projects.edit, { as: proposer, id, body: { cost: 1 } })).refused('project.state');
    },
  },
  'sent-back': {
    says: 'A proposal is sent back with a reason, merged into one that it repeats, or taken back by its proposer.',
    rules: ['projects', 'projects.decline', 'projects.merge', 'projects.withdraw', 'project.merge-target'],
    async run(kit) {
      const [proposer, worker] = [kit.person(), kit.worker()];
      const one = await proposedProject(kit, proposer);
      const declined = await kit.done(projects.decline, { as: worker, id: one.id, body: { reason: '请写明地点' } });
      same('declined', [declined.status, declined.reason], ['declined', '请写明地点']);
      const edited = await kit.done(projects.edit, { as: proposer, id: one.id, body: { place: '九幢门口' } });
      same('status after an edit', edited.status, 'proposed');
      const other = await listedProject(kit, worker);
      (await kit.ask(projects.merge, { as: worker, id: one.id, body: { into: one.id } })).refused('project.merge-target');
      const merged = await kit.done(projects.merge, { as: worker, id: one.id, body: { into: other.id } });
      same('merged', [merged.status, merged.mergedInto], ['merged', other.id]);
      const third = await proposedProject(kit, proposer);
      same('status', (await kit.done(projects.withdraw, { as: proposer, id: third.id })).status, 'withdrawn');
    },
  },
  'own-proposal': {
    says: 'Nobody lists their own proposal.',
    rules: ['projects', 'projects.enlist', 'member.self'],
    async run(kit) {
      const worker = { ...kit.worker(), roles: ['resident', 'worker'] };
      const { id } = await proposedProject(kit, worker);
      (await kit.ask(projects.enlist, { as: worker, id })).refused('member.self');
    },
  },
  'built-and-rated': {
    says: 'The winner of a round is started, reports milestones that never go back, and is rated when it is done.',
    rules: ['projects', 'projects.start', 'projects.milestones', 'projects.done', 'projects.rate', 'projects.timeline'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id, owner, budget, status } = await underWay(kit, worker);
      same('started', [status, owner, budget], ['under-way', '城管科', 9_000_000]);
      const body = { title: '地基做好了', on: today(kit), percent: 40, reached: true };
      const reported = await kit.done(projects.milestones, { as: worker, id, body });
      same('percent and milestones', [reported.percent, reported.milestones.length], [40, 1]);
      (await kit.ask(projects.milestones, { as: worker, id, body: { ...body, percent: 30 } })).refused('request.invalid');
      (await kit.ask(projects.rate, { as: neighbour, id, body: { rating: 5 } })).refused('project.state');
      const done = await kit.done(projects.done, { as: worker, id, body: { note: '都修好了' } });
      same('done', [done.status, done.percent, done.closing], ['done', 100, '都修好了']);
      const rated = await kit.done(projects.rate, { as: neighbour, id, body: { rating: 4 } });
      // One voice is nobody’s average: ratings are shown from five on.
      same('ratings', [rated.ratings, rated.myRating, rated.rating], [1, 4, null]);
      const steps = (await kit.done(projects.timeline, { id })).items.map(({ type }) => type);
      for (const step of [
        'project.listed',
        'project.voting',
        'project.selected',
        'project.started',
        'project.reported',
        'project.done',
      ])
        includes('timeline', steps, step);
    },
  },
  corrections: {
    says: 'A correction (整改) keeps a project from being done until whoever asked for it accepts the answer.',
    rules: [
      'projects',
      'projects.correct',
      'projects.answer',
      'projects.accept',
      'project.corrections-open',
      'project.self-dealing',
    ],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await underWay(kit, worker);
      const { id: comment } = await kit.done(projects.comment, { as: neighbour, id, body: { words: '井盖高出一截' } });
      const raised = await kit.done(projects.correct, { as: worker, id, body: { comment, owner: '施工队' } });
      same('correction', [raised.correction?.state, raised.correction?.owner], ['open', '施工队']);
      const project = await kit.done(projects.get, { as: worker, id });
      same('open corrections', project.openCorrections, 1);
      excludes('can', project.can, 'done');
      const finish = () => kit.ask(projects.done, { as: worker, id, body: { note: '好了' } });
      (await finish()).refused('project.corrections-open');
      const answer = () => kit.ask(projects.answer, { as: worker, id, body: { comment, words: '垫平了' } });
      same('state', (await answer()).value.correction?.state, 'answered');
      (await finish()).refused('project.corrections-open');
      // Whoever answered for it does not judge it.
      (await kit.ask(projects.accept, { as: worker, id, body: { comment, accepted: true } })).refused('project.self-dealing');
      const accept = async (accepted: boolean) =>
        (await kit.done(projects.accept, { as: neighbour, id, body: { comment, accepted } })).correction?.state;
      same('state after “not yet”', await accept(false), 'open');
      await answer().then((reply) => reply.value);
      same('state', await accept(true), 'accepted');
      same('status', (await finish()).value.status, 'done');
    },
  },
  overruled: {
    says: 'A correction that is not the community’s is overruled with a reason that everyone reads, never by who raised it.',
    rules: ['projects', 'projects.overrule', 'project.self-dealing', 'project.no-comment'],
    async run(kit) {
      const [worker, colleague] = [kit.worker(), kit.worker()];
      const { id } = await underWay(kit, worker);
      const { id: comment } = await kit.done(projects.comment, { as: kit.person(), id, body: { words: '井盖高出一截' } });
      await kit.done(projects.correct, { as: worker, id, body: { comment } });
      const body = { comment, reason: '井盖属于电力公司，已经转过去了' };
      (await kit.ask(projects.overrule, { as: worker, id, body })).refused('project.self-dealing');
      const nothing = '0190a1b2-0000-7000-8000-000000000001';
      (await kit.ask(projects.overrule, { as: colleague, id, body: { ...body, comment: nothing } })).refused(
        'project.no-comment',
      );
      await kit.done(projects.overrule, { as: colleague, id, body });
      const [read] = (await kit.done(projects.comments, { id })).items;
      same('in public', [read?.correction?.state, read?.correction?.reason], ['overruled', body.reason]);
      same('status', (await kit.done(projects.done, { as: worker, id, body: { note: '好了' } })).status, 'done');
    },
  },
  'hidden-comments': {
    says: 'A neighbour reports a comment, a worker finds it among what waits and hides it: its words are gone from public view.',
    rules: ['projects', 'projects.report', 'projects.queue', 'projects.hide'],
    needs: ['moderation'],
    async run(kit) {
      const worker = kit.worker();
      const { id } = await listedProject(kit, worker);
      const words = `${kit.unique()}家的门别进`;
      const { id: comment } = await kit.done(projects.comment, { as: kit.person(), id, body: { words } });
      await kit.done(projects.report, { as: kit.person(), id, body: { comment, reason: 'private' } });
      const waiting = await allPages((query) => kit.done(projects.queue, { as: worker, query }));
      includes(
        'comments that wait for a worker',
        waiting.flat().map((one) => one.comment.id),
        comment,
      );
      const body = { comment, reason: '写了别人的名字' };
      (await kit.ask(projects.hide, { as: kit.person(), id, body })).refused('auth.forbidden');
      await kit.done(projects.hide, { as: worker, id, body });
      const read = await kit.ask(projects.comments, { id });
      same('whether the words still stand there', read.text.includes(words), false);
    },
  },
  'put-away': {
    says: 'A neighbour reports a text of a listed project; hidden, it is read on no list and on no ballot, and its proposer is told why.',
    rules: ['projects', 'projects.reportPart', 'projects.hidePart', 'projects.showPart', 'project.no-part', 'auth.forbidden'],
    needs: ['moderation'],
    async run(kit) {
      const [proposer, worker, neighbour] = [kit.person(), kit.worker(), kit.person()];
      const title = `${kit.unique()}家门口的坑`;
      const { id } = await proposedProject(kit, proposer, { title });
      await kit.done(projects.enlist, { as: worker, id });
      const round = await openRound(kit, worker, [id, (await listedProject(kit, worker)).id]);
      const body = { part: 'title' as const, reason: 'private' as const };
      (await kit.ask(projects.reportPart, { id, body })).refused('auth.required');
      (await kit.ask(projects.reportPart, { as: neighbour, id, body: { ...body, part: 'closing' } })).refused('project.no-part');
      await kit.done(projects.reportPart, { as: neighbour, id, body });
      const waiting = await allPages((query) => kit.done(contract.moderation.list, { as: worker, query }));
      includes(
        'projects with something that waits',
        waiting.flat().map((one) => one.project?.id),
        id,
      );
      const hide = { part: 'title' as const, reason: '写了别人的名字' };
      (await kit.ask(projects.hidePart, { as: neighbour, id, body: hide })).refused('auth.forbidden');
      await kit.done(projects.hidePart, { as: worker, id, body: hide });
      for (const reply of [
        await kit.ask(projects.get, { id }),
        await kit.ask(projects.list, { query: { limit: 100 } }),
        await kit.ask(rounds.get, { id: round.id }),
      ])
        holds(`${reply.asked} without the hidden title`, !reply.text.includes(title), reply.text);
      const told = (await kit.done(contract.me.notices, { as: proposer })).items.find(
        ({ type }) => type === 'project.part-hidden',
      );
      same('the reason', told?.words, hide.reason);
      await kit.done(projects.showPart, { as: worker, id, body: { part: 'title', wording: '门口的坑' } });
      same('the title in public', (await kit.done(projects.get, { id })).title, '门口的坑');
    },
  },
  'by-neighbours': {
    says: 'As many neighbours as the settings say make a comment a correction, each of whom counts once.',
    rules: ['projects', 'projects.correct'],
    async run(kit) {
      const needed = kit.settings.correctionSupport ?? 3;
      const { id } = await underWay(kit, kit.worker());
      const { id: comment } = await kit.done(projects.comment, { as: kit.person(), id, body: { words: '灯不亮' } });
      const support = async (as: Person) => await kit.done(projects.correct, { as, id, body: { comment } });
      for (let count = 1; count <= needed; count += 1) {
        const as = kit.person();
        await support(as);
        const { supporters, correction } = await support(as);
        same(
          `supporters, and whether it is a correction, after ${count}`,
          [supporters, correction !== null],
          [count, count >= needed],
        );
      }
    },
  },
  'held-comments': {
    says: 'A comment with a number in it waits for a worker; strangers do not read it until then.',
    rules: ['projects', 'projects.comment', 'projects.queue', 'projects.show'],
    needs: ['moderation'],
    async run(kit) {
      const [worker, neighbour] = [kit.worker(), kit.person()];
      const { id } = await listedProject(kit, worker);
      const words = '我会电焊，找我 13912345678';
      const { id: comment } = await kit.done(projects.comment, { as: neighbour, id, body: { words } });
      const read = await kit.ask(projects.comments, { id });
      holds('comments without the number', !read.text.includes('13912345678'), read.text);
      const body = { comment, wording: '我会电焊' };
      (await kit.ask(projects.show, { as: neighbour, id, body })).refused('auth.forbidden');
      await kit.done(projects.show, { as: worker, id, body });
      same(
        'words in public',
        (await kit.done(projects.comments, { id })).items.map((one) => one.words),
        ['我会电焊'],
      );
    },
  },
});
