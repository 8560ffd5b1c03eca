import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sdkSizes } from '../../../scripts/sdk-size.mjs';

it('weighs what its README says, to half a kilobyte', async () => {
  const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
  const rows = [...readme.matchAll(/^\|.*`(?:(createFiveMicro)|(\w+)In)` \| ([\d.]+) \|$/gm)];
  const sizes = await sdkSizes();
  expect(rows).toHaveLength(7);
  for (const [, all, feature, said] of rows) expect(Math.abs(Number(said) - (sizes[all ?? feature!] ?? 0))).toBeLessThan(0.5);
});
