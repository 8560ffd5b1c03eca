import { contract, exportPath } from '@five-micro/contract';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createApp } from '../app.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, uploads, wishes } = contract;
vi.setConfig({ testTimeout: 60_000 });

const list = z.array(z.looseObject({ id: z.string() }));
const looks = z.array(z.object({ at: z.string(), what: z.string(), wish: z.nullable(z.string()), by: z.nullable(z.string()) }));
const consents = z.object({
  now: z.looseObject({}),
  changes: z.array(z.object({ at: z.string(), surface: z.string(), value: z.string() })),
});

describe.each(oneDatabase)('the export on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  async function archiveOf(as: Person, language?: string) {
    const response = await world.send(exportPath, { as, ...(language !== undefined && { language }) });
    expect(response.status).toBe(200);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    return { headers: response.headers, files, text, json: (name: string): unknown => JSON.parse(text(name)) };
  }
  const picture = async (as: Person, words: string) =>
    (await world.ask(uploads.post, { as, body: new TextEncoder().encode(`P ${words}`) })).value.id;
  const published = async (as: Person, more = {}, redacted = {}) => {
    const { id } = await world.post(as, more);
    expect((await world.verb('publish', id, people.worker, redacted)).status).toBe(200);
    return id;
  };
  const count = async (endpoint: typeof me.wishes | typeof me.claims | typeof me.notices, as: Person) =>
    (await world.ask<{ items: unknown[] }>(endpoint, { as, query: { limit: '100' } })).value.items.length;

  it('is an archive that opens, to keep and not to be kept on the way', async () => {
    const { headers, files, text } = await archiveOf(people.neighbour);
    expect(
      Object.fromEntries(['content-type', 'content-disposition', 'cache-control'].map((name) => [name, headers.get(name)])),
    ).toEqual({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="five-micro-2026-11-23.zip"',
      'cache-control': 'no-store',
    });
    const names = [
      'actions.csv',
      'actions.json',
      'claims.csv',
      'claims.json',
      'consents.json',
      'hours.csv',
      'hours.json',
      'looks.json',
      'me.json',
      'notices.json',
      'points.json',
      'projects.json',
      'reports.json',
      'stars.json',
      'votes.json',
    ];
    expect(Object.keys(files).sort()).toEqual(['README.txt', ...names, 'wishes.csv', 'wishes.json']);
    for (const name of Object.keys(files)) if (name !== 'README.txt') expect(text('README.txt')).toContain(name);
    expect((await world.send(exportPath, {})).status).toBe(401);
    expect((await world.send(exportPath, { as: people.neighbour, method: 'POST' })).status).toBe(404);
  });

  it('is packed a few times a minute, whatever else its owner may read', async () => {
    const app = createApp({ ...world.ports, settings: { ...world.ports.settings, rateLimits: true } });
    const token = async (as: Person) => ({ headers: { authorization: `Bearer ${await world.token(as)}` } });
    const packed = async (as: Person) =>
      (await app.fetch(new Request(`http://api.test/api/v1${exportPath}`, await token(as)))).status;
    const six = [];
    for (let n = 0; n < 6; n++) six.push(await packed(people.neighbour));
    expect(six).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await packed(people.helper)).toBe(200);
    const me = await app.fetch(new Request('http://api.test/api/v1/me', await token(people.neighbour)));
    expect(me.status).toBe(200);
    world.advance(60_000);
    expect(await packed(people.neighbour)).toBe(200);
    await app.stop();
  });

  it('holds all that the API counts, in one’s own words, with one’s own contact', async () => {
    const as = world.person('exporter', { name: '百里打包', orgs: ['branch'] });
    const contact = { name: '百里打包', phone: '13955556666', address: '三幢402' };
    const photo = await picture(as, 'mine');
    const helped = await published(as, { story: '请打 13955556666', contact, photos: [photo] }, { story: '请打电话' });
    for (let n = 0; n < 3; n++) await world.post(as, { title: `想要第${n}样东西` });
    await world.verb('claim', helped, people.helper);
    await world.ask(wishes.contact, { id: helped, as: people.helper });
    await world.ask(wishes.contact, { id: helped, as: people.worker });
    await world.ask(wishes.contact, { id: helped, as });
    await world.verb('fulfil', helped, people.helper, {
      note: '孙行者办好了，电话 13812341234',
      photos: [await picture(people.helper, 'theirs')],
    });
    await world.verb('confirm', helped, as, { rating: 5, thanks: '谢谢，我是13955556666' });

    const other = await published(people.wisher, {
      title: '想要一张床 13700001111',
      story: '我家在二幢，电话 13700001111',
      contact: { name: '欧阳春梅', phone: '13700001111' },
    });
    await world.verb('claim', other, as);
    await world.ask(wishes.contact, { id: other, as });
    await world.verb('fulfil', other, as, { note: '送到了 13955556666', photos: [await picture(as, 'proof')] });
    const forBranch = await published(people.wisher);
    await world.verb('claim', forBranch, people.branch, { as: 'branch' });
    await world.verb('fulfil', forBranch, people.branch, { note: '郑书记办好了' });
    await world.verb('report', other, as, { part: 'title', reason: 'other', words: '看不懂' });
    await world.ask(me.consents, { as, body: { wishAuthor: true } });
    world.advance(1000);
    await world.ask(me.consents, { as, body: { wishAuthor: false, ranking: 'full' } });

    const { files, text, json } = await archiveOf(as);
    const [ownWishes, ownClaims, notices] = [json('wishes.json'), json('claims.json'), json('notices.json')].map((one) =>
      list.parse(one),
    );
    expect([ownWishes?.length, ownClaims?.length, notices?.length]).toEqual(
      await Promise.all([me.wishes, me.claims, me.notices].map((endpoint) => count(endpoint, as))),
    );
    expect(ownClaims).toHaveLength(2);
    expect(json('me.json')).toMatchObject({
      id: await world.memberId(as),
      name: '百里打包',
      accounts: [{ iss: as.iss, sub: 'exporter' }],
      organisations: [{ slug: 'branch', until: null }],
    });
    expect(ownWishes?.find(({ id }) => id === helped)).toMatchObject({
      story: '请打 13955556666',
      published: { story: '请打电话' },
      contact,
      confirmation: { rating: 5, thanks: '谢谢，我是13955556666' },
      claims: [{ name: '一位热心邻居', note: '孙行者办好了，电话 138****1234' }],
      pictures: [`pictures/${photo}.webp`],
    });
    expect(ownClaims?.find((claim) => claim['inPerson'])).toMatchObject({
      note: '送到了 13955556666',
      wish: { id: other, title: '想要一张床 137****1111', wisher: '一位邻居' },
    });
    expect(ownClaims?.find((claim) => !claim['inPerson'])).toMatchObject({ note: null, organisation: '东社区党支部' });
    expect(looks.parse(json('looks.json')).map(({ what, wish, by }) => ({ what, wish, by }))).toEqual([
      { what: 'contact', wish: helped, by: '孙**' },
      { what: 'contact', wish: helped, by: '周**' },
    ]);
    expect(consents.parse(json('consents.json'))).toMatchObject({
      now: { wishAuthor: false, ranking: 'full' },
      changes: [
        { surface: 'wishAuthor', value: 'true' },
        { surface: 'wishAuthor', value: 'false' },
        { surface: 'ranking', value: 'full' },
      ],
    });
    expect(json('reports.json')).toMatchObject([{ wish: other, part: 'title', reason: 'other', words: '看不懂' }]);

    const pictures = Object.keys(files).filter((name) => name.startsWith('pictures/'));
    expect(pictures.map(text).sort()).toEqual(['P mine', 'P proof']);
    expect(text('wishes.csv').trim().split('\r\n')).toHaveLength(1 + 4);
    // Read as text it has lost its byte order mark.
    expect([...(files['claims.csv'] ?? []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text('claims.csv')).toMatch(/^编号,/);
    expect((await archiveOf(as, 'en')).text('claims.csv')).toMatch(/^id,/);

    // Of other people nothing that the caller could not read anyway, and no number.
    const all = Object.keys(files).map(text).join('\n');
    expect(all).not.toMatch(/孙行者办好了，电话 138123|13700001111|欧阳春梅|周社工|钱多多|郑书记|我家在二幢|theirs/);
  });

  it('opens a phone number that a worker wrote down, and tells who looked', async () => {
    const as = world.person('got-a-phone', { name: '东郭有号' });
    const into = await world.memberId(as);
    const from = await world.register(people.worker, { name: '东郭有号', phone: '13933334444' });
    await world.ask(contract.members.merge, { as: people.worker, id: from, body: { into } });
    await world.ask(contract.members.get, { as: people.worker, id: into });
    const { json } = await archiveOf(as);
    expect(json('me.json')).toMatchObject({ phone: '13933334444' });
    expect(looks.parse(json('looks.json'))).toMatchObject([{ what: 'member', by: '周**' }]);
  });

  it('tells who looked at the papers of a vote with one’s name', async () => {
    const rounds = roundsIn(world, people.worker);
    const options = await rounds.projects([100, 200]);
    const { id } = await rounds.open(options);
    const as = world.person('on-paper', { name: '南宫纸票' });
    const body = { member: await world.memberId(as), choices: options.slice(0, 1) };
    await world.ask(contract.rounds.enterPaper, { as: people.worker, id, body });
    await world.ask(contract.rounds.paperBallots, { as: people.worker, id });
    const { json } = await archiveOf(as);
    expect(json('looks.json')).toMatchObject([{ what: 'paper', round: id, by: '周**' }]);
  });

  it('gives a spreadsheet nothing to carry out', async () => {
    const as = world.person('formula', { name: '公式先生' });
    await world.post(as, { title: '=HYPERLINK("http://evil.example")', story: '+1', contact: { address: '@SUM(A1)' } });
    const { text, json } = await archiveOf(as);
    expect(text('wishes.csv')).toContain(`"'=HYPERLINK(""http://evil.example"")",'+1,`);
    expect(text('wishes.csv')).toContain(",'@SUM(A1),");
    expect(list.parse(json('wishes.json'))[0]).toMatchObject({ title: '=HYPERLINK("http://evil.example")' });
  });

  it('is whole, however much there is', async () => {
    const as = world.person('many', { name: '万俟很多' });
    for (let n = 0; n < 105; n++) await world.post(as, { title: `想要第${n}样东西` });
    const { json } = await archiveOf(as);
    expect(new Set(list.parse(json('wishes.json')).map(({ id }) => id)).size).toBe(105);
    expect(world.failures).toEqual([]);
  });

  it('fetches one picture at a time, and leaves out what is taken away meanwhile', async () => {
    const as = world.person('pictures', { name: '司徒照片' });
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push(await picture(as, String(n)));
    const { blobs } = world.ports;
    let under = 0;
    let most = 0;
    world.ports.blobs = {
      ...blobs,
      async get(db, id) {
        under += 1;
        most = Math.max(most, under);
        try {
          return id === ids[2] ? undefined : await blobs.get(db, id);
        } finally {
          under -= 1;
        }
      },
    };
    const { files } = await archiveOf(as);
    world.ports.blobs = blobs;
    expect(most).toBe(1);
    expect(Object.keys(files).filter((name) => name.startsWith('pictures/'))).toHaveLength(3);
  });
});
