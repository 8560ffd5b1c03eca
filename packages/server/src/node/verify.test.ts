import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { run } from '../testing/server-process.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

describe.each(oneDatabase)('five-micro verify of a round on $name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-'));
  const file = join(folder, 'round.json');
  let world: World;
  let text: string;
  let slip: { receipt: string; signature: string };
  beforeAll(async () => {
    world = await createWorld(open);
    const people = cast(world);
    const rounds = roundsIn(world, people.worker);
    const options = await rounds.projects([300, 200, 100]);
    const { id } = await rounds.open(options, { winners: null, budget: 400 });
    slip = (await rounds.cast(id, { as: people.wisher }, options.slice(0, 2))).value;
    await rounds.cast(id, { as: people.neighbour }, options.slice(0, 1));
    await rounds.close(id);
    text = await rounds.record(id);
    writeFileSync(file, text);
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.stop();
  });

  const tampered = async (change: (text: string) => string) => {
    const path = join(folder, 'tampered.json');
    writeFileSync(path, change(text));
    return run('verify', path);
  };

  it('counts it again, finds a receipt, and says who signed it', async () => {
    const { code, stdout } = await run('verify', file, '--receipt', slip.receipt.toLowerCase(), '--signature', slip.signature);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('holds'))).toHaveLength(10);
    expect(stdout).not.toContain('FAILS');
    expect(stdout).toContain('2 ballots, 0 of them on paper. Won by most-votes:\n  2  第1个项目');
  });

  it('takes a signature that begins with a dash for one, too', async () => {
    const forged = `-${slip.signature[1] === 'A' ? 'B' : 'A'}${slip.signature.slice(2)}`;
    const { code, stdout } = await run('verify', file, '--receipt', slip.receipt, '--signature', forged);
    expect([code, stdout]).toEqual([1, expect.stringContaining('FAILS  The server has signed this receipt')]);
  });

  it('cannot tell of a title that was put away since, but from the opening that somebody has kept', async () => {
    const kept = join(folder, 'opening.json');
    writeFileSync(kept, JSON.stringify(JSON.parse(text).opening));
    const away = (all: string) => {
      const record = JSON.parse(all);
      record.opening.options[0].title = record.titles[record.opening.options[0].id] = '收起来了';
      return JSON.stringify({ ...record, withheld: [record.opening.options[0].id] });
    };
    const { code, stdout } = await tampered(away);
    expect([code, stdout]).toEqual([2, expect.stringContaining('open   The opening cannot be held against its digest')]);
    const path = join(folder, 'tampered.json');
    expect((await run('verify', path, '--opening', kept)).code).toBe(0);
    expect((await run('verify', path, '--opening', file)).stderr).toContain('This is not the opening of a round.');
  });

  it.each([
    [
      'a ballot that was changed',
      (all: string) => all.replace(/(?<="ballots":\[\["[^"]+)[0-9a-f](?=")/, (last) => (last === '0' ? '1' : '0')),
      'FAILS  The ballots and',
    ],
    [
      'a ballot that was dropped',
      (all: string) => all.replace(/"ballots":\[\[[^\]]*\],/, '"ballots":['),
      'FAILS  There are as many',
    ],
    ['a dearer option', (all: string) => all.replace('"cost":300', '"cost":301'), 'FAILS  The opening has'],
    ['votes that nobody cast', (all: string) => all.replace(/"votes":2\b/, '"votes":200'), 'FAILS  The rule gives'],
    ['another winner', (all: string) => all.replace(/"winners":\["[^"]+"/g, '"winners":["somebody"'), 'FAILS  The closing has'],
  ])('finds %s', async (_what, change, line) => {
    const { code, stdout } = await tampered(change);
    expect([code, stdout.includes(line)]).toEqual([1, true]);
  });

  it('says in one line what is no record, and asks for one', async () => {
    expect(await tampered(() => '{"opening":{}}')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"opening" is not of the format'),
    });
    expect(await tampered(() => 'nonsense')).toMatchObject({ code: 1, stderr: expect.stringContaining('This is no JSON.') });
    expect(await run('verify', join(folder, 'nowhere.json'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot be read'),
    });
    expect(await run('verify')).toMatchObject({ code: 1, stderr: expect.stringContaining('Say which record') });
  });
});
