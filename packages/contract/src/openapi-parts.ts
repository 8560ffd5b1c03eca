/** The parts of the OpenAPI document that are the same whatever the endpoint table says. */

export const tags = [
  { name: 'areas', description: 'The tree: district > street > community. What is asked of an area covers its subtree.' },
  { name: 'members', description: 'People as social workers meet them.' },
  { name: 'reportIns', description: '网上报到: who says that they live in a community, and the worker’s check.' },
  { name: 'organisations', description: 'Party branches, social organisations and partner units: a tree of their own.' },
  { name: 'moderation', description: 'What is said in public and waits for a worker.' },
  { name: 'me', description: 'The caller.' },
  { name: 'wishes', description: '微心愿: submitted → open → claimed → fulfilled → confirmed.' },
  { name: 'actions', description: '微行动: draft → open → closed → finished, with exact places and attendance.' },
  { name: 'points', description: '积分: one append-only ledger, and the ranks that are computed from it.' },
  { name: 'rounds', description: 'One ballot for projects and for stars: secret after the close, and recountable by anyone.' },
  { name: 'projects', description: '微实事: proposed → listed → voted on → under way → done, with milestones and corrections.' },
  { name: 'stars', description: '微星光: nominated, asked, voted on, honoured.' },
  { name: 'uploads', description: 'Pictures.' },
  { name: 'live', description: 'What changes, as it changes.' },
];

export const parameters = {
  Area: {
    name: 'area',
    in: 'path',
    required: true,
    description: 'An area’s slug, as `yikang`.',
    schema: { type: 'string' },
  },
  Id: { name: 'id', in: 'path', required: true, description: 'UUIDv7.', schema: { type: 'string', format: 'uuid' } },
  Code: {
    name: 'code',
    in: 'path',
    required: true,
    description: 'A receipt’s code, with or without the spaces and dashes between its groups.',
    schema: { type: 'string' },
  },
  Option: {
    name: 'option',
    in: 'path',
    required: true,
    description: 'The id of a project or of a nomination that the round offers.',
    schema: { type: 'string', format: 'uuid' },
  },
  Ballot: {
    name: 'ballot',
    in: 'path',
    required: true,
    description: 'The id of a paper ballot.',
    schema: { type: 'string', format: 'uuid' },
  },
  Slug: {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'An organisation’s slug, as `yikang-branch-2`.',
    schema: { type: 'string' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'The language of words in the answer: `zh-CN` (default) or `en`.',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'A repeat under the same key does nothing and answers with the thing as it is now. Kept for 24 hours.',
    schema: { type: 'string' },
    example: '0f6d3a52-8b1e-4c0a-9a57-2f1f5c3e7b10',
  },
};

export const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Signed by a registered portal: ES256, EdDSA, or HS256 with a shared secret.',
  },
};
