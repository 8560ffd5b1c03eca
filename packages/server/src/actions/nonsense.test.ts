import { contract, type Endpoint } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import { type Ask, cast, createWorld, days, hours, type World } from '../testing/world.ts';

const { actions: table, me } = contract;
vi.setConfig({ testTimeout: 120_000 });

/** What nobody means: of the wrong kind, too long, beyond every bound, or with what databases and pages stumble over. */
const nonsense: readonly unknown[] = [
  null,
  0,
  -1,
  0.5,
  1e300,
  '',
  '\u0000',
  '\ud800',
  '\u202e',
  "'; drop table action; --",
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0000-01-01',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T10:00:00Z',
  '-000001-01-01T00:00:00Z',
  'infinity',
  '１２３４５６',
  '汉'.repeat(20_000),
  [],
  [null],
  Array.from({ length: 300 }, () => 'ffffffff-ffff-4fff-8fff-ffffffffffff'),
  {},
  { memberId: 'ffffffff-ffff-4fff-8fff-ffffffffffff' },
  { every: 'week', times: 1e9 },
  { every: 'day', times: 3 },
  { constructor: 1, ['__proto__']: 1 },
];

describe.each(oneDatabase)('nonsense about actions on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let id: string;
  let startsAt: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    startsAt = new Date(world.now().getTime() + days(1)).toISOString();
    ({ id } = await actionsIn(world, people.worker).open({ startsAt }));
    await world.memberId(people.neighbour);
    before = await counted();
  }, 120_000);
  afterAll(() => world.stop());

  const endsAt = () => new Date(new Date(startsAt).getTime() + hours(2)).toISOString();
  const bodies = (): [string, Endpoint, Record<string, unknown>][] => [
    [
      'post',
      table.post,
      {
        ...{ title: '扫落叶', story: '', category: 'green', place: '东门', places: 2, startsAt, endsAt: endsAt() },
        ...{ minimumAge: 16, bring: '手套', forWhom: '邻居', photos: [], host: 'branch', repeat: { every: 'week', times: 2 } },
      },
    ],
    ['open', table.open, { following: true, seen: startsAt }],
    [
      'edit',
      table.edit,
      {
        ...{ title: '扫落叶', story: '', category: 'green', place: '东门', places: 2, startsAt, endsAt: endsAt() },
        ...{ minimumAge: 16, bring: '手套', forWhom: '邻居', photos: [], following: true },
      },
    ],
    ['cancel', table.cancel, { reason: '下雨', following: true }],
    ['finish', table.finish, {}],
    ['signUp', table.signUp, { as: 'branch', onBehalfOf: { memberId: id }, wait: true }],
    ['signOff', table.signOff, { onBehalfOf: { memberId: id } }],
    ['checkIn', table.checkIn, { code: '123456' }],
    ['attendance', table.attendance, { items: [{ member: id, state: 'attended', minutes: 30 }] }],
  ];
  const counted = async () => {
    const { rows } = await sql<{ counts: string }>`select concat_ws(' ',
      (select count(*) from sign_up), (select count(*) from service), (select max(id) from event),
      (select max(event_id) from notice), (select md5(string_agg(action::text, '' order by id)) from action)) as counts`.execute(
      world.db,
    );
    return rows[0]?.counts;
  };
  /** What is stored, after the latest that was let through. */
  let before: string | undefined;
  const refused = async (what: string, endpoint: Endpoint, how: Ask) => {
    const reply = await world.ask(endpoint, how);
    expect(world.failures, what).toEqual([]);
    expect(reply.status, what).toBeLessThan(500);
    const after = await counted();
    if (reply.status < 400) before = after;
    else expect(reply.code, what).toMatch(/^[a-z-]+\.[a-z-]+$/);
    expect(after, `${what}: nothing is stored`).toBe(before);
  };

  it('in what is sent is refused, plainly, and nothing of it is stored', async () => {
    for (const [name, endpoint, body] of bodies())
      for (const field of [...Object.keys(body), 'status', 'taken', 'points'])
        for (const value of nonsense)
          await refused(`${name} ${field} ${JSON.stringify(value).slice(0, 60)}`, endpoint, {
            as: people.worker,
            id,
            body: { ...body, [field]: value },
          });
  });

  it('in place of an item or of the whole is refused likewise', async () => {
    for (const [name, endpoint] of bodies())
      for (const value of nonsense) await refused(name, endpoint, { as: people.worker, id, body: value ?? [] });
    for (const field of ['member', 'state', 'minutes', 'extra'])
      for (const value of nonsense)
        await refused(`item ${field}`, table.attendance, {
          as: people.worker,
          id,
          body: { items: [{ member: id, state: 'attended', [field]: value }] },
        });
  });

  it('in an address is refused likewise', async () => {
    const texts = nonsense.filter(
      (value): value is string => typeof value === 'string' && value.length < 1000 && value !== '\ud800',
    );
    const asked: [Endpoint, string[]][] = [
      [table.list, ['status', 'category', 'from', 'to', 'free', 'order', 'cursor', 'limit', 'other']],
      [table.days, ['from', 'to']],
      [table.ofOrganisation, ['cursor', 'limit']],
      [table.signUps, ['cursor', 'limit']],
      [me.actions, ['state', 'cursor', 'limit']],
      [me.hours, ['cursor', 'limit']],
    ];
    for (const [endpoint, fields] of asked)
      for (const field of fields)
        for (const value of texts)
          await refused(`${endpoint.path} ${field} ${value}`, endpoint, {
            as: people.neighbour,
            id,
            query: { ...(endpoint === table.days && { from: '2026-11-23', to: '2026-11-30' }), [field]: value },
          });
    for (const [, endpoint, body] of bodies().slice(1))
      for (const value of texts)
        await refused(`${endpoint.path} ${value}`, endpoint, { as: people.worker, id: encodeURIComponent(value), body });
    for (const value of texts) {
      const paths = [
        '/actions/x/calendar.ics',
        '/areas/x/actions.ics',
        '/records/x',
        '/records/x.csv',
        '/actions/x',
        '/areas/x/actions',
      ];
      for (const path of paths)
        expect((await world.send(path.replace('x', encodeURIComponent(value)), {})).status, `${path} ${value}`).toBeLessThan(500);
    }
    expect(world.failures).toEqual([]);
  });
});
