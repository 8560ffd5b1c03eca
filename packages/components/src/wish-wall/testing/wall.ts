import { fixture, html, waitUntil } from '@open-wc/testing';
import { LiveController } from '../../shared/controllers/live.ts';
import { type FakeAnswers, fakeClient, fakeList, fakeNow, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import '../define.ts';
import { WallSearch } from '../wall-bar.ts';
import type { FmWishWall } from '../wish-wall.ts';

// What waits, waits for nothing.
WallSearch.pause = 0;
LiveController.longestDelay = 0;

type Query = Parameters<ReturnType<typeof fakeClient>['wishes']['list']>[0];

export const rootOf = (wall: FmWishWall): ShadowRoot => {
  if (!wall.shadowRoot) throw new Error('the wall has no shadow root');
  return wall.shadowRoot;
};
export const titles = (wall: FmWishWall): string[] =>
  [...rootOf(wall).querySelectorAll('.want')].map((title) => title.textContent.trim());
export const button = (wall: FmWishWall, name: string): HTMLElement => {
  const found = [...rootOf(wall).querySelectorAll<HTMLElement>('button')].find((one) =>
    (one.ariaLabel ?? one.textContent).trim().includes(name),
  );
  if (!found) throw new Error(`no button says ${name}`);
  return found;
};
export const text = (wall: FmWishWall): string => rootOf(wall).querySelector('.fm')?.textContent ?? '';

/** A wall with all of it loaded, and what it asked for. */
export async function wallOf(answers: FakeAnswers = {}, template = html`<fm-wish-wall></fm-wish-wall>`) {
  const asked: Query[] = [];
  const list = answers.wishes?.list ?? (() => fakeList(() => pageOf([makeWish()])));
  const client = fakeClient({
    ...answers,
    wishes: {
      ...answers.wishes,
      list: (query, options) => {
        asked.push(query);
        return list(query, options);
      },
    },
  });
  const wall = await fixture<FmWishWall>(template);
  wall.now = () => fakeNow.getTime();
  wall.client = client;
  // Before it had a client it said so; only what comes after counts.
  const whole = () => wall.dataset['state'] !== 'loading' && rootOf(wall).querySelector('.counts, [role=alert], .ends');
  await waitUntil(whole, 'the wall was not all loaded');
  await wall.updateComplete;
  return { wall, client, asked };
}
