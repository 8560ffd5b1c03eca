import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, person, type Portal, startPortal } from './portal.ts';
import { signIn } from './steps.ts';

/**
 * Two whole ways, against the really started server. A project: proposed, listed, voted on, counted, counted again by
 * anybody, built, put right, done and rated. A star: nominated, asked, voted for, awarded, told of, taken down.
 */
const cli = fileURLToPath(new URL('../packages/server/src/node/cli.ts', import.meta.url));
const minute = 60_000;
const who = ['wu', 'li', 'zhou', 'zhang', 'sun'] as const;
type Who = (typeof who)[number];
const subs: Record<Who, [string, ...string[]]> = {
  wu: ['wu-min', 'resident@huangshanlu', 'worker@yikang'],
  li: ['li-guifang', 'resident'],
  zhou: ['zhou-lihua', 'resident'],
  zhang: ['zhang-xiaoman', 'resident'],
  sun: ['sun-fulin', 'resident'],
};

let portal: Portal;
let browser: Browser;
let folder: string;
const tokens = new Map<Who, string>();
beforeAll(async () => {
  [portal, browser, folder] = await Promise.all([startPortal(), openBrowser(), mkdtemp(join(tmpdir(), 'five-micro-rounds-'))]);
  for (const one of who) {
    const [sub, ...roles] = subs[one];
    const given = roles.flatMap((role) => ['--role', role]);
    tokens.set(one, await portal.token('--sub', sub, '--area', one === 'wu' ? 'huangshanlu' : 'yikang', ...given));
  }
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Asks as somebody, or as a visitor; what comes back has the status that was expected. */
async function ask(as: Who | null, method: string, path: string, expected: number, body?: unknown) {
  const token = as === null ? undefined : tokens.get(as);
  const { status, json } = await portal.api(method, path, { ...(token !== undefined && { token }), body });
  expect({ status, code: json['code'] }, `${method} ${path}`).toEqual({ status: expected, code: json['code'] });
  return json;
}
const idOf = (json: Record<string, unknown>): string => String(json['id']);
/** The day in Shanghai, some days from now. */
const day = (days: number): string => new Date(Date.now() + (8 + days * 24) * 60 * minute).toISOString().slice(0, 10);
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * minute).toISOString();

/** `five-micro verify`, as anybody runs it who has the record. */
async function verify(...args: string[]): Promise<{ code: number; said: string }> {
  const nodeArgs = ['--conditions=five-micro-src', '--disable-warning=ExperimentalWarning', cli, 'verify', ...args];
  try {
    return { code: 0, said: (await promisify(execFile)(process.execPath, nodeArgs)).stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, said: stdout };
  }
}

describe('a ballot', () => {
  const slope = '楼门口修一条慢坡道';
  const benches = '香樟树下添八张长椅';
  const title = '明年的 30 万元，先办哪几件';

  it('is cast on a phone, changed until the close, and keeps its receipt', async () => {
    const li = await person(browser, portal, '/projects.html', 390);
    const { page } = li;
    await signIn(page, '李桂芳');
    const vote = page.locator('fm-project-vote');
    const pick = (project: string) => vote.getByRole('button', { name: new RegExp(`选这件.*${project}|${project}.*选这件`) });
    await pick(slope).click();
    await vote.getByRole('button', { name: '投出这张票' }).click();
    await vote.getByText('你的票收到了').waitFor();
    const code = () => vote.getByText(/^回执号 [0-9A-Z]{4}( [0-9A-Z]{4}){3}$/).innerText();
    const first = await code();

    await vote.getByRole('button', { name: '改我的票' }).click();
    await pick(benches).click();
    await vote.getByRole('button', { name: '改成这样投' }).click();
    await vote.getByText(/选了 2 件/).waitFor();
    expect(await code()).toBe(first);
    const { items } = await ask(null, 'GET', '/areas/yikang/rounds', 200);
    const round = (Array.isArray(items) ? items : []).find((one: { title: string }) => one.title === title) as { id: string };
    const { choices, revision } = await ask('li', 'GET', `/rounds/${round.id}/ballot`, 200);
    expect({ choices, revision }).toMatchObject({ choices: [expect.any(String), expect.any(String)], revision: 2 });
    expect(li.complaints).toEqual([]);
    await li.context.close();
  });
});

describe('a project', () => {
  let bell: string;
  let shelf: string;
  let round: string;
  let slip: { receipt: string; signature: string };
  let correction: string;

  it('is proposed by a resident, and there for everybody once a worker has listed it', async () => {
    const proposal = { story: '按一下，一楼就有人来。', place: '12 幢门口', cost: 450_000 };
    bell = idOf(await ask('li', 'POST', '/areas/yikang/projects', 201, { ...proposal, title: '门口装一个呼叫铃' }));
    shelf = idOf(await ask('zhou', 'POST', '/areas/yikang/projects', 201, { ...proposal, title: '门口放一个雨伞架' }));
    await ask(null, 'GET', `/projects/${bell}`, 404);
    await ask('li', 'POST', `/projects/${bell}/list`, 403, {});
    for (const one of [bell, shelf]) await ask('wu', 'POST', `/projects/${one}/list`, 200, {});
    expect(await ask(null, 'GET', `/projects/${bell}`, 200)).toMatchObject({ status: 'listed' });
  });

  it('is offered in a round, which a worker opens', async () => {
    round = idOf(
      await ask('wu', 'POST', '/areas/yikang/rounds', 201, {
        title: '门口先添哪一样',
        of: 'projects',
        options: [bell, shelf],
        opensAt: inMinutes(-1),
        closesAt: inMinutes(30),
        ballot: { type: 'approval', min: 1, max: 1 },
        rule: 'most-votes',
        winners: 1,
      }),
    );
    await ask(null, 'GET', `/rounds/${round}`, 404);
    expect(await ask('wu', 'POST', `/rounds/${round}/open`, 200)).toMatchObject({ status: 'open' });
    expect(await ask(null, 'GET', `/projects/${bell}`, 200)).toMatchObject({ status: 'voting' });
  });

  it('is voted for, and a vote is changed, under one receipt', async () => {
    const cast = (as: Who, choices: string[], revision: number) =>
      ask(as, 'PUT', `/rounds/${round}/ballot`, 200, { choices, revision });
    await cast('li', [shelf], 1);
    const changed = await cast('li', [bell], 2);
    slip = { receipt: String(changed['receipt']), signature: String(changed['signature']) };
    await ask('li', 'PUT', `/rounds/${round}/ballot`, 409, { choices: [shelf], revision: 1 });
    expect(await ask('li', 'GET', `/rounds/${round}/ballot`, 200)).toEqual({ choices: [bell], revision: 2 });
    await cast('zhou', [shelf], 1);
    await cast('zhang', [bell], 1);
    await ask(null, 'PUT', `/rounds/${round}/ballot`, 401, { choices: [bell] });
    await ask('wu', 'PUT', `/rounds/${round}/ballot`, 403, { choices: [bell] });
    expect(await ask(null, 'GET', `/rounds/${round}/results`, 200)).toMatchObject({
      turnout: { ballots: 3 },
      votes: null,
      outcome: null,
    });
  });

  it('is decided when the time is over: results for all, and nobody’s ballot is theirs any more', async () => {
    await portal.advance(31 * minute);
    expect(await ask(null, 'GET', `/rounds/${round}/results`, 200)).toMatchObject({
      status: 'closed',
      turnout: { ballots: 3 },
      outcome: { winners: [bell] },
    });
    await ask('sun', 'PUT', `/rounds/${round}/ballot`, 409, { choices: [bell] });
    await ask('li', 'GET', `/rounds/${round}/ballot`, 410);
    expect(await ask(null, 'GET', `/rounds/${round}/receipts/${slip.receipt}`, 200)).toMatchObject({
      state: 'counted',
      ballots: 3,
    });
    expect(await ask(null, 'GET', `/projects/${bell}`, 200)).toMatchObject({ status: 'selected', round: { votes: 2 } });
    expect(await ask(null, 'GET', `/projects/${shelf}`, 200)).toMatchObject({ status: 'not-selected' });
  });

  it('is counted again by anybody: from the server, from a file, and never from one that was changed', async () => {
    const address = `${portal.url}/api/v1/rounds/${round}/record.json`;
    const own = ['--receipt', slip.receipt, '--signature', slip.signature];
    const online = await verify(address, ...own);
    expect(online.said).not.toContain('FAILS');
    expect(online).toMatchObject({ code: 0, said: expect.stringContaining('门口装一个呼叫铃') });
    const file = join(folder, 'record.json');
    await writeFile(file, await (await fetch(address)).text());
    expect(await verify(file, ...own)).toMatchObject({ code: 0 });
    const forged = (await readFile(file, 'utf8')).replace(`["${shelf}"]`, `["${bell}"]`);
    await writeFile(file, forged);
    expect(await verify(file)).toMatchObject({ code: 1, said: expect.stringContaining('FAILS') });
  });

  it('is counted again in a browser, with all checks held', async () => {
    const anybody = await person(browser, portal, `/recount/?round=${round}`);
    const { page } = anybody;
    await page.locator('[data-result]').waitFor();
    const { title } = JSON.parse(await (await page.request.get(`${portal.url}/api/v1/rounds/${round}/record.json`)).text());
    expect(await page.locator('[data-round]').innerText()).toBe(title);
    expect(await page.locator('[data-checks] li').count()).toBeGreaterThan(4);
    expect(await page.locator('[data-checks] li.bad').count()).toBe(0);
    expect(await page.locator('[data-options] li.won').innerText()).toContain('门口装一个呼叫铃');
    expect(anybody.complaints).toEqual([]);
    await anybody.context.close();
  });

  it('tells how it goes on, and is not done while something has to be put right', async () => {
    const start = { owner: '社区物业', budget: 430_000 };
    expect(await ask('wu', 'POST', `/projects/${bell}/start`, 200, start)).toMatchObject({ status: 'under-way' });
    const reached = { title: '线布好了', on: day(0), percent: 60, reached: true };
    expect(await ask('wu', 'POST', `/projects/${bell}/milestones`, 200, reached)).toMatchObject({ percent: 60 });
    await ask('sun', 'POST', `/projects/${bell}/comments`, 200, { words: '按钮太高，轮椅够不着。' });
    const { items } = await ask('wu', 'GET', `/projects/${bell}/comments`, 200);
    correction = (Array.isArray(items) ? items : []).map((one: { id: string }) => one.id)[0] ?? '';
    const raise = { comment: correction, owner: '安装师傅', dueOn: day(5) };
    await ask('wu', 'POST', `/projects/${bell}/corrections`, 200, raise);
    await ask('wu', 'POST', `/projects/${bell}/done`, 409, { note: '装好了' });
  });

  it('is done when whoever asked for it has accepted the answer, and rated then', async () => {
    await ask('wu', 'POST', `/projects/${bell}/answer`, 200, { comment: correction, words: '移到一米高了。' });
    await ask('wu', 'POST', `/projects/${bell}/done`, 409, { note: '装好了' });
    await ask('sun', 'POST', `/projects/${bell}/accept`, 200, { comment: correction, accepted: true });
    expect(await ask('wu', 'POST', `/projects/${bell}/done`, 200, { note: '按得响，也够得着。' })).toMatchObject({
      status: 'done',
    });
    expect(await ask('li', 'POST', `/projects/${bell}/rate`, 200, { rating: 5 })).toMatchObject({ ratings: 1, myRating: 5 });
  });
});

describe('a star', () => {
  const nominations = new Map<Who, string>();
  let star: string;
  const sentence = '谁家的门坏了，他拎着锤子就来。';

  it('is nominated, and nobody hears of it before they have agreed themselves', async () => {
    const [by, ...nominees] = ['li', 'sun', 'zhou'] as const;
    for (const nominee of nominees) {
      const nomination = { who: '热心的邻居', title: 'service', sentence };
      const made = idOf(await ask(by, 'POST', '/areas/yikang/nominations', 201, nomination));
      nominations.set(nominee, made);
      await ask(nominee, 'GET', `/nominations/${made}`, 404);
      const member = idOf(await ask(nominee, 'GET', '/me', 200));
      await ask('wu', 'POST', `/nominations/${made}/ask`, 200, { member });
      await ask(by, 'POST', `/nominations/${made}/consent`, 403, { name: 'full' });
      expect(await ask(nominee, 'POST', `/nominations/${made}/consent`, 200, { name: 'masked' })).toMatchObject({
        status: 'consented',
      });
    }
  });

  it('is voted for in a contest, whose early close says why', async () => {
    const options = [...nominations.values()];
    const round = idOf(
      await ask('wu', 'POST', '/areas/yikang/rounds', 201, {
        title: '热心的邻居，选一位',
        of: 'stars',
        options,
        opensAt: inMinutes(-1),
        closesAt: inMinutes(24 * 60),
        ballot: { type: 'approval', min: 1, max: 1 },
        rule: 'most-votes',
        winners: 1,
      }),
    );
    await ask('wu', 'POST', `/rounds/${round}/open`, 200);
    const shown = await ask('zhang', 'GET', `/rounds/${round}`, 200);
    expect(JSON.stringify(shown['options'])).toContain('孙**');
    expect(JSON.stringify(shown['options'])).not.toContain('孙福林');
    await ask('zhang', 'PUT', `/rounds/${round}/ballot`, 200, { choices: [nominations.get('sun')], revision: 1 });
    await ask('wu', 'POST', `/rounds/${round}/close`, 422, {});
    const reason = '两位都同意早一天公布。';
    expect(await ask('wu', 'POST', `/rounds/${round}/close`, 200, { reason })).toMatchObject({ status: 'closed', reason });
  });

  it('is awarded to the winner alone, and hangs with a story', async () => {
    await ask('wu', 'POST', '/areas/yikang/stars', 409, { nomination: nominations.get('zhou') });
    star = idOf(await ask('wu', 'POST', '/areas/yikang/stars', 201, { nomination: nominations.get('sun') }));
    const story = '三年里修好了四十扇门。';
    const { waiting } = (await ask('wu', 'PUT', `/stars/${star}`, 200, { story })) as { waiting?: { key: string } };
    // Nobody reads about themself on the wall what they have not read before.
    expect(JSON.stringify(await ask(null, 'GET', `/stars/${star}`, 200))).not.toContain(story);
    await ask('sun', 'PUT', `/stars/${star}`, 200, { nod: { key: waiting?.key, show: true } });
    expect(await ask(null, 'GET', `/stars/${star}`, 200)).toMatchObject({ name: '孙**', sentence, story });
    const { items } = await ask(null, 'GET', '/areas/yikang/stars', 200);
    expect(JSON.stringify(items)).toContain(star);
  });

  it('is taken down by its owner, without a reason', async () => {
    await ask('zhou', 'POST', `/stars/${star}/take-down`, 403, {});
    await ask('sun', 'POST', `/stars/${star}/take-down`, 200, {});
    await ask(null, 'GET', `/stars/${star}`, 404);
    const { items } = await ask(null, 'GET', '/areas/yikang/stars', 200);
    expect(JSON.stringify(items)).not.toContain(star);
  });
});
