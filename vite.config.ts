import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Our packages resolve to their sources, so that nothing has to be built before it is tried. */
const ours = 'five-micro-src';

/** What the browser projects meet late: found at the first run, it would reload the page under a running test. */
const prebundled = [
  ...['lit', 'lit/decorators.js', '@lit/context', 'zod/mini', 'uqr', '@open-wc/testing'],
  ...['class-map', 'if-defined', 'live', 'ref', 'repeat'].map((name) => `lit/directives/${name}.js`),
];
const prebundledForStories = [
  ...prebundled,
  'msw',
  'msw/browser',
  'kysely',
  'kysely/migration',
  'hono',
  'jose',
  'react',
  'storybook/test',
];

/** A new object each time: Vitest refuses to share one between projects. */
const browser = () => {
  const executablePath = findChromium();
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs } }),
    instances: [{ browser: 'chromium' as const }],
  };
};

export default defineConfig({
  resolve: {
    conditions: [ours, ...defaultClientConditions],
    dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
  },
  ssr: { resolve: { conditions: [ours, ...defaultServerConditions], externalConditions: [ours] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          // One process for all files: to load the database's WebAssembly and the modules anew for each is a third of the time.
          isolate: false,
          // An embedded database takes seconds to open, and more while both cores are busy.
          hookTimeout: 90_000,
          testTimeout: 60_000,
          include: ['packages/{server,conformance}/**/*.test.ts', '{mock-api,scripts,stories,.storybook,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['test/migrated-dump.ts', 'test/migrated-template.ts'],
        },
      },
      {
        // What is tried here is also how it loads, in engines of different ages: each file has its own modules.
        extends: true,
        test: {
          name: 'sdk',
          environment: 'node',
          testTimeout: 30_000,
          include: ['packages/{contract,sdk,tally}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        extends: true,
        resolve: { alias: { '@web/test-runner-commands': at('./test/wtr-commands-stub.ts') } },
        optimizeDeps: { include: prebundled },
        test: {
          name: 'browser',
          include: ['packages/components/src/**/*.test.ts'],
          globalSetup: ['test/need-chromium.ts'],
          setupFiles: ['test/setup-browser.ts'],
          browser: browser(),
        },
      },
      {
        // The really started server, in a browser that Playwright drives.
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          exclude: ['e2e/packages/**', 'e2e/engines/**'],
          globalSetup: ['test/need-chromium.ts', 'test/embed.ts', 'e2e/seeded.ts'],
          fileParallelism: false,
          // A second is soon over where three groups of tests share two cores.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Other engines than Chromium, where they are on the machine: `npm run engines`.
        extends: true,
        test: {
          name: 'engines',
          environment: 'node',
          include: ['e2e/engines/**/*.test.ts'],
          globalSetup: ['test/embed.ts', 'e2e/seeded.ts'],
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // The packages as they are published, outside this repository.
        extends: true,
        test: {
          name: 'packages',
          environment: 'node',
          include: ['e2e/packages/**/*.test.ts'],
          globalSetup: ['test/need-chromium.ts', 'e2e/packages/installed.ts'],
          fileParallelism: false,
          // A second is soon over where three groups of tests share two cores.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: at('./.storybook'), disableAddonDocs: true })],
        optimizeDeps: { include: prebundledForStories, exclude: ['@electric-sql/pglite'] },
        test: {
          name: 'storybook',
          // As in Storybook itself: one page, one worker and one database for all stories.
          isolate: false,
          globalSetup: ['test/need-chromium.ts', 'test/sample-dump.ts'],
          testTimeout: 60_000,
          browser: browser(),
        },
      },
    ],
  },
});
