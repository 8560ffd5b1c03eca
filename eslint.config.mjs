import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** `import { z }` ships 85 KB, plain `zod` 26 KB or more; `import * as z from 'zod/mini'` ships 7. */
const zod = {
  paths: [
    { name: 'zod', message: "Use import * as z from 'zod/mini': zod ships 26–93 KB to a browser." },
    { name: 'zod/v4', message: "Use import * as z from 'zod/mini'." },
  ],
};

const unsafeHtml = {
  group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*', 'lit/static-html.js', 'lit-html/static.js'],
  message: 'Nothing that people write is ever read as HTML.',
};

const everywhere = [
  {
    selector:
      "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier[importKind!='type'], ImportDefaultSpecifier)",
    message: "Use import * as z from 'zod/mini': { z } ships 85 KB.",
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Render with a template: no innerHTML.',
  },
  {
    selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'Render with a template: no insertAdjacentHTML.',
  },
  {
    selector: 'TemplateElement[value.raw=/ style=["\']?/]',
    message: 'No style= in templates: it is refused under the strict policy. Set a class or a property.',
  },
];

/** Prototype.js, on the pages of many a portal, puts its own in its place: it knows neither sets nor a second argument. */
const pagesOwn = {
  object: 'Array',
  property: 'from',
  message: 'A page may have changed it: [...these], or [...Array(n).keys()].map(…).',
};

const noSleep = [
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe|suite)$/][callee.property.name=/^(skip|only|todo|fails)$/]',
    message: 'Every test runs. Delete it or repair it.',
  },
  {
    selector: 'CallExpression[callee.object.object.name=/^(it|test|describe)$/][callee.object.property.name=/^(skip|only)$/]',
    message: 'Every test runs. Delete it or repair it.',
  },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|aTimeout|sleep)$/] > Literal[value>=100]',
    message: 'A test waits for something to happen, never for time to pass.',
  },
];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/storybook-static/**',
      '**/coverage/**',
      '**/mockServiceWorker.js',
      'data/**',
      'examples/{html,react,vue,svelte,angular,shared}/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      // `_` says that something is left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // By code points where nobody sees them apart; what people see is cut by Intl.Segmenter.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `const { x }: Shape = JSON.parse(…)` says what is believed, which is more than a cast does.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // What a port or a handler promises may be asynchronous elsewhere.
      '@typescript-eslint/require-await': 'off',
      // Type parameters that only name a result are how `asking<Query, Body>()` and test helpers read well.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'wc/guard-super-call': 'off',
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
      'no-restricted-imports': ['error', { ...zod, patterns: [unsafeHtml] }],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    files: ['packages/components/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      // Lit calls a template's listeners on their host.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Elements speak to the SDK only.' },
        { name: 'XMLHttpRequest', message: 'Elements speak to the SDK only.' },
        { name: 'EventSource', message: 'Elements speak to the SDK only.' },
      ],
      'no-restricted-properties': ['error', pagesOwn],
    },
  },
  {
    // The loader asks what an element will ask, and the SDK is given the answer by this fetch.
    files: ['packages/components/src/{embed,shared}/early.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['packages/{contract,sdk}/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-properties': ['error', pagesOwn] },
  },
  {
    // These run in a browser as well as in Node.
    files: ['packages/{contract,tally,sdk}/src/**/*.ts', 'packages/server/src/**/*.ts'],
    ignores: ['packages/server/src/node/**', '**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only src/node knows Node.' },
        { name: 'Buffer', message: 'Only src/node knows Node.' },
        { name: '__dirname', message: 'Only src/node knows Node.' },
      ],
    },
  },
  {
    files: ['packages/sdk/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process' },
        { name: 'Buffer' },
        { name: 'customElements', message: 'The SDK knows no elements.' },
      ],
    },
  },
  {
    files: ['packages/server/src/**/routes.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          ...zod,
          paths: [...zod.paths, { name: 'kysely', message: 'A route writes no SQL: statements.ts does.' }],
          patterns: [unsafeHtml],
        },
      ],
    },
  },
  {
    files: [
      '**/*.test.ts',
      '**/test/**/*.ts',
      'e2e/**/*.ts',
      'stories/**/*.ts',
      'mock-api/**/*.ts',
      'packages/server/src/node/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', 'e2e/**/*.ts', 'stories/**/*.ts', '**/testing/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...noSleep],
      // A test that reaches for what is not there fails, and that is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers of a server are looked at as they come.
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // chai: `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
