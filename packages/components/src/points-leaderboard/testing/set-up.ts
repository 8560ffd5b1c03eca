import { fixture, html, waitUntil } from '@open-wc/testing';
import type { FiveMicro } from '@five-micro/sdk';
import { LiveController } from '../../shared/controllers/live.ts';
import { type FakeAnswers, fakeClient, fakeNow } from '../../shared/testing/fake-client.ts';
import { BoardMore } from '../board-more.ts';
import '../define.ts';
import type { FmPointsLeaderboard } from '../points-leaderboard.ts';
import { makeAccount, makeBoard, makeStanding, someone } from './data.ts';

LiveController.longestDelay = 0;
BoardMore.pause = 0;

type Query = Parameters<FiveMicro['points']['leaderboard']>[0];

/** A board with all of it loaded, and what it asked for. */
export async function boardOf(answers: FakeAnswers = {}, template = html`<fm-points-leaderboard></fm-points-leaderboard>`) {
  const asked: Query[] = [];
  const leaderboard = answers.points?.leaderboard ?? (async () => makeBoard());
  const client = fakeClient({
    ...answers,
    me: { get: async () => someone, points: async () => makeAccount(), ...answers.me },
    points: {
      standing: async () => makeStanding(),
      ...answers.points,
      leaderboard: (query, options) => {
        asked.push(query);
        return leaderboard(query, options);
      },
    },
  });
  const board = await fixture<FmPointsLeaderboard>(template);
  board.now = () => fakeNow.getTime();
  board.client = client;
  const root = board.shadowRoot;
  if (!root) throw new Error('the board has no shadow root');
  const text = (selector = '.fm') => (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const settled = async () => {
    await waitUntil(
      () => board.dataset['state'] !== 'loading' && root.querySelector('.foot-note, [role=alert], .calm'),
      'the board is all loaded',
    );
    await board.updateComplete;
  };
  await settled();
  return {
    board,
    client,
    root,
    asked,
    text,
    settled,
    rows: () => [...root.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim()),
    steps: () => [...root.querySelectorAll('.podium li')].map((step) => step.textContent.replace(/\s+/g, ' ').trim()),
    button: (name: string): HTMLElement => {
      const found = [...root.querySelectorAll<HTMLElement>('button')].find((one) =>
        (one.ariaLabel ?? one.textContent).trim().includes(name),
      );
      if (!found) throw new Error(`no button says ${name}`);
      return found;
    },
  };
}
