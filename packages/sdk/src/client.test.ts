import { contract, type Endpoint } from '@five-micro/contract';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apiUrl, aWish, failureOf } from '../test/kit.ts';
import { createFiveMicro, type FiveMicro } from './index.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const id = aWish().id;
const at = '2026-11-25T00:00:00.000Z';

/** Every endpoint of the contract, as the client calls it. */
const calls: {
  [G in keyof typeof contract]: { [N in keyof (typeof contract)[G]]: (client: FiveMicro) => PromiseLike<unknown> };
} = {
  areas: {
    get: ({ areas }) => areas.get(),
    children: ({ areas }) => areas.children(),
    organisations: ({ areas }) => areas.organisations(),
    reportIn: ({ areas }) => areas.reportIn(),
  },
  members: {
    list: ({ members }) => members.list({ q: '王' }),
    register: ({ members }) => members.register({ name: '王小明' }),
    get: ({ members }) => members.get(id),
    merge: ({ members }) => members.merge(id, { into: id }),
    revoke: ({ members }) => members.revoke(id),
  },
  reportIns: {
    list: ({ reportIns }) => reportIns.list(),
    accept: ({ reportIns }) => reportIns.accept(id),
    decline: ({ reportIns }) => reportIns.decline(id, { reason: '没有找到这一户' }),
  },
  organisations: {
    get: ({ organisations }) => organisations.get('first-branch'),
    wishes: ({ organisations }) => organisations.wishes('first-branch'),
    register: ({ organisations }) => organisations.register({ slug: 'new-branch', name: '新支部', kind: 'party' }),
    representatives: ({ organisations }) => organisations.representatives('first-branch'),
    setRepresentatives: ({ organisations }) => organisations.setRepresentatives('first-branch', { members: [id] }),
  },
  moderation: { list: ({ moderation }) => moderation.list({ state: 'hidden' }) },
  me: {
    get: ({ me }) => me.get(),
    wishes: ({ me }) => me.wishes(),
    claims: ({ me }) => me.claims(),
    notices: ({ me }) => me.notices({ limit: 5 }),
    actions: ({ me }) => me.actions({ state: 'waiting' }),
    hours: ({ me }) => me.hours(),
    points: ({ me }) => me.points({ period: 'month' }),
    noticesSeen: ({ me }) => me.noticesSeen({ upTo: '41' }),
    consents: ({ me }) => me.consents({ helper: true }),
    erase: ({ me }) => me.erase(),
  },
  wishes: {
    list: ({ wishes }) => wishes.list({ status: 'open' }),
    post: ({ wishes }) => wishes.post({ title: '想要一台收音机', kind: 'item' }),
    summary: ({ wishes }) => wishes.summary(),
    get: ({ wishes }) => wishes.get(id),
    timeline: ({ wishes }) => wishes.timeline(id),
    contact: ({ wishes }) => wishes.contact(id),
    edit: ({ wishes }) => wishes.edit(id, { title: '想要一台新收音机' }),
    publish: ({ wishes }) => wishes.publish(id),
    decline: ({ wishes }) => wishes.decline(id, { reason: '请写明白一点' }),
    merge: ({ wishes }) => wishes.merge(id, { into: id }),
    withdraw: ({ wishes }) => wishes.withdraw(id),
    claim: ({ wishes }) => wishes.claim(id, { as: 'first-branch' }),
    release: ({ wishes }) => wishes.release(id),
    extend: ({ wishes }) => wishes.extend(id, { dueAt: at }),
    fulfil: ({ wishes }) => wishes.fulfil(id, { note: '送到了' }),
    confirm: ({ wishes }) => wishes.confirm(id, { rating: 5 }),
    reopen: ({ wishes }) => wishes.reopen(id, { reason: '还没有收到' }),
    close: ({ wishes }) => wishes.close(id, { note: '上门看过' }),
    lower: ({ wishes }) => wishes.lower(id, { claimersWanted: 1 }),
    approvePhotos: ({ wishes }) => wishes.approvePhotos(id, { photos: [id] }),
    report: ({ wishes }) => wishes.report(id, { part: 'story', reason: 'private' }),
    hide: ({ wishes }) => wishes.hide(id, { part: 'story', reason: '写了别人的电话' }),
    show: ({ wishes }) => wishes.show(id, { part: 'story' }),
  },
  actions: {
    list: ({ actions }) => actions.list({ free: 'true' }),
    post: ({ actions }) =>
      actions.post({
        title: '一起扫落叶',
        story: '',
        category: 'home',
        startsAt: at,
        endsAt: at,
        place: '东门',
        places: 5,
      }),
    days: ({ actions }) => actions.days({ from: '2026-11-23', to: '2026-11-29' }),
    ofOrganisation: ({ actions }) => actions.ofOrganisation('first-branch'),
    get: ({ actions }) => actions.get(id),
    open: ({ actions }) => actions.open(id),
    edit: ({ actions }) => actions.edit(id, { places: 6 }),
    cancel: ({ actions }) => actions.cancel(id, { reason: '那天有雨' }),
    finish: ({ actions }) => actions.finish(id),
    signUp: ({ actions }) => actions.signUp(id),
    signOff: ({ actions }) => actions.signOff(id),
    signUps: ({ actions }) => actions.signUps(id),
    checkInCode: ({ actions }) => actions.checkInCode(id),
    checkIn: ({ actions }) => actions.checkIn(id, { code: '123456' }),
    attendance: ({ actions }) => actions.attendance(id, { items: [{ member: id, state: 'attended' }] }),
  },
  points: {
    leaderboard: ({ points }) => points.leaderboard({ period: 'week', of: 'organisations' }),
    standing: ({ points }) => points.standing({ period: 'all' }),
    ofMember: ({ points }) => points.ofMember(id),
    reverse: ({ points }) => points.reverse(id, { reason: '记了两遍' }),
  },
  uploads: { post: ({ uploads }) => uploads.post(new Blob(['p'], { type: 'image/png' })) },
};

const table = Object.entries(contract).flatMap(([group, endpoints]) => {
  const of = Object.entries(calls).find(([name]) => name === group)?.[1] ?? {};
  return Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => ({
    name: `${group}.${name}`,
    endpoint,
    call: Object.entries<(client: FiveMicro) => PromiseLike<unknown>>(of).find(([own]) => own === name)?.[1],
  }));
});

describe('the client', () => {
  // The real fetch, over a network that msw stands for.
  it.each(table)('calls $name where the contract says', async ({ endpoint, call }) => {
    const path = endpoint.path.replace('{area}', 'yikang').replace('{id}', id).replace('{slug}', 'first-branch');
    const seen: { path: string; body: string; key: string | null }[] = [];
    server.use(
      http.all(`${apiUrl}/*`, async ({ request }) => {
        seen.push({
          path: `${request.method} ${new URL(request.url).pathname}`,
          body: await request.text(),
          key: request.headers.get('idempotency-key'),
        });
        return HttpResponse.json(
          { type: 'about:blank', title: 'no', status: 403, code: 'auth.forbidden', requestId: 'r' },
          { status: 403 },
        );
      }),
    );
    expect(call).toBeDefined();
    const error = await failureOf(call?.(createFiveMicro({ apiUrl: `${apiUrl}/`, area: 'yikang' })) ?? Promise.resolve());
    expect(error.code).toBe('auth.forbidden');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.path).toBe(`${endpoint.method} /api/v1${path}`);
    expect(Boolean(seen[0]?.key)).toBe(endpoint.method !== 'GET');
    expect(Boolean(seen[0]?.body)).toBe(endpoint.method !== 'GET');
  });

  it('asks about the area that a call names, instead of its own', async () => {
    server.use(
      http.get(`${apiUrl}/areas/nanyuan/wishes/summary`, () =>
        HttpResponse.json({ open: 1, inProgress: 2, helped: 3, byKind: {}, byCategory: {} }),
      ),
    );
    const client = createFiveMicro({ apiUrl, area: 'yikang' });
    expect(await client.wishes.summary({ area: 'nanyuan' })).toMatchObject({ open: 1, helped: 3 });
  });

  it('says where it points, without asking anything', () => {
    const { apiUrl: url, area, lang } = createFiveMicro({ apiUrl: '/api/v1/', area: 'yikang' });
    expect({ url, area, lang }).toEqual({ url: '/api/v1', area: 'yikang', lang: 'zh-CN' });
  });

  it('keeps two clients of two servers apart', async () => {
    const other = 'https://other.test/api/v1';
    server.use(
      http.get(`${apiUrl}/wishes/:id`, () => HttpResponse.json(aWish({ title: 'here' }))),
      http.get(`${other}/wishes/:id`, () => HttpResponse.json(aWish({ title: 'there' }))),
    );
    const clients = [apiUrl, other].map((url) => createFiveMicro({ apiUrl: url }));
    expect((await Promise.all(clients.map(({ wishes }) => wishes.get(id)))).map(({ title }) => title)).toEqual(['here', 'there']);
  });

  it('touches no page: neither document nor window exist here', () => {
    expect(['document', 'window'].filter((name) => name in globalThis)).toEqual([]);
  });
});
