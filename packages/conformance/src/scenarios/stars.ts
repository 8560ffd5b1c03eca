import { contract, type Nomination } from '@five-micro/contract';
import { holds, excludes, includes, same, there } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { castBallot, openRound } from './parts.ts';

const { stars, rounds, me } = contract;

const people = (kit: Kit) => ({
  nominator: kit.person(),
  nominee: kit.person({ name: '欧阳春梅' }),
  worker: kit.worker(),
});

async function nominated(kit: Kit, as: Person): Promise<Nomination> {
  const title = there('an honour in the settings', kit.settings.starTitles?.[0]).code;
  const body = { who: '九幢修车的师傅', title, sentence: '孩子的车从来不收钱', story: '下雨天帮大家把车推进棚里' };
  return await kit.done(stars.nominate, { as, body });
}

async function asked(kit: Kit, { nominator, nominee, worker }: ReturnType<typeof people>): Promise<string> {
  const { id } = await nominated(kit, nominator);
  const member = (await kit.done(me.get, { as: nominee })).id;
  same('status', (await kit.done(stars.ask, { as: worker, id, body: { member } })).status, 'asked');
  return id;
}

export const starScenarios = scenarios('stars', ['stars'], {
  'whole-way': {
    says: 'Someone is nominated, asked, agrees, is honoured and hangs in the gallery, as they chose to be shown.',
    rules: ['stars', 'stars.nominate', 'stars.ask', 'stars.consent', 'stars.award', 'stars.list'],
    async run(kit) {
      const cast = people(kit);
      const id = await asked(kit, cast);
      const agreed = await kit.done(stars.consent, { as: cast.nominee, id, body: { name: 'masked' } });
      same('status and name', [agreed.status, agreed.name], ['consented', '欧阳**']);
      (await kit.ask(stars.award, { as: cast.nominator, body: { nomination: id } })).refused('auth.forbidden');
      const star = await kit.done(stars.award, { as: cast.worker, body: { nomination: id } });
      same('the star', [star.name, star.initial, star.sentence], ['欧阳**', '欧', '孩子的车从来不收钱']);
      const gallery = await kit.done(stars.list, { query: { limit: 100 } });
      const hung = there(
        'the star in the gallery',
        gallery.items.find((one) => one.id === star.id),
      );
      holds('a star without the whole name', !JSON.stringify(hung).includes('欧阳春梅'), hung);
      const periods = (await kit.done(stars.periods)).items.map(({ period }) => period);
      includes('periods', periods, star.period);
      same(
        'my stars',
        (await kit.done(me.stars, { as: cast.nominee })).items.map((one) => one.id),
        [star.id],
      );
    },
  },
  'put-away': {
    says: 'Words about somebody who is voted on are reported by who votes and hidden by a worker, on the ballot as on their star.',
    rules: [
      'stars',
      'stars.reportNomination',
      'stars.hideNomination',
      'stars.showNomination',
      'stars.report',
      'stars.hide',
      'stars.show',
      'star.no-part',
    ],
    needs: ['projects', 'moderation'],
    async run(kit) {
      const worker = kit.worker();
      const [neighbour, nominator] = [kit.person(), kit.person()];
      const candidates: string[] = [];
      for (let count = 0; count < 2; count += 1) {
        const cast = { ...people(kit), nominator, worker };
        const id = await asked(kit, cast);
        await kit.done(stars.consent, { as: cast.nominee, id, body: { name: 'masked' } });
        candidates.push(id);
      }
      const [id = '', other = ''] = candidates;
      const report = { part: 'story' as const, reason: 'untrue' as const };
      // What nobody votes on yet is nobody's business.
      (await kit.ask(stars.reportNomination, { as: neighbour, id, body: report })).refused('nomination.unknown');
      const ballot = { type: 'approval' as const, min: 1, max: 1 };
      const round = await openRound(kit, worker, [id, other], { of: 'stars', ballot });
      // Neighbours have said nothing of them yet.
      (await kit.ask(stars.reportNomination, { as: neighbour, id, body: { ...report, part: 'quotes' } })).refused('star.no-part');
      same('what was reported', (await kit.done(stars.reportNomination, { as: neighbour, id, body: report })).id, id);
      const hide = { part: 'story' as const, reason: '不是这样' };
      (await kit.ask(stars.hideNomination, { as: neighbour, id, body: hide })).refused('auth.forbidden');
      await kit.done(stars.hideNomination, { as: worker, id, body: hide });
      const told = await kit.ask(rounds.option, { id: round.id, option: id });
      holds('a candidate without the hidden story', !told.text.includes('下雨天帮大家把车推进棚里'), told.text);
      const notices = (await kit.done(me.notices, { as: nominator })).items;
      same('the reason', notices.find(({ type }) => type === 'star.part-hidden')?.words, hide.reason);
      await castBallot(kit, neighbour, round.id, [id]);
      await kit.done(rounds.close, { as: worker, id: round.id, body: { reason: '大家都投了' } });
      const star = await kit.done(stars.award, { as: worker, body: { nomination: id } });
      const read = await kit.ask(stars.get, { id: star.id });
      holds('a star without the hidden story', !read.text.includes('下雨天帮大家把车推进棚里'), read.text);
      await kit.done(stars.showNomination, { as: worker, id, body: { part: 'story', wording: '下雨天也在' } });
      same('the story in public', (await kit.done(stars.get, { id: star.id })).story, '下雨天也在');
      await kit.done(stars.report, { as: neighbour, id: star.id, body: { part: 'sentence', reason: 'other' } });
      await kit.done(stars.hide, { as: worker, id: star.id, body: { part: 'sentence', reason: hide.reason } });
      const hidden = await kit.ask(stars.get, { id: star.id });
      holds('a star without the hidden sentence', !hidden.text.includes('孩子的车从来不收钱'), hidden.text);
      await kit.done(stars.show, { as: worker, id: star.id, body: { part: 'sentence' } });
      same('the sentence', (await kit.done(stars.get, { id: star.id })).sentence, '孩子的车从来不收钱');
    },
  },
  contest: {
    says: 'A contest is a round of those who agreed: its winner can be honoured, whoever lost cannot.',
    rules: ['stars', 'rounds.post', 'rounds.cast', 'stars.award', 'nomination.state'],
    // Rounds are one mechanism for both.
    needs: ['projects'],
    async run(kit) {
      const candidates: string[] = [];
      const worker = kit.worker();
      for (let count = 0; count < 2; count += 1) {
        const cast = { ...people(kit), worker };
        const id = await asked(kit, cast);
        await kit.done(stars.consent, { as: cast.nominee, id, body: { name: 'masked' } });
        candidates.push(id);
      }
      const [winner = '', loser = ''] = candidates;
      const ballot = { type: 'approval' as const, min: 1, max: 1 };
      const { id, options } = await openRound(kit, worker, candidates, { of: 'stars', ballot });
      same(
        'names on the ballot',
        options.map(({ title }) => title),
        ['欧阳**', '欧阳**'],
      );
      (await kit.ask(stars.award, { as: worker, body: { nomination: winner } })).refused('nomination.state');
      await castBallot(kit, kit.person(), id, [winner]);
      await kit.done(rounds.close, { as: worker, id, body: { reason: '大家都投了' } });
      const star = await kit.done(stars.award, { as: worker, body: { nomination: winner } });
      same('the contest of the star', star.round?.id, id);
      (await kit.ask(stars.award, { as: worker, body: { nomination: loser } })).refused('nomination.state');
    },
  },
  'only-those-concerned': {
    says: 'Until they agree, nobody hears of a nomination but those concerned and workers; the nominee not before they are asked.',
    rules: ['stars', 'stars.nomination', 'nomination.unknown'],
    async run(kit) {
      const { nominator, nominee, worker } = people(kit);
      const { id } = await nominated(kit, nominator);
      for (const as of [kit.person(), nominee]) (await kit.ask(stars.nomination, { as, id })).refused('nomination.unknown');
      (await kit.ask(stars.nomination, { id })).refused('auth.required');
      same('status for the nominator', (await kit.done(stars.nomination, { as: nominator, id })).status, 'proposed');
      (await kit.ask(stars.nominations, { as: nominator })).refused('auth.forbidden');
      const member = (await kit.done(me.get, { as: nominee })).id;
      await kit.done(stars.ask, { as: worker, id, body: { member } });
      same('whether it is about them', (await kit.done(stars.nomination, { as: nominee, id })).aboutMe, true);
      const notices = (await kit.done(me.notices, { as: nominee })).items.map(({ type }) => type);
      includes('notices of the nominee', notices, 'star.asked');
    },
  },
  'no-star-without-consent': {
    says: 'Nobody is honoured who has not agreed, nor by somebody else’s word.',
    rules: ['stars', 'stars.award', 'stars.consent', 'nomination.state', 'auth.forbidden'],
    async run(kit) {
      const cast = people(kit);
      const id = await asked(kit, cast);
      (await kit.ask(stars.award, { as: cast.worker, body: { nomination: id } })).refused('nomination.state');
      const body = { name: 'full' as const };
      (await kit.ask(stars.consent, { as: cast.nominator, id, body })).refused('auth.forbidden');
      (await kit.ask(stars.consent, { as: cast.worker, id, body })).refused('auth.forbidden');
      same('status', (await kit.done(stars.decline, { as: cast.nominee, id })).status, 'declined');
      (await kit.ask(stars.award, { as: cast.worker, body: { nomination: id } })).refused('nomination.state');
    },
  },
  'words-and-names': {
    says: 'Before the nominee is asked a nomination can be changed or taken back; of a star the words are the community’s and wait for the person’s nod, the name is the person’s.',
    rules: ['stars', 'stars.editNomination', 'stars.withdraw', 'stars.edit', 'nomination.state', 'auth.forbidden'],
    async run(kit) {
      const cast = people(kit);
      const { nominator, nominee, worker } = cast;
      const { id: other } = await nominated(kit, nominator);
      const body = { sentence: '会修收音机' };
      const edited = await kit.done(stars.editNomination, { as: nominator, id: other, body });
      same('sentence', edited.sentence, body.sentence);
      same('status', (await kit.done(stars.withdraw, { as: nominator, id: other })).status, 'withdrawn');
      const nomination = await asked(kit, cast);
      (await kit.ask(stars.editNomination, { as: nominator, id: nomination, body })).refused('nomination.state');
      await kit.done(stars.consent, { as: nominee, id: nomination, body: { name: 'masked' } });
      const { id } = await kit.done(stars.award, { as: worker, body: { nomination } });
      const { waiting } = await kit.done(stars.edit, { as: worker, id, body: { story: '他的工具箱' } });
      same('the story that waits', waiting?.story, '他的工具箱');
      const before = await kit.done(stars.get, { id });
      same('what a neighbour reads before the nod', [before.story === '他的工具箱', before.waiting], [false, undefined]);
      const nod = { key: waiting?.key ?? '', show: true };
      (await kit.ask(stars.edit, { as: worker, id, body: { nod } })).refused('auth.forbidden');
      same('the story after it', (await kit.done(stars.edit, { as: nominee, id, body: { nod } })).story, '他的工具箱');
      (await kit.ask(stars.edit, { as: worker, id, body: { name: 'full' } })).refused('auth.forbidden');
      (await kit.ask(stars.edit, { as: nominee, id, body: { story: '我的工具箱' } })).refused('auth.forbidden');
      same('name', (await kit.done(stars.edit, { as: nominee, id, body: { name: 'full' } })).name, '欧阳春梅');
    },
  },
  'taken-down': {
    says: 'A person takes their star down without a reason, a worker with one; the switch takes it from every surface.',
    rules: ['stars', 'stars.takeDown', 'star.unknown', 'star.state', 'me.consents'],
    async run(kit) {
      const cast = people(kit);
      const nomination = await asked(kit, cast);
      await kit.done(stars.consent, { as: cast.nominee, id: nomination, body: { name: 'full' } });
      const { id } = await kit.done(stars.award, { as: cast.worker, body: { nomination } });
      const switched = (star: boolean) => kit.done(me.consents, { as: cast.nominee, body: { star } });
      await switched(false);
      await kit.within(60, async () => (await kit.ask(stars.get, { id })).refused('star.unknown'));
      const listed = (await kit.done(stars.list, { query: { limit: 100 } })).items.map((one) => one.id);
      excludes('the gallery', listed, id);
      await switched(true);
      await kit.within(60, async () => same('name', (await kit.done(stars.get, { id })).name, '欧阳春梅'));
      (await kit.ask(stars.takeDown, { as: cast.worker, id })).refused('request.invalid');
      (await kit.ask(stars.takeDown, { as: kit.person(), id })).refused('auth.forbidden');
      same('what was taken down', (await kit.done(stars.takeDown, { as: cast.nominee, id })).id, id);
      (await kit.ask(stars.get, { id })).refused('star.unknown');
      (await kit.ask(stars.takeDown, { as: cast.nominee, id })).refused('star.state');
    },
  },
});
