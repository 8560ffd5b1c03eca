// What `counting.ts` starts: one count, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import { outcomesOf, type Terms } from '@five-micro/tally/record';

const { terms, ballots }: { terms: Terms; ballots: readonly (readonly string[])[] } = workerData;
parentPort?.postMessage(outcomesOf(terms, ballots));
