/** The dependency direction between the folders; `npm run lint` fails on a breach. See README, "Map of the code". */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(app|db|search|tests)/', pathNot: allowed },
})

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      '^app/domain/',
      '^app/domain/',
      'The core knows no database, request, framework or sentence.',
    ),
    {
      name: 'domain-has-no-packages',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    only(
      'components-are-shared',
      '^app/components/',
      '^app/(components|domain|i18n|lib)/',
      'Shared components know no feature.',
    ),
    only(
      'i18n-stands-below',
      '^app/i18n/',
      '^(app/(i18n|domain)/|db/reference/data/)',
      'Messages know codes, not features.',
    ),
    only(
      'routes-wire',
      '^app/routes/',
      '^app/(features|components|i18n|forms|lib|auth|domain|routes)/',
      'No SQL in routes.',
    ),
    only(
      'intake-understands-files',
      '^app/intake/',
      '^(app/(intake|domain|i18n)/|db/)',
      'Reading a spreadsheet knows no page.',
    ),
    only(
      'features-are-not-shells',
      '^app/features/',
      '^(app/(features|components|i18n|lib|domain|auth|mail|intake|forms|workers)/|app/[^/]+$|db/|search/)',
      'A use case knows neither routes nor the command line.',
    ),
    only(
      'the-command-line-is-a-shell',
      '^app/cli/',
      '^(app/(cli|features|i18n|intake|domain|lib)/|app/[^/]+$|db/|search/)',
      'The command line calls use cases, never pages.',
    ),
    only('enhancement-stands-alone', '^app/enhance/', '^app/enhance/', 'What the browser loads pulls nothing in.'),
    only('db-knows-the-domain-only', '^db/', '^(db/|app/domain/)', 'The database never imports the shells.'),
    only(
      'search-knows-domain-and-db-types',
      '^search/',
      '^(search/|app/domain/|db/)',
      'Search is fed from the database and speaks domain types.',
    ),
    only('nobody-imports-tests', '^(app|db|search)/', '^(app|db|search)/', 'Product code never imports tests.'),
    {
      name: 'only-server-files-touch-db-and-search',
      severity: 'error',
      comment: 'Only *.server.ts and the command line may import db/ or search/ values.',
      from: { path: '^app/', pathNot: '(\\.server\\.tsx?$|^app/cli/|^app/workers/|\\.worker\\.ts$)' },
      to: { path: '^(db|search)/', pathNot: '^db/reference/data/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'meilisearch-in-one-folder',
      severity: 'error',
      comment: 'No type of the client leaves search/meilisearch/.',
      from: { pathNot: '^(search/meilisearch|tests)/' },
      to: { path: '^node_modules/meilisearch/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
