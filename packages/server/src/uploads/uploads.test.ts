import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';

const { wishes, uploads, me, moderation } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('pictures on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const bytes = new Uint8Array([80, 73, 67]);
  const store = async (as: Person) => (await world.ask(uploads.post, { as, body: bytes })).value;
  const statusOf = async (url: string) => (await world.send(url, {})).status;
  const plain = (id: string) => `http://api.test/api/v1/uploads/${id}`;

  it('are stored for whoever is signed in, and shown by a signed link for a while', async () => {
    const picture = await store(people.wisher);
    expect(picture).toMatchObject({ width: 4, height: 3 });
    const response = await world.send(picture.url, {});
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(
      Object.fromEntries(['content-type', 'x-content-type-options'].map((name) => [name, response.headers.get(name)])),
    ).toEqual({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('cache-control')).toMatch(/^private/);
    const other = await store(people.wisher);
    expect(await statusOf(picture.url.replace(picture.id, other.id))).toBe(404);
    expect(await statusOf(plain(picture.id))).toBe(404);
    expect(await statusOf(plain('nothing'))).toBe(404);
    world.advance(hours(1));
    expect(await statusOf(picture.url)).toBe(404);
  });

  it('are refused where they are none, and for nobody in particular', async () => {
    expect((await world.ask(uploads.post, { as: people.wisher, body: new Uint8Array([1]) })).code).toBe('upload.not-a-picture');
    expect((await world.ask(uploads.post, { body: bytes })).code).toBe('auth.required');
  });

  it('that are gone again when they are asked for anew are said to be unknown', async () => {
    const posted = () => world.ask(uploads.post, { as: people.wisher, body: bytes, key: 'picture-once' });
    const { id } = (await posted()).value;
    expect((await posted()).value.id).toBe(id);
    await world.db.deleteFrom('upload').where('id', '=', id).execute();
    expect((await posted()).code).toBe('upload.unknown');
    expect(world.failures).toEqual([]);
  });

  it('are attached once, by whoever stored them', async () => {
    const [one, two, foreign] = [await store(people.wisher), await store(people.wisher), await store(people.neighbour)];
    const wish = await world.post(people.wisher, { photos: [two.id, one.id] });
    expect(wish.photos.map((photo) => photo.id)).toEqual([two.id, one.id]);
    const again = (photos: string[]) =>
      world.ask(wishes.post, { as: people.wisher, body: { title: '再来一次', kind: 'item', photos } });
    expect((await again([one.id])).code).toBe('upload.used');
    expect((await again([foreign.id])).code).toBe('upload.unknown');
    expect((await again(['0190a1b2-0000-7000-8000-000000000001'])).problem).toMatchObject({
      code: 'upload.unknown',
      status: 422,
    });
    const edited = await world.verb('edit', wish.id, people.wisher, { photos: [one.id] });
    expect(edited.value.photos.map((photo) => photo.id)).toEqual([one.id]);
    expect((await again([two.id])).code).toBe('upload.unknown');
  });

  it('are made ready before anything waits for them', async () => {
    const { images } = world.ports;
    let ready = () => {};
    const begun = new Promise<void>((begin) => {
      world.ports.images = {
        async normalise(picture) {
          begin();
          await new Promise<void>((resolve) => {
            ready = resolve;
          });
          return images.normalise(picture);
        },
      };
    });
    const storing = store(people.wisher);
    await begun;
    // The embedded database is one session: with a transaction open this would wait for the picture.
    expect((await world.post(people.neighbour)).status).toBe('submitted');
    ready();
    await storing;
    world.ports.images = images;
  });

  it('of a wish are public once its wisher agreed, a worker published it, and for as long', async () => {
    const { wisher, worker } = people;
    const picture = await store(wisher);
    const { id } = await world.post(wisher, { photos: [picture.id] });
    const shown = async (as?: Person) => (await world.ask(wishes.get, { id, as })).value.photos;
    expect((await shown(worker)).map((photo) => photo.public)).toEqual([false]);
    await world.ask(me.consents, { as: wisher, body: { photos: true } });
    expect(await statusOf(plain(picture.id))).toBe(404);
    await world.verb('publish', id, worker);
    expect(await shown()).toEqual([{ id: picture.id, url: plain(picture.id), width: 4, height: 3, public: true }]);
    const response = await world.send(plain(picture.id), {});
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    await world.ask(me.consents, { as: wisher, body: { photos: false } });
    expect(await shown()).toEqual([]);
    expect(await statusOf(plain(picture.id))).toBe(404);
    const [signed] = await shown(wisher);
    expect(signed?.public).toBe(false);
    expect(await statusOf(signed?.url ?? '')).toBe(200);
  });

  it('are not opened by a link from before they were hidden, nor kept by a browser for long', async () => {
    const { wisher, worker, helper } = people;
    const picture = await store(wisher);
    const { id } = await world.post(wisher, { photos: [picture.id] });
    await world.verb('publish', id, worker);
    await world.verb('claim', id, helper);
    const linkFor = async (as: Person) => (await world.ask(wishes.get, { id, as })).value.photos[0]?.url ?? '';
    const before = await linkFor(helper);
    expect((await world.send(before, {})).headers.get('cache-control')).toBe('private, max-age=60');
    await world.verb('hide', id, worker, { part: 'photo', photo: picture.id, reason: '拍到了孩子' });
    expect(await statusOf(before)).toBe(404);
    expect(await linkFor(helper)).toBe('');
    for (const as of [wisher, worker]) expect(await statusOf(await linkFor(as))).toBe(200);
    const hidden = (await world.ask(moderation.list, { as: worker, query: { state: 'hidden' } })).value.items;
    expect(await statusOf(hidden.find((found) => found.wish?.id === id)?.photo?.url ?? '')).toBe(200);
  });

  it('of help are public once a worker looked and the helper agreed', async () => {
    const { wisher, worker, helper, neighbour } = people;
    const { id } = await world.post(wisher);
    await world.verb('publish', id, worker);
    await world.verb('claim', id, helper);
    const picture = await store(helper);
    await world.verb('fulfil', id, helper, { note: '好了', photos: [picture.id] });
    const shown = async (as?: Person) =>
      (await world.ask(wishes.get, { id, as })).value.claims[0]?.photos.map((photo) => photo.public);
    expect(await shown()).toEqual([]);
    expect(await shown(wisher)).toEqual([false]);
    const elsewhere = await store(neighbour);
    expect((await world.verb('approvePhotos', id, worker, { photos: [picture.id, elsewhere.id] })).code).toBe('upload.unknown');
    await world.verb('approvePhotos', id, worker, { photos: [picture.id] });
    expect(await shown()).toEqual([]);
    await world.ask(me.consents, { as: helper, body: { photos: true } });
    expect(await shown()).toEqual([true]);
    expect(world.failures).toEqual([]);
  });
});
