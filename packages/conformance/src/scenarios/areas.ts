import { contract, type Endpoint } from '@five-micro/contract';
import { excludes, holds, includes, same, Skipped, there } from '../finding.ts';
import type { Kit } from '../kit.ts';
import { type Need, scenarios } from '../scenario.ts';
import { openWish, submittedWish } from './parts.ts';

const { areas, wishes } = contract;

/** Every endpoint that is read and names an area, of what the server offers. */
export const readsOfAreas = (kit: Kit): Endpoint[] => {
  const {
    areas: tree,
    members,
    reportIns,
    organisations,
    moderation,
    wishes: wall,
    actions,
    points,
    rounds,
    projects,
    stars,
  } = contract;
  const groups: [Need | undefined, Record<string, Endpoint>][] = [
    [undefined, tree],
    ['members', members],
    ['report-in', reportIns],
    ['organisations', organisations],
    ['moderation', moderation],
    ['wishes', wall],
    ['actions', actions],
    ['points', points],
    ['projects', rounds],
    ['projects', projects],
    ['stars', stars],
  ];
  return groups
    .filter(([need]) => need === undefined || kit.offers(need))
    .flatMap(([, group]) => Object.values(group))
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/areas/{area}'));
};

export const areasTried = scenarios('areas', [], {
  tree: {
    says: 'An area names the way from the district down to itself, and what lies directly below.',
    rules: ['areas', 'areas.get', 'areas.children'],
    async run(kit) {
      const above = await kit.done(areas.get, { area: kit.area });
      const one = await kit.done(areas.get);
      same('last step of the path', one.path.at(-1)?.slug, kit.here);
      same('first step of the path', one.path[0]?.slug, above.path[0]?.slug);
      if (kit.here !== kit.area) {
        const children = (await kit.done(areas.children, { area: kit.area })).items;
        includes(
          'areas below',
          children.map(({ slug }) => slug),
          kit.here,
        );
        includes(
          'path',
          one.path.map(({ slug }) => slug),
          kit.area,
        );
      }
    },
  },
  features: {
    says: 'What is switched on narrows from level to level: nothing is on below that is off above.',
    rules: ['areas', 'areas.get'],
    async run(kit) {
      const above = (await kit.done(areas.get, { area: kit.area })).settings.features;
      const below = (await kit.done(areas.get)).settings.features;
      for (const feature of below) includes('features above', above, feature);
    },
  },
  'feature-off': {
    says: 'Where a feature is off that is on elsewhere, its list is refused, whoever asks.',
    rules: ['areas', 'area.feature-off'],
    async run(kit) {
      const lists: [Need, Endpoint][] = [
        ['wishes', wishes.list],
        ['projects', contract.projects.list],
        ['points', contract.points.leaderboard],
      ];
      const here = lists.filter(([need]) => kit.offers(need));
      const below = (await kit.done(areas.children, { area: kit.area })).items.slice(0, 20);
      let tried = 0;
      for (const { slug } of below) {
        const { features } = (await kit.done(areas.get, { area: slug })).settings;
        for (const [, list] of here.filter(([need]) => !features.some((feature) => feature === need))) {
          for (const as of [undefined, kit.worker(kit.area)])
            (await kit.ask(list, { as, area: slug })).refused('area.feature-off');
          tried += 1;
        }
      }
      if (tried === 0) throw new Skipped(`no area below ${kit.area} lacks a feature that another has`);
    },
  },
  unknown: {
    says: 'Of an area that does not exist nothing is read: 404, whoever asks and whatever for.',
    rules: ['areas', 'area.unknown'],
    async run(kit) {
      const area = `nowhere-${kit.unique()}`;
      const worker = kit.worker();
      for (const endpoint of readsOfAreas(kit)) {
        const query = endpoint === contract.actions.days ? { from: '2026-11-01', to: '2026-11-30' } : {};
        (await kit.ask(endpoint, { as: worker, area, query })).refused('area.unknown');
      }
      const wrong = { title: '想要一盏台灯', kind: 'item' };
      (await kit.ask(wishes.post, { as: kit.person(), area, wrong })).refused('area.unknown');
    },
  },
  can: {
    says: 'An area says what the caller may do there: a visitor sees what a resident could try, the desk is for workers.',
    rules: ['what-a-caller-may-do', 'areas.get'],
    needs: ['wishes'],
    async run(kit) {
      const can = async (as?: ReturnType<typeof kit.person>) => (await kit.done(areas.get, { as })).can;
      includes('can of a visitor', await can(), 'post-wish');
      includes('can of a resident', await can(kit.person()), 'post-wish');
      excludes('can of a resident', await can(kit.person()), 'desk');
      includes('can of a worker', await can(kit.worker()), 'desk');
    },
  },
  'only-at-home': {
    says: 'A resident posts at home and nowhere else, and nothing is stored elsewhere.',
    rules: ['what-a-caller-may-do', 'wishes.post', 'auth.forbidden'],
    needs: ['wishes', 'second-area'],
    async run(kit) {
      const area = kit.elsewhere();
      const as = kit.person();
      (await kit.ask(wishes.post, { as, area, body: { title: '想要一盏台灯', kind: 'item' } })).refused('auth.forbidden');
      same('wishes', (await kit.done(contract.me.wishes, { as })).items.length, 0);
    },
  },
  'foreign-worker': {
    says: 'A worker looks after their own area: of another one the desk’s lists are refused, and what waits there is not there for them.',
    rules: ['what-a-caller-may-do', 'wishes.get', 'wishes.publish', 'wish.unknown', 'auth.forbidden'],
    needs: ['wishes', 'second-area'],
    async run(kit) {
      const foreign = kit.worker(kit.elsewhere());
      const { id } = await submittedWish(kit, kit.person());
      (await kit.ask(wishes.get, { as: foreign, id })).refused('wish.unknown');
      (await kit.ask(wishes.publish, { as: foreign, id })).refused('wish.unknown');
      (await kit.ask(wishes.list, { as: foreign, query: { status: 'submitted' } })).refused('auth.forbidden');
      if (kit.offers('members')) (await kit.ask(contract.members.list, { as: foreign })).refused('auth.forbidden');
    },
  },
  'worker-above': {
    says: 'A role covers everything below: a worker of the area above looks after both communities.',
    rules: ['what-a-caller-may-do', 'wishes.publish'],
    needs: ['wishes'],
    async run(kit) {
      const above = kit.worker(kit.area);
      const { id } = await submittedWish(kit, kit.person());
      same('status', (await kit.done(wishes.publish, { as: above, id })).status, 'open');
    },
  },
  'roll-up': {
    says: 'A list or a count asked of an area covers its whole subtree, each thing once.',
    rules: ['areas', 'wishes.summary', 'wishes.list'],
    needs: ['wishes', 'second-area'],
    alone: true,
    async run(kit) {
      const other = kit.elsewhere();
      const open = async (area: string) => (await kit.done(wishes.summary, { area })).open;
      const counts = async () => [await open(kit.area), await open(kit.here), await open(other)];
      const [above = 0, here = 0, there_ = 0] = await counts();
      const one = await openWish(kit, kit.person(), kit.worker());
      const two = await openWish(kit, kit.person({ area: other }), kit.worker(other));
      same('open wishes above, here and there', await counts(), [above + 2, here + 1, there_ + 1]);
      const listed = (await kit.done(wishes.list, { area: kit.area, query: { limit: 100 } })).items;
      for (const { id } of [one, two]) same(`wishes ${id} in the list above`, listed.filter((wish) => wish.id === id).length, 1);
      const below = (await kit.done(wishes.list, { query: { limit: 100 } })).items.map(({ id }) => id);
      excludes('list of one community', below, two.id);
      there(
        'its own wish in the list of one community',
        below.find((id) => id === one.id),
      );
      holds(
        'an area on every wish',
        listed.every(({ area }) => area !== ''),
        listed.map(({ area }) => area),
      );
    },
  },
});
