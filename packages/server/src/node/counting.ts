import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Outcomes, outcomesOf } from '@five-micro/tally/record';
import type { Tally } from '../ports.ts';

/** Ballots times options that are counted sooner than a thread begins. */
const few = 100_000;

/** Counts a large round in a thread of its own, so that requests are answered meanwhile. */
export const tally: Tally = async (terms, ballots) => {
  if (ballots.length * terms.options.length < few) return outcomesOf(terms, ballots);
  // From sources it runs from sources, and once it is built from what was built.
  const kind = extname(import.meta.url);
  const execArgv = [...process.execArgv, ...(kind === '.ts' ? ['--conditions=five-micro-src'] : [])];
  const thread = new Worker(new URL(`./counting-thread${kind}`, import.meta.url), { workerData: { terms, ballots }, execArgv });
  try {
    return await new Promise<Outcomes>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => {
        reject(new Error(`The count ended with ${code}.`));
      });
    });
  } finally {
    await thread.terminate();
  }
};
