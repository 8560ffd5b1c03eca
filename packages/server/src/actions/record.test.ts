import { type Action, contract } from '@five-micro/contract';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';

const { actions: table, me, members } = contract;

describe.each(oneDatabase)('the record of hours on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  /** They come to an action for some minutes, and the organiser says so. */
  const came = async (as: Person, minutes: number, more: Record<string, unknown> = {}): Promise<Action> => {
    const action = await actions.open(more);
    expect((await actions.signUp(action.id, as)).status).toBe(200);
    world.advance(hours(5));
    const items = [{ member: await world.memberId(as), state: 'attended', minutes }];
    expect((await world.ask(table.attendance, { as: people.worker, id: action.id, body: { items } })).status).toBe(200);
    expect((await world.ask(table.finish, { as: people.worker, id: action.id })).status).toBe(200);
    return action;
  };
  const mine = async (as: Person, query: Record<string, string> = {}, language = 'zh-CN') =>
    (await world.ask(me.hours, { as, query, language })).value;

  it('adds up all of them, and lists them page by page, the newest first', async () => {
    const as = world.person('steady', { name: '常来的' });
    expect(await mine(as)).toMatchObject({ minutes: 0, actions: 0, items: [], nextCursor: null });
    const all: Action[] = [];
    for (const minutes of [30, 45, 60]) all.unshift(await came(as, minutes));
    const first = await mine(as, { limit: '2' });
    expect(first).toMatchObject({ minutes: 135, actions: 3 });
    const rest = await mine(as, { limit: '2', cursor: first.nextCursor ?? '' });
    expect(rest).toMatchObject({ minutes: 135, actions: 3, nextCursor: null });
    const items = [...first.items, ...rest.items];
    expect(items.map(({ action, minutes }) => [action, minutes])).toEqual(all.map(({ id }, n) => [id, [60, 45, 30][n]]));
    expect(items[0]).toMatchObject({
      title: '一起扫落叶',
      category: 'green',
      areaName: 'east',
      host: 'east',
      place: '公园东门',
      at: all[0]?.startsAt,
    });
    expect((await mine(people.wisher)).items).toEqual([]);
    expect((await world.ask(me.hours, { as, query: { cursor: 'nonsense' } })).code).toBe('request.invalid');
  });

  it('is a page to print with every word as it was written, and nothing that could run', async () => {
    const name = '<b>常</b>"来"&';
    const as = world.person('careful', { name });
    const title = `<script>alert(1)</script><img src=x onerror='go("2")'>&amp;`;
    await came(as, 90, { title, forWhom: '</td></table><style>*{display:none}</style>', category: 'care' });
    const { links } = await mine(as);
    const response = await world.send(links.page, {});
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).not.toMatch(/<script|<img|<b>|onerror='|<\/td><\/table>/);
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&lt;b&gt;常&lt;/b&gt;&quot;来&quot;&amp;');
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('志愿服务平台记录');
    expect(page).toContain('共 1 次，合计 1 小时 30 分');
    expect(page.match(/本平台没有记录/g)).toHaveLength(5);
    expect(page).not.toContain('证明');
    // In the language in which it was asked for, whatever the browser would rather have.
    const english = await (await world.send((await mine(as, {}, 'en')).links.page, { language: 'zh-CN' })).text();
    expect(english).toContain('Platform record of voluntary service');
    expect(english).toContain('1 in all, 1 h 30 min');
  });

  it('is a table that a spreadsheet carries nothing out of', async () => {
    const as = world.person('counting', { name: '爱算账的' });
    await came(as, 61, { title: '=HYPERLINK("http://evil.example")', place: '东门, 西门' });
    const { links } = await mine(as);
    const response = await world.send(links.csv, {});
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="five-micro-record-[\d-]+\.csv"$/);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    const [head, line] = text.split('\r\n');
    expect(head).toBe('\ufeff日期,时间,活动名称,服务内容,服务对象,地点,社区,组织单位,服务时间（分钟）');
    expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")",green,,"东门, 西门",east,east,61`);
  });

  it('opens under its own link alone, for twenty minutes at most, and not after a revocation', async () => {
    const as = world.person('private', { name: '不外传的' });
    const { links } = await mine(as);
    const status = async (link: string) => (await world.send(link, {})).status;
    expect([await status(links.page), await status(links.csv)]).toEqual([200, 200]);
    const other = await world.memberId(people.neighbour);
    expect(await status(links.page.replace(await world.memberId(as), other))).toBe(404);
    expect(await status(links.page.split('?')[0] ?? '')).toBe(404);
    expect(await status(links.page.replace(/e=\d+/, 'e=9999999999'))).toBe(404);
    expect(await status(`${links.page.split('/records/')[0]}/records/nobody.csv`)).toBe(404);
    const memberId = await world.memberId(as);
    expect((await world.ask(members.revoke, { as: people.worker, id: memberId })).status).toBe(200);
    expect(await status(links.page)).toBe(404);
    world.advance(120_000);
    const later = await mine(as);
    expect(await status(later.links.page)).toBe(200);
    world.advance(20 * 60 * 1000);
    const late = await world.send(later.links.page, {});
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining('这个链接过期了')]);
    const fresh = await mine(as);
    await world.ask(me.erase, { as });
    expect(await status(fresh.links.page)).toBe(404);
    expect(world.failures).toEqual([]);
  });
});
