import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantFolder } from '../testing/databases.ts';
import { run } from '../testing/server-process.ts';

describe('five-micro settings', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-'));
  const settings = (...more: string[]) => run('settings', '--data-dir', dataDir, ...more);
  const change = (area: string, value: unknown) => {
    const file = join(dataDir, 'change.json');
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
    return settings('--area', area, '--file', file);
  };
  const own = async (area: string): Promise<unknown> => JSON.parse((await settings('--area', area)).stdout);
  beforeAll(() => plantFolder(dataDir));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('changes what is named, leaves the rest, and takes a value away with null', async () => {
    const watchWords = [{ word: '刷单', reason: '多半是诈骗' }];
    expect(await change('west', { watchWords, retention: { contactDays: 10 } })).toMatchObject({ code: 0, stderr: '' });
    expect(await own('west')).toEqual({ wishCategories: ['daily'], leaseDays: 3, watchWords, retention: { contactDays: 10 } });
    await change('west', { leaseDays: null });
    writeFileSync(join(dataDir, 'words.json'), '{"theme":"spring"}');
    const { stdout } = await run('settings', 'west', join(dataDir, 'words.json'), '--data-dir', dataDir);
    expect(JSON.parse(stdout)).toMatchObject({ theme: 'spring', leaseDays: null });
    expect((await run('settings', 'west', '--data-dir', dataDir)).stdout).toBe(stdout);
    expect(await own('west')).toMatchObject({ leaseDays: null, watchWords });
  }, 120_000);

  it('refuses in one line what it does not understand, and changes nothing', async () => {
    const before = await own('east');
    const refused = [
      [await change('east', '{'), /cannot be read as JSON/],
      [await change('east', { theme: 'gold', leaseDays: 5 }), /"theme" must be one of/],
      [await change('east', { wishCategories: ['daily', 'treasure'] }), /catalogue does not have treasure/],
      [await settings(), /--area/],
      [await settings('--area', 'nowhere'), /no area "nowhere"/],
    ] as const;
    for (const [{ code, stdout, stderr }, words] of refused) {
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(stderr).toMatch(words);
    }
    expect(await own('east')).toEqual(before);
  }, 120_000);
});
