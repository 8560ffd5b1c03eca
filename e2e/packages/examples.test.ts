import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import type { Browser, Page } from 'playwright';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../portal.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const portal = inject('portal');
const here = (...path: string[]) => join(portal, 'examples', ...path);
/** The frameworks and their compilers are the repository's; our packages are those that were packed. */
const env = {
  ...process.env,
  NODE_ENV: 'production',
  PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
};

/** Where an example's page is, and mistakes that its compiler has to find there: what is right, and what is not. */
const examples = {
  html: {
    page: 'main.ts',
    mistakes: [
      ['event.wish.title', 'event.wish.titel', 'titel'],
      ["? 'elder'", "? 'elderly'", 'elderly'],
    ],
  },
  react: {
    page: 'app.tsx',
    mistakes: [
      ['event.wish.title', 'event.wish.titel', 'titel'],
      ["? 'elder'", "? 'elderly'", 'elderly'],
      ['period={period}', 'period="decade"', 'decade'],
      ['onfm-wish-open={alive ? open', 'onfm-wish-open={alive ? said', 'FmWishOpenEvent'],
    ],
  },
  vue: {
    page: 'app.vue',
    mistakes: [
      ['@fm-wish-open="open"', '@fm-wish-open="(event: KeyboardEvent) => leave()"', 'KeyboardEvent'],
      ["? 'elder'", "? 'elderly'", 'elderly'],
      [':limit="3"', ':limit="\'many\'"', "Type 'string' is not assignable to type 'number'"],
    ],
  },
  svelte: {
    page: 'app.svelte',
    mistakes: [
      ['event.wish.title', 'event.wish.titel', 'titel'],
      ["? 'elder'", "? 'elderly'", 'elderly'],
      ['limit={3}', 'limit="many"', "Type 'string' is not assignable to type 'number'"],
    ],
  },
  angular: {
    page: 'app.ts',
    mistakes: [
      ['(fm-wish-open)="open($event)"', '(fm-wish-open)="open($event.wish)"', 'FmWishOpenEvent'],
      ["? 'elder'", "? 'elderly'", 'elderly'],
      ['[limit]="3"', '[limit]="\'many\'"', 'many'],
    ],
  },
} as const;
/** A page and its server have time: CI does other things beside. */
const soon = { timeout: 20_000 };
const names = Object.keys(examples) as (keyof typeof examples)[];

interface Dependencies {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** Puts what an example names beside our packages, where it is not there yet. */
async function link(name: string): Promise<void> {
  const { dependencies, devDependencies }: Dependencies = JSON.parse(await readFile(here(name, 'package.json'), 'utf8'));
  for (const dependency of Object.keys({ ...dependencies, ...devDependencies })) {
    const place = join(portal, 'node_modules', dependency);
    if (existsSync(place)) continue;
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(root, 'node_modules', dependency), place);
  }
}

beforeAll(async () => {
  const built = /[\\/](node_modules|dist)([\\/]|$)/;
  await Promise.all(
    ['shared', ...names].map((name) =>
      cp(join(root, 'examples', name), here(name), {
        recursive: true,
        filter: (path) => !built.test(path.slice(root.length)),
      }),
    ),
  );
  for (const name of names) await link(name);
});

/** What the example's compiler says, with mistakes in a copy of the page. */
async function complaints(name: keyof typeof examples): Promise<string> {
  const { page, mistakes } = examples[name];
  const right = await readFile(here(name, 'src', page), 'utf8');
  let wrong = right;
  for (const [from, to] of mistakes) {
    expect(wrong).toContain(from);
    wrong = wrong.replace(from, to);
  }
  await writeFile(here(name, 'src', page.replace(/^\w+/, 'wrong')), wrong);
  const outcome = await run('npm', ['run', '-s', 'check'], { cwd: here(name), env }).then(
    () => 'It found nothing.',
    (error: unknown) =>
      error instanceof Error && 'stdout' in error && 'stderr' in error ? [error.stdout, error.stderr].join('') : String(error),
  );
  return stripVTControlCharacters(outcome);
}

describe.each(names)('the example for %s', (name) => {
  let server: PreviewServer;
  let browser: Browser;
  let page: Page;
  const complained: string[] = [];
  beforeAll(async () => {
    await run('npm', ['run', '-s', 'build'], { cwd: here(name), env });
    process.env['FIVE_MICRO'] = inject('server');
    server = await preview({ root: here(name), preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
    browser = await openBrowser();
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1200, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complained.push(message.text());
    });
    page.on('pageerror', (error) => complained.push(String(error)));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is compiled with every type checked, and each mistake in it is found', async () => {
    const said = await complaints(name);
    const places = [...said.matchAll(/([\w./-]+\.(?:d\.ts|tsx?|vue|svelte))[(:]\d+[,:]\d+/g)].map(([, file = '']) => file);
    expect(places.filter((file) => !file.includes('wrong'))).toEqual([]);
    for (const [, , complaint] of examples[name].mistakes) expect(said).toContain(complaint);
  });

  it('shows all five features', async () => {
    for (const tag of ['wish-wall', 'action-signup', 'project-vote', 'points-leaderboard', 'star-gallery']) {
      await page.locator(`fm-${tag}[data-state=ready]`).waitFor();
    }
    expect(await page.locator('fm-wish-wall li').count()).toBe(3);
  });

  it('hears an event', async () => {
    const note = page.locator('fm-wish-wall li').first();
    const title = await note.getByRole('button').first().innerText();
    await note.getByRole('button').first().click();
    await expect.poll(() => page.getByRole('status').first().innerText(), soon).toBe(`打开了：${title}`);
    expect(await page.locator('fm-sheet[open]').count()).toBe(0);
  });

  it('says how elements are', async () => {
    await page.getByRole('checkbox', { name: '大字' }).check();
    await page.locator('fm-wish-wall[data-mode=elder]').waitFor();
    await page.getByRole('combobox', { name: '积分榜' }).selectOption('本月');
    await expect
      .poll(() => page.locator('fm-points-leaderboard').evaluate((board): unknown => Reflect.get(board, 'period')), soon)
      .toBe('month');
  });

  it('signs in and out', async () => {
    const state = () =>
      page.locator('fm-community').evaluate((community): unknown => Reflect.get(community, 'client').session.state);
    await expect.poll(state, soon).toBe('signed-out');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect.poll(state, soon).toBe('signed-in');
    await page.getByText('李桂芳', { exact: true }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await expect.poll(state, soon).toBe('signed-out');
    expect(complained).toEqual([]);
  });
});

it.each(['react', 'vue'])('%s renders tags with their attributes in Node', async (name) => {
  const page = await readFile(here(name, 'dist/index.html'), 'utf8');
  expect(page).toMatch(/<fm-community[^>]* api-url="\/api\/v1"[^>]*>/);
  expect(page).toMatch(/<fm-wish-wall[^>]* limit="3"[^>]*heading="邻居的心愿"[^>]*>/);
  expect(page).toContain('打不开时，请打社区电话');
  expect(page).not.toContain('[object');
});
