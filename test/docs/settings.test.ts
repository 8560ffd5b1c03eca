import { globSync } from 'node:fs';
import { lexer, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { areaSettingNames } from '../../packages/server/src/areas/own-settings.ts';
import { areaSettings } from '../../packages/server/src/node/area-settings.ts';
import { perMinute } from '../../packages/server/src/http/limits.ts';
import { most } from '../../packages/server/src/live/stream.ts';
import { commands } from '../../packages/server/src/node/main.ts';
import { pointDefaults } from '../../packages/server/src/points/rules.ts';
import { roles } from '../../packages/server/src/identity/caller.ts';
import { serverSettings } from './commands.ts';
import { fileOf } from './machine.ts';
import { pageAt, pages, root } from './pages.ts';

const plain = (text: string) => text.replaceAll('`', '');

/** Rows of the table whose first column has this title. */
function rowsUnder(path: string, title: string): string[][] {
  const tables = lexer(pageAt(path).text).filter((token): token is Tokens.Table => token.type === 'table');
  const table = tables.find(({ header }) => header[0]?.text === title);
  return (table?.rows ?? []).map((row) => row.map(({ text }) => text));
}
/** What the first column names, one or several in a row. */
const namesUnder = (path: string, title: string) =>
  rowsUnder(path, title).flatMap(([names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

describe('the guide to the settings', () => {
  it('lists those that the server has, with what they are when nothing is said', () => {
    const rows = rowsUnder('docs/settings.md', 'setting').map(([name = '', fallback = '']) => [plain(name), plain(fallback)]);
    expect(rows.length).toBeGreaterThan(10);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(serverSettings));
  });

  it('lists those that an area has, as the help of the command does', () => {
    expect(namesUnder('docs/settings.md', 'key').toSorted()).toEqual(areaSettingNames.toSorted());
    for (const name of areaSettingNames) expect(areaSettings.help).toContain(name);
  });

  it('says what deeds bring', () => {
    const rows = rowsUnder('docs/settings.md', 'rule').map(([rule = '', amount = '', daily = '']) => [
      plain(rule),
      { amount: Number.parseInt(amount, 10), daily: daily === '' ? null : Number(daily) },
    ]);
    expect(Object.fromEntries(rows)).toEqual(pointDefaults);
  });

  it('names the links that something leads to', () => {
    const sources = globSync('packages/{contract,components,server}/src/**/*.ts', { cwd: root }).filter(
      (path) => !/test\.ts$|\/(sample|testing)\//.test(path),
    );
    const used = sources.flatMap((path) => [...fileOf(path).matchAll(/links\['(\w+)'\]/g)].map(([, name]) => name));
    expect(namesUnder('docs/settings.md', 'link').toSorted()).toEqual([...new Set(used)].toSorted());
  });
});

it('says what the limits are', () => {
  const { write, read, export: archives, anonymous } = perMinute;
  const words = pageAt('docs/operators.md').text.replace(/\s+/g, ' ');
  expect(words).toContain(`for each member: ${write} changes, ${read} reads, ${archives} exports.`);
  expect(words).toContain(`of visitors who are not signed in: ${anonymous} requests.`);
  const [member, address, all] = [most.member, most.address, most.all].map((n) => n.toLocaleString('en'));
  expect(words).toContain(`${member} live connections for a member, ${address} for an address, ${all} for a process.`);
});

it('explains every role', () => {
  expect(namesUnder('docs/roles.md', 'role')).toEqual([...roles]);
});

it('mentions every command in a guide', () => {
  const text = pages.map((page) => page.text).join('\n');
  expect(Object.keys(commands).filter((name) => !new RegExp(`five-micro (-- )?${name}\\b`).test(text))).toEqual([]);
});
