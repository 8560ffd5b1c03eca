// Which room may know which: the directions of the house in one file. `npm run imports`.
const test = '([.]test[.]ts$|/testing/)';

/** A room may import from itself and from those named; tests may reach further. */
const room = (name, path, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^${path}/`, pathNot: test },
  to: { path: '^(packages|mock-api|stories|examples|test|e2e|scripts)/', pathNot: [`^${path}/`, ...allowed] },
});

const contract = '^packages/contract/';
const tally = '^packages/tally/';
const sdk = '^packages/sdk/';
const components = '^packages/components/';
const server = '^packages/server/';
const mock = '^mock-api/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two rooms that need each other are one room, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    room('contract-knows-nobody', 'packages/contract', []),
    room('tally-knows-nobody', 'packages/tally', []),
    room('sdk-knows-the-contract', 'packages/sdk', [contract]),
    room('components-know-the-sdk', 'packages/components', [contract, sdk]),
    room('server-knows-contract-and-tally', 'packages/server', [contract, tally]),
    room('conformance-knows-contract-and-tally', 'packages/conformance', [contract, tally]),
    room('mock-api-is-the-server', 'mock-api', [contract, sdk, server]),
    room('stories-show-components', 'stories', [contract, sdk, components, mock]),
    room('examples-use-what-is-published', 'examples', [contract, tally, sdk, components, mock]),
    {
      name: 'components-ask-the-sdk',
      comment: 'Elements never fetch.',
      severity: 'error',
      from: { path: '^packages/components/src', pathNot: test },
      to: { path: 'node_modules/(ky|msw|zod)/' },
    },
    {
      name: 'requests-are-checked-by-the-server',
      comment: 'Rich checks cost bytes: a browser imports their types alone.',
      severity: 'error',
      from: { path: '^packages/(sdk|components)/src', pathNot: test },
      to: { path: '^packages/contract/src/(requests|openapi|documented)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-server-s-node-room-knows-node',
      comment: 'createApp() runs in a browser: Node, its drivers and sharp belong to packages/server/src/node.',
      severity: 'error',
      from: { path: '^packages/(contract|tally|sdk|components|server)/src', pathNot: ['^packages/server/src/node/', test] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-server-s-node-room-has-drivers',
      severity: 'error',
      from: {
        path: '^packages/server/src',
        pathNot: ['^packages/server/src/node/', '^packages/server/src/db/postgres[.]ts$', test],
      },
      to: { path: 'node_modules/(pg|sharp|@hono/node-server|pino)/' },
    },
    {
      name: 'a-route-writes-no-sql',
      severity: 'error',
      from: { path: '^packages/server/src/.*routes[.]ts$' },
      to: { path: 'node_modules/(kysely|pg|@electric-sql)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'statements-know-no-http',
      severity: 'error',
      from: { path: '^packages/server/src/.*statements[.]ts$' },
      to: { path: '(node_modules/hono/|^packages/server/src/http/(?!problem|cursor))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-that-is-only-for-developing-ships',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: [test] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Examples for frameworks are compiled against the published packages, not in this house.
    exclude: { path: '(^|/)(dist|storybook-static)/|^examples/(html|react|vue|svelte|angular|shared)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['five-micro-src', 'import', 'node', 'default', 'types'],
    },
  },
};
