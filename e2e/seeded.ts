import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the sample community, for servers to have a copy of. */
    seeded: string;
  }
}

export const fiveMicro = [
  '--conditions=five-micro-src',
  '--disable-warning=ExperimentalWarning',
  fileURLToPath(new URL('../packages/server/src/node/cli.ts', import.meta.url)),
];

/** Every walk begins in a sample community of its own; to put it in takes seconds, to copy it none. */
export default async function seeded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'five-micro-seeded-'));
  await promisify(execFile)(process.execPath, [...fiveMicro, 'seed'], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', ISSUERS_FILE: '' },
  });
  project.provide('seeded', folder);
  return () => rm(folder, { recursive: true, force: true });
}
