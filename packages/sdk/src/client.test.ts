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
    nominations: ({ me }) => me.nominations(),
    stars: ({ me }) => me.stars(),
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
    reportPart: ({ actions }) => actions.reportPart(id, { part: 'for-whom', reason: 'rude' }),
    hidePart: ({ actions }) => actions.hidePart(id, { part: 'photo', photo: id, reason: '拍到了别人' }),
    showPart: ({ actions }) => actions.showPart(id, { part: 'place', wording: '活动室' }),
  },
  points: {
    leaderboard: ({ points }) => points.leaderboard({ period: 'week', of: 'organisations' }),
    standing: ({ points }) => points.standing({ period: 'all' }),
    ofMember: ({ points }) => points.ofMember(id),
    reverse: ({ points }) => points.reverse(id, { reason: '记了两遍' }),
  },
  rounds: {
    list: ({ rounds }) => rounds.list({ of: 'projects' }),
    post: ({ rounds }) =>
      rounds.post({
        ...{ title: '明年先办哪几件', of: 'projects', options: [id, id], opensAt: at, closesAt: at },
        ...{ ballot: { type: 'approval', min: 1, max: 3 }, rule: 'most-votes' },
      }),
    get: ({ rounds }) => rounds.get(id),
    option: ({ rounds }) => rounds.option(id, id),
    edit: ({ rounds }) => rounds.edit(id, { live: true }),
    open: ({ rounds }) => rounds.open(id),
    discard: ({ rounds }) => rounds.discard(id),
    close: ({ rounds }) => rounds.close(id, { reason: '全都投完了' }),
    cast: ({ rounds }) => rounds.cast(id, { choices: [id], revision: 1 }),
    myBallot: ({ rounds }) => rounds.myBallot(id),
    results: ({ rounds }) => rounds.results(id),
    ballots: ({ rounds }) => rounds.ballots(id),
    receipt: ({ rounds }) => rounds.receipt(id, '7QK4-M2XD-9RTH-3WBF'),
    paperBallots: ({ rounds }) => rounds.paperBallots(id),
    enterPaper: ({ rounds }) => rounds.enterPaper(id, { member: id, choices: [id] }),
    confirmPaper: ({ rounds }) => rounds.confirmPaper(id, id),
    withdrawPaper: ({ rounds }) => rounds.withdrawPaper(id, id),
  },
  projects: {
    list: ({ projects }) => projects.list({ status: 'done' }),
    post: ({ projects }) => projects.post({ title: '修一条慢坡道', story: '轮椅好走', place: '8 幢', cost: 9_600_000 }),
    get: ({ projects }) => projects.get(id),
    timeline: ({ projects }) => projects.timeline(id),
    edit: ({ projects }) => projects.edit(id, { cost: 9_000_000 }),
    withdraw: ({ projects }) => projects.withdraw(id),
    enlist: ({ projects }) => projects.enlist(id),
    decline: ({ projects }) => projects.decline(id, { reason: '不归社区管' }),
    merge: ({ projects }) => projects.merge(id, { into: id }),
    start: ({ projects }) => projects.start(id, { owner: '城管科', budget: 9_600_000 }),
    milestones: ({ projects }) => projects.milestones(id, { title: '量尺寸', on: '2026-10-12' }),
    done: ({ projects }) => projects.done(id, { note: '修好了' }),
    rate: ({ projects }) => projects.rate(id, { rating: 5 }),
    comments: ({ projects }) => projects.comments(id),
    comment: ({ projects }) => projects.comment(id, { words: '井盖高了' }),
    correct: ({ projects }) => projects.correct(id, { comment: id }),
    answer: ({ projects }) => projects.answer(id, { comment: id, words: '垫平了' }),
    accept: ({ projects }) => projects.accept(id, { comment: id, accepted: true }),
    overrule: ({ projects }) => projects.overrule(id, { comment: id, reason: '那一段归地铁' }),
    report: ({ projects }) => projects.report(id, { comment: id, reason: 'rude' }),
    hide: ({ projects }) => projects.hide(id, { comment: id, reason: '写了别人的电话' }),
    show: ({ projects }) => projects.show(id, { comment: id }),
    reportPart: ({ projects }) => projects.reportPart(id, { part: 'title', reason: 'rude' }),
    hidePart: ({ projects }) => projects.hidePart(id, { part: 'step', milestone: id, reason: '写了别人的电话' }),
    showPart: ({ projects }) => projects.showPart(id, { part: 'photo', photo: id }),
    queue: ({ projects }) => projects.queue({ state: 'hidden' }),
  },
  stars: {
    list: ({ stars }) => stars.list({ period: '2026' }),
    periods: ({ stars }) => stars.periods(),
    get: ({ stars }) => stars.get(id),
    award: ({ stars }) => stars.award({ nomination: id }),
    edit: ({ stars }) => stars.edit(id, { story: '他的工具箱' }),
    takeDown: ({ stars }) => stars.takeDown(id),
    nominations: ({ stars }) => stars.nominations({ status: 'proposed' }),
    nomination: ({ stars }) => stars.nomination(id),
    nominate: ({ stars }) => stars.nominate({ who: '周师傅', title: 'post', sentence: '修车从来不收孩子的钱' }),
    editNomination: ({ stars }) => stars.editNomination(id, { title: 'service' }),
    ask: ({ stars }) => stars.ask(id, { member: id }),
    consent: ({ stars }) => stars.consent(id, { name: 'masked' }),
    decline: ({ stars }) => stars.decline(id),
    withdraw: ({ stars }) => stars.withdraw(id),
    report: ({ stars }) => stars.report(id, { part: 'story', reason: 'rude' }),
    hide: ({ stars }) => stars.hide(id, { part: 'portrait', reason: '不是本人' }),
    show: ({ stars }) => stars.show(id, { part: 'quotes' }),
    reportNomination: ({ stars }) => stars.reportNomination(id, { part: 'sentence', reason: 'rude' }),
    hideNomination: ({ stars }) => stars.hideNomination(id, { part: 'sentence', reason: '不是本人' }),
    showNomination: ({ stars }) => stars.showNomination(id, { part: 'sentence' }),
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
    const path = endpoint.path
      .replace('{area}', 'yikang')
      .replace('{id}', id)
      .replace('{slug}', 'first-branch')
      .replace('{code}', '7QK4-M2XD-9RTH-3WBF')
      .replace('{option}', id)
      .replace('{ballot}', id);
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
