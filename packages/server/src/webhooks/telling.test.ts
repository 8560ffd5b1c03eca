import { createHmac } from 'node:crypto';
import { contract } from '@five-micro/contract';
import { noticeSentence } from '@five-micro/contract/notices';
import { noticesZhCN } from '@five-micro/contract/notices/zh-CN';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { portalIn } from '../testing/webhooks.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';
import { deliver } from './delivering.ts';
import { renewSecret, webhooksListed } from './registry-statements.ts';
import { addressee, drop, takeDue } from './statements.ts';

const { me, members } = contract;

describe.each(databases)('a portal on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let portal: ReturnType<typeof portalIn>;
  let hook: Awaited<ReturnType<typeof portal.register>>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    await world.db
      .updateTable('area')
      .set({ settings: JSON.stringify({ links: { wish: '/w?id={id}' } }) })
      .where('slug', '=', 'south')
      .execute();
  }, 120_000);
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.db.deleteFrom('webhook').execute();
    portal = portalIn(world);
    hook = await portal.register('here');
  });

  const noticesOf = async (as: Person) => (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items;
  const published = async (as: Person, body = {}) => {
    const { id } = await world.post(as, body);
    await world.verb('publish', id, people.worker);
    return id;
  };
  const waiting = async () =>
    (await webhooksListed(world.db, new Date(world.now().getTime() - days(30)))).find(({ id }) => id === hook.id);

  it('is told exactly what the notices of its own members say, of those in the area it asked for', async () => {
    const [away, west] = [await portal.register('away', { iss: 'https://portal.away.example' }), await portal.register('west')];
    const before = new Set((await noticesOf(people.wisher)).map(({ id }) => id));
    const id = await published(people.wisher);
    await world.verb('claim', id, people.helper);
    await world.verb('fulfil', id, people.helper, { note: '送到了' });
    await world.verb('confirm', id, people.wisher, { rating: 5, thanks: '谢谢' });
    const distant = world.person('distant', { name: '陈远山', area: 'far', district: 'away' });
    await world.verb('publish', (await world.post(distant, {}, 'far')).id, people.stranger);
    // Whom a worker wrote down has no account anywhere.
    const registered = await world.register(people.worker, { name: '丁阿婆' });
    const { id: hers } = await world.post(people.worker, { onBehalfOf: { memberId: registered } });
    await world.verb('publish', hers, people.worker);

    const sent = await portal.next();
    const told = (url: string, sub?: string) =>
      sent
        .filter((one) => one.url === url && (sub === undefined || one.message.data.sub === sub))
        .map(({ message }) => `${message.data.notice} ${message.type}`)
        .sort();
    const newTo = async (as: Person) =>
      (await noticesOf(as)).flatMap((one) => (before.has(one.id) ? [] : [`${one.id} ${one.type}`])).sort();
    expect(told(hook.url, 'wisher')).toEqual(await newTo(people.wisher));
    expect(told(hook.url, 'wisher')).toHaveLength(3);
    expect(told(hook.url, 'helper')).toEqual(await newTo(people.helper));
    // At home in the west: the same one, at both addresses.
    expect(told(west.url)).toEqual(told(hook.url, 'helper'));
    expect(told(away.url)).toEqual(await newTo(distant));
    expect(told(away.url)).toHaveLength(1);
    expect(told(hook.url).length).toBe(
      told(hook.url, 'wisher').length + told(hook.url, 'helper').length + told(hook.url, 'worker').length,
    );
    expect(await portal.next()).toEqual([]);
  });

  it('is sent the sentence of the card in every language, a link, and nothing that the member may not see', async () => {
    const id = await published(people.wisher, { title: '灯坏了打13812348000', contact: { phone: '13977776666' } });
    await portal.next();
    await world.verb('claim', id, people.helper);
    const [notice] = await noticesOf(people.wisher);
    if (!notice) throw new Error('Nobody was told.');
    const [one, ...more] = await portal.next();
    expect(more).toEqual([]);
    expect(JSON.parse(one?.body ?? '')).toEqual({
      type: 'wish.claimed',
      timestamp: world.now().toISOString(),
      data: {
        notice: notice.id,
        sub: 'wisher',
        words: {
          'zh-CN': '一位热心邻居来帮“灯坏了打138****8000”了',
          en: 'A kind neighbour is coming to help with "灯坏了打138****8000"',
        },
        link: `https://portal.here.example/w?id=${id}`,
      },
    });
    const own = noticeSentence({ ...notice, wish: notice.wish && { ...notice.wish, title: '灯坏了打138****8000' } }, noticesZhCN);
    expect(one?.message.data.words['zh-CN']).toBe(own);
    for (const hidden of ['13812348000', '13977776666', '孙行者', '欧阳']) expect(one?.body).not.toContain(hidden);
    await world.ask(me.consents, { as: people.helper, body: { helper: true } });
    await world.verb('release', id, people.helper);
    expect((await portal.next())[0]?.message.data.words['zh-CN']).toContain('孙**来不了了');
    await world.ask(me.consents, { as: people.helper, body: { helper: false } });
  });

  it('is sent no part of a number either, where a title is cut short in the middle of one', async () => {
    for (let before = 8; before <= 14; before++) {
      await published(people.wisher, { title: `${'想要一台收音机请打给我晚上都行'.slice(0, before)}13812348000` });
      const [one, ...more] = await portal.next();
      expect(more).toEqual([]);
      expect(one?.message.data.words['zh-CN']).not.toMatch(/\d{4,}/);
    }
  });

  it('can verify each, and knows one that comes again by its id', async () => {
    await published(people.wisher);
    portal.says(() => 'HTTP 500');
    const [first] = await portal.next();
    world.advance(10_000);
    portal.says(() => undefined);
    const [second] = await portal.next();
    for (const one of [first, second]) {
      const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = one?.headers ?? {};
      const key = Buffer.from(hook.secret.slice('whsec_'.length), 'base64');
      expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${one?.body}`).digest('base64')}`);
    }
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(first?.headers['webhook-id']).toMatch(/^notice_\d+_[0-9a-f]{32}$/);
    expect(Number(second?.headers['webhook-timestamp']) - Number(first?.headers['webhook-timestamp'])).toBe(10);
  });

  it('is signed to with both secrets while one takes the other’s place', async () => {
    const fresh = `whsec_${btoa('a new secret that has 32 bytes!!')}`;
    await renewSecret(world.db, hook.id, await world.ports.secrets.seal(fresh), new Date(world.now().getTime() + hours(1)));
    const signatures = async () => {
      await published(people.wisher);
      const [one] = await portal.next();
      const of = (secret: string) =>
        `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
          .update(`${one?.headers['webhook-id']}.${one?.headers['webhook-timestamp']}.${one?.body}`)
          .digest('base64')}`;
      const given = one?.headers['webhook-signature']?.split(' ') ?? [];
      return [given.includes(of(fresh)), given.includes(of(hook.secret))];
    };
    expect(await signatures()).toEqual([true, true]);
    world.advance(hours(2));
    expect(await signatures()).toEqual([true, false]);
  });

  it('that does not answer is asked again, later and later, each member’s in order, until it is given up', async () => {
    const id = await published(people.wisher);
    await world.verb('claim', id, people.helper);
    await published(people.neighbour);
    portal.says(({ message }) => (message.data.sub === 'wisher' ? 'timeout' : undefined));
    const types = async () => (await portal.next()).map(({ message }) => `${message.data.sub} ${message.type}`).sort();
    expect(await types()).toEqual(['neighbour wish.published', 'wisher wish.published']);
    world.advance(1000);
    expect(await types()).toEqual([]);
    world.advance(5000);
    expect(await types()).toEqual(['wisher wish.published']);
    expect(await waiting()).toMatchObject({ waiting: 2, dead: 0, outcome: 'timeout', told: '1' });

    portal.says(() => undefined);
    world.advance(30_000);
    expect((await portal.next()).map(({ message }) => message.type)).toEqual(['wish.published', 'wish.claimed']);

    portal.says(() => 'HTTP 503');
    await published(people.wisher);
    let tries = 0;
    for (let hour = 0; hour < 80; hour++) {
      tries += (await portal.next()).length;
      world.advance(hours(1));
    }
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(40);
    expect(await waiting()).toMatchObject({ waiting: 0, dead: 1, outcome: 'HTTP 503' });
    expect(world.failures.pop()).toContain('could not be told');
    portal.says(() => undefined);
    expect(await portal.next()).toEqual([]);
  });

  it('hears again of what somebody was killed with, when their time is over', async () => {
    await published(people.wisher);
    let reached: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      reached = resolve;
    });
    // Killed in the middle: the call is under way, and nobody will say what came of it.
    portal.says(() => {
      reached?.();
      return new Promise(() => undefined);
    });
    void deliver(portal.ports, new AbortController().signal);
    await held;
    portal.says(() => undefined);
    expect(await portal.next()).toEqual([]);
    world.advance(61_000);
    const [again] = await portal.next();
    expect(again?.headers['webhook-id']).toBe(portal.sent[0]?.headers['webhook-id']);
  });

  it('is told once by several processes that take turns', async () => {
    for (let n = 0; n < 12; n++) await published(n % 2 ? people.wisher : people.neighbour);
    // The second takes its turn while the calls of the first are under way.
    portal.says(async () => {
      await deliver(portal.ports, new AbortController().signal);
      return undefined;
    });
    await Promise.all([portal.deliverAll(), portal.deliverAll(), portal.deliverAll()]);
    const ids = portal.sent.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
    for (const sub of ['wisher', 'neighbour']) {
      const order = portal.sent
        .filter(({ message }) => message.data.sub === sub)
        .map(({ message }) => Number(message.data.notice));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('hears nothing of whoever is erased, nor of what the member has seen meanwhile', async () => {
    const [gone, here] = [world.person('gone', { name: '丁一' }), world.person('looked', { name: '丁二' })];
    for (const one of [gone, here]) await published(one);
    const [notice] = await noticesOf(here);
    await world.ask(me.noticesSeen, { as: here, body: { upTo: notice?.id } });
    expect((await waiting())?.waiting).toBe(2);
    expect((await world.ask(me.erase, { as: gone })).status).toBe(200);
    expect((await waiting())?.waiting).toBe(1);
    expect(await portal.next()).toEqual([]);
    expect((await waiting())?.waiting).toBe(0);
  });

  it('is told of two accounts that became one as of one person', async () => {
    const [old, now] = [world.person('old', { name: '丁三' }), world.person('now', { name: '丁三' })];
    const [from, into] = [await world.memberId(old), await world.memberId(now)];
    await published(old);
    await world.ask(members.merge, { as: people.worker, id: from, body: { into } });
    const told = (await portal.next()).map(({ message }) => [message.data.sub, message.type]);
    expect(told).toEqual([
      ['now', 'wish.published'],
      ['now', 'member.merged'],
    ]);
    expect((await noticesOf(now)).map(({ type }) => type).sort()).toEqual(['member.merged', 'wish.published']);
  });

  it('is told of whoever is merged while they are being told of, by the account that stays', async () => {
    const [old, now] = [world.person('old-held', { name: '丁四' }), world.person('now-held', { name: '丁四' })];
    const [from, into] = [await world.memberId(old), await world.memberId(now)];
    await published(old);
    const [held] = await takeDue(world.db, hook.id, world.now(), 60_000, 1);
    await world.ask(members.merge, { as: people.worker, id: from, body: { into } });
    // Whoever holds it finds nobody under the old name.
    if (held && (await addressee(world.db, held)) === undefined) await drop(world.db, held);
    world.advance(61_000);
    const told = (await portal.next()).map(({ message }) => `${message.data.sub} ${message.type}`);
    expect(told).toEqual(['now-held wish.published', 'now-held member.merged']);
  });

  it('that is registered no more hears nothing, and is told what was kept when it comes back', async () => {
    await published(people.wisher);
    const { issuers } = portal.ports;
    portal.ports.issuers = { ...issuers, get: () => undefined };
    expect(await portal.next()).toEqual([]);
    portal.ports.issuers = issuers;
    world.advance(days(1));
    expect(await portal.next()).toHaveLength(1);
    expect(world.failures).toEqual([]);
  });
});
