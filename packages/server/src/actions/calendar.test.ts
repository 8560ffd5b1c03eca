import { type Action, contract } from '@five-micro/contract';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { actions: table } = contract;
const eventsIn = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe.each(oneDatabase)('calendars on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const path = ({ id }: Pick<Action, 'id'>) => `/actions/${id}/calendar.ics`;
  const read = async (where: string, as?: typeof people.worker) => {
    const response = await world.send(where, { as });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    return response.text();
  };
  const one = async (action: Pick<Action, 'id'>) => {
    const [event] = eventsIn(await read(path(action)));
    if (!event) throw new Error('No event.');
    return event;
  };

  it('say every word as it was written, in lines that programs can read', async () => {
    const words = {
      title: '一起扫落叶，带上孩子; 还有 C:\\n, 👨‍👩‍👧',
      story: '第一行，有逗号\n第二行; 有分号\n\nBEGIN:VEVENT',
      place: '益'.repeat(60),
      bring: '水, 帽子',
    };
    const action = await actions.open(words);
    const text = await read(path(action));
    const bytes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const [event, ...others] = eventsIn(text);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ summary: words.title, location: words.place, uid: `${action.id}@five-micro`, sequence: 0 });
    expect(event?.description).toContain(words.story);
    expect(event?.description).toContain('要带：水, 帽子');
    expect(event?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event?.startDate.toJSDate().toISOString()).toBe(action.startsAt);
    expect(event?.endDate.toJSDate().toISOString()).toBe(action.endsAt);
  });

  it('keep who they are while what they say changes', async () => {
    const action = await actions.open();
    const first = await one(action);
    world.advance(1000);
    await world.ask(table.edit, { as: people.worker, id: action.id, body: { place: '公园西门' } });
    const second = await one(action);
    expect(second).toMatchObject({ uid: first.uid, sequence: first.sequence + 1, location: '公园西门' });
    expect(second.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(second.component.getFirstPropertyValue('dtstamp'))).toBe(
      String(second.component.getFirstPropertyValue('last-modified')),
    );
    await world.ask(table.cancel, { as: people.worker, id: action.id, body: { reason: '下雨了' } });
    const third = await one(action);
    expect(third).toMatchObject({ uid: first.uid, sequence: first.sequence + 2 });
    expect(third.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(third.description).toContain('取消了：下雨了');
    // Whoever subscribed is told too.
    const told = eventsIn(await read('/areas/east/actions.ics')).find(({ uid }) => uid === first.uid);
    expect(told?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('are sent once, and not again before they change', async () => {
    const action = await actions.open();
    for (const where of [path(action), '/areas/south/actions.ics']) {
      const fresh = await world.send(where, {});
      const etag = fresh.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      // Who else comes is not in it.
      await actions.signUp(action.id, people.neighbour);
      for (const sent of [etag, `"other", W/${etag}`]) {
        const again = await world.send(where, { headers: { 'if-none-match': sent } });
        expect([again.status, await again.text()]).toEqual([304, '']);
      }
      expect((await world.send(where, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
    const { headers } = await world.send(path(action), {});
    world.advance(1000);
    await world.ask(table.edit, { as: people.worker, id: action.id, body: { title: '换一个名字' } });
    const etag = headers.get('etag') ?? '';
    expect((await world.send(path(action), { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('hold what people see of the subtree, from thirty days ago on', async () => {
    const draft = await actions.draft();
    const west = await actions.draft({}, { area: 'west', as: world.person('west-worker', { area: 'west', roles: ['worker'] }) });
    const here = await actions.open();
    const in_ = async (slug: string) => eventsIn(await read(`/areas/${slug}/actions.ics`)).map(({ uid }) => uid.split('@')[0]);
    expect(await in_('south')).toContain(here.id);
    for (const hidden of [draft, west]) expect(await in_('south')).not.toContain(hidden.id);
    expect(await in_('west')).not.toContain(here.id);
    expect((await world.send(path(draft), {})).status).toBe(404);
    expect((await world.send(path({ id: 'no-id' }), {})).status).toBe(404);
    expect(eventsIn(await read(path(draft), people.worker))).toHaveLength(1);
    expect(await (await world.send('/areas/quiet/actions.ics', {})).json()).toMatchObject({ code: 'area.feature-off' });
    expect(await (await world.send('/areas/nowhere/actions.ics', {})).json()).toMatchObject({ code: 'area.unknown' });
    world.advance(days(30));
    expect(await in_('south')).toContain(here.id);
    world.advance(days(1));
    expect(await in_('south')).not.toContain(here.id);
  });

  it('lead to the portal’s page, and speak the asked language', async () => {
    const action = await actions.open();
    const settings = JSON.stringify({ links: { action: 'https://portal.example/a, b?id={id}' } });
    await world.db.updateTable('area').set({ settings }).where('slug', '=', 'east').execute();
    expect((await one(action)).component.getFirstPropertyValue('url')).toBe(`https://portal.example/a%2C%20b?id=${action.id}`);
    const english = await (await world.send('/areas/east/actions.ics', { language: 'en' })).text();
    expect(english).toContain('X-WR-CALNAME:east · Micro actions');
    expect(english).toContain('Held by: east');
  });
});
