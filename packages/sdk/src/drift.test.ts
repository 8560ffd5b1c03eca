import { describe, expect, it, vi } from 'vitest';
import { aPage, aWish, apiUrl, failureOf, json, setUp } from '../test/kit.ts';
import type { Drift } from './index.ts';

describe('an answer of a newer server', () => {
  const newer = [aWish(), { ...aWish(), status: 'archived', kind: 'lift', colour: 'red', wisher: { name: '王**', mood: 1 } }];

  it('passes with words that no list has, which stay as they came, and without fields that nobody knows', async () => {
    const { client } = setUp(() => aPage(newer));
    const { items } = await client.wishes.list();
    expect(items.map(({ status, kind }) => [status, kind])).toEqual([
      [aWish().status, aWish().kind],
      ['archived', 'lift'],
    ]);
    expect(items[1]).not.toHaveProperty('colour');
  });

  it('is told of, each thing once, and a hook that fails costs nobody the answer', async () => {
    const told: Drift[] = [];
    const { client } = setUp(() => aPage([...newer, ...newer]), { onDrift: (drift) => told.push(drift) });
    expect((await client.wishes.list()).items).toHaveLength(4);
    await vi.waitFor(() => expect(told).toHaveLength(4));
    const call = `GET ${apiUrl}/areas/yikang/wishes`;
    expect(told).toEqual([
      { kind: 'value', path: 'items.*.kind', value: 'lift', call },
      { kind: 'value', path: 'items.*.status', value: 'archived', call },
      { kind: 'field', path: 'items.*.wisher.mood', call },
      { kind: 'field', path: 'items.*.colour', call },
    ]);
  });

  it('is told of once, however often it is answered, by each client for itself', async () => {
    const onDrift = vi.fn<(drift: Drift) => void>();
    const [one, other] = [0, 0].map(() => setUp(() => aPage(newer), { onDrift }).client);
    for (let n = 0; n < 3; n++) await one?.wishes.list();
    await vi.waitFor(() => expect(onDrift).toHaveBeenCalledTimes(4));
    await other?.wishes.list();
    await vi.waitFor(() => expect(onDrift).toHaveBeenCalledTimes(8));
  });

  it('costs nothing more where the hook fails, now or later, and says nothing of what was searched for', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const calls: string[] = [];
    const fails: (() => unknown)[] = [() => Promise.reject(new Error('later')), () => expect.fail('now')];
    for (const fail of fails) {
      const { client } = setUp(() => aPage([{ ...aWish(), colour: 'red' }]), {
        onDrift: ({ call }) => {
          calls.push(call);
          return fail();
        },
      });
      expect((await client.wishes.list({ q: '王小明' })).items).toHaveLength(1);
    }
    await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(2));
    expect(calls).toEqual(Array(2).fill(`GET ${apiUrl}/areas/yikang/wishes`));
    said.mockRestore();
  });

  it('says nothing where nothing is new', async () => {
    const onDrift = vi.fn<(drift: Drift) => void>();
    const { client } = setUp(() => aPage([aWish()]), { onDrift });
    await client.wishes.list();
    expect(onDrift).not.toHaveBeenCalled();
  });

  it('is an error with the path where something that is needed is missing, whatever else is new', async () => {
    const { title: _title, ...untitled } = aWish();
    const { status: _status, ...without } = aWish();
    for (const [broken, path] of [
      [{ ...untitled, status: 'archived' }, 'title'],
      [without, 'status'],
      [{ ...aWish(), status: 7 }, 'status'],
    ] as const) {
      const { client } = setUp(() => json(broken));
      const error = await failureOf(client.wishes.get('01890a5d-ac96-774b-bcce-b302099a8057'));
      expect(error).toMatchObject({ code: 'answer.invalid', params: { path } });
      expect(error.message).toContain(path);
    }
  });
});
