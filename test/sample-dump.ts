import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Stories open their databases from a dump, which is made again when it is old or older than what it is made of. */
export default function sampleDump(): void {
  const script = fileURLToPath(new URL('../mock-api/scripts/dump.ts', import.meta.url));
  execFileSync(process.execPath, ['--conditions=five-micro-src', script], { stdio: 'inherit' });
}
