import type { Ports } from '../ports.ts';
import { fold } from './fold.ts';

/** Milliseconds between two folds: with the fold itself an answer is at most two seconds old. */
export const foldEvery = 500;

/** Starts a timer and answers how to stop it; where the app runs brings one. */
export type Every = (milliseconds: number, step: () => void) => () => void;

const byTheClock: Every = (milliseconds, step) => {
  const timer = setInterval(step, milliseconds);
  return () => clearInterval(timer);
};

/** Folds regularly, one round at a time, until it is stopped. A round that fails is told and tried again. */
export function foldRegularly(ports: Pick<Ports, 'db' | 'clock' | 'log'>, every: Every = byTheClock): { stop(): Promise<void> } {
  let round = Promise.resolve();
  let busy = false;
  const stop = every(foldEvery, () => {
    if (busy) return;
    busy = true;
    round = fold(ports)
      .then(() => undefined)
      .catch((error: unknown) =>
        ports.log.error('Folding points failed.', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        busy = false;
      });
  });
  return {
    async stop() {
      stop();
      await round;
    },
  };
}
