import * as z from 'zod/mini';
import { calendarPaths } from './actions.ts';
import { roundPaths } from './rounds.ts';
import { documented } from './documented.ts';
import type { Endpoint } from './endpoint.ts';
import { type ErrorCode, errorCodes, errorStatus } from './errors.ts';
import { contract, type EndpointName } from './index.ts';
import { livePath, longestAgo } from './live.ts';
import { parameters, securitySchemes, tags } from './openapi-parts.ts';
import { things } from './openapi-things.ts';
import { type Asked, requests } from './requests/index.ts';
import { exportPath } from './rights.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type JsonObject = { readonly [key: string]: Json | undefined };

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security: JsonObject[];
  parameters: JsonObject[];
  requestBody?: JsonObject;
  responses: Record<string, JsonObject>;
}

/** An OpenAPI 3.1 document, as far as we write one. */
export interface OpenApi {
  openapi: '3.1.1';
  info: JsonObject;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, JsonObject>;
    parameters: Record<string, JsonObject>;
    securitySchemes: Record<string, JsonObject>;
  };
  tags: { name: string; description: string }[];
}

const schemaPath = '#/components/schemas/';
const ref = (name: string): JsonObject => ({ $ref: schemaPath + name });

const pascal = (name: string) => name.replace(/(^|\.)(\w)/g, (_all, _dot, letter: string) => letter.toUpperCase());

const isEndpointName = (name: string): name is EndpointName => name in requests;

const endpoints: { name: EndpointName; group: string; endpoint: Endpoint; asked: Asked }[] = Object.entries(contract).flatMap(
  ([group, members]) =>
    Object.entries<Endpoint>(members).flatMap(([key, endpoint]) => {
      const name = `${group}.${key}`;
      return isEndpointName(name) ? [{ name, group, endpoint, asked: requests[name] }] : [];
    }),
);

/**
 * Every schema once, as JSON Schema, and a look-up of the name under which it stands. `input` because that is what
 * travels: requests before their transforms, and answers to which later versions may add fields.
 */
function schemasOfContract() {
  const registry = z.registry<{ id: string }>();
  const nameOf = new Map<z.ZodMiniType, string>();
  const add = (id: string, schema: z.ZodMiniType) => {
    if (nameOf.has(schema)) return;
    nameOf.set(schema, id);
    registry.add(schema, { id });
  };
  for (const [id, schema] of Object.entries(things)) add(id, schema);
  for (const { name, endpoint, asked } of endpoints) {
    add(`${pascal(name)}Answer`, endpoint.answer);
    if ('body' in asked) add(isNothing(asked.body) ? 'Nothing' : `${pascal(name)}Request`, asked.body);
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => schemaPath + id });
  const plain: Record<string, JsonObject> = {};
  for (const [id, { $schema: _dialect, $id: _uri, ...schema }] of Object.entries(schemas)) plain[id] = json(schema);
  return { plain, nameOf };
}

/** A body in which nothing can be said: all of them are one schema in the document. */
const isNothing = (body: z.ZodMiniType) => body === requests['wishes.withdraw'].body || body === requests['me.erase'].body;

/** A copy without what is not JSON. */
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** Every code with which an endpoint may refuse. */
export function refusalsOf(name: EndpointName): ErrorCode[] {
  const { endpoint, asked } = endpoints.find((one) => one.name === name) ?? {};
  const { refusals, signedIn } = documented[name];
  const any = errorCodes.filter(
    (code) =>
      /^(token|server)\./.test(code) ||
      ['request.invalid', 'request.not-found', 'request.method', 'request.origin', 'request.rate-limited'].includes(code),
  );
  const unsafe: ErrorCode[] =
    endpoint?.method === 'GET' ? [] : ['idempotency.mismatch', 'request.too-large', 'request.unsupported-media'];
  const parsed: ErrorCode[] = asked && 'body' in asked ? ['request.unreadable'] : [];
  return [...new Set([...any, ...unsafe, ...parsed, ...(signedIn ? (['auth.required'] as const) : []), ...refusals])];
}

/** One response for each status, naming the codes that it can carry. */
function refusalResponses(codes: readonly ErrorCode[]): Record<string, JsonObject> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(errorStatus[code], [...(byStatus.get(errorStatus[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      String(status),
      {
        description: some.map((code) => `\`${code}\``).join(', '),
        content: {
          'application/problem+json': {
            schema: { allOf: [ref('Problem'), { type: 'object', properties: { code: { enum: some } } }] },
          },
        },
      },
    ]),
  );
}

const parameter = (name: string): JsonObject => ({ $ref: `#/components/parameters/${name}` });

const pathParameters = (path: string): JsonObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = 'id']) => parameter(pascal(name)));

function queryParameters(asked: Asked): JsonObject[] {
  if (!('query' in asked)) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(asked.query, { io: 'input' });
  return Object.entries(properties).map(([name, one]) => {
    const { description, ...schema } = json(typeof one === 'object' ? one : {});
    return { name, in: 'query', required: required.includes(name), ...(description !== undefined && { description }), schema };
  });
}

function requestBody(asked: Asked, nameOf: Map<z.ZodMiniType, string>): JsonObject | undefined {
  if ('upload' in asked) {
    const picture = { schema: {} };
    return { required: true, content: { 'image/jpeg': picture, 'image/png': picture, 'image/webp': picture } };
  }
  if (!('body' in asked)) return undefined;
  const name = nameOf.get(asked.body) ?? '';
  // A verb that asks nothing may come without a body.
  return { required: name !== 'Nothing', content: { 'application/json': { schema: ref(name) } } };
}

const liveOperation: Operation = {
  operationId: 'live',
  summary: 'Small facts as they happen; each says what to ask again',
  tags: ['live'],
  security: [{}, { bearer: [] }],
  parameters: [
    parameter('Area'),
    { name: 'Last-Event-ID', in: 'header', required: false, description: 'Go on after this event.', schema: { type: 'string' } },
    {
      name: 'ago',
      in: 'query',
      required: false,
      description: 'Milliseconds: begin with the facts of that time. `Last-Event-ID` goes before it.',
      schema: { type: 'integer', minimum: 0, maximum: longestAgo },
    },
  ],
  responses: {
    200: { description: 'A stream whose `data` is one fact each', content: { 'text/event-stream': { schema: ref('Fact') } } },
    ...refusalResponses([...refusalsOf('areas.get')]),
  },
};

const exportOperation: Operation = {
  operationId: 'me.export',
  summary: 'Everything of mine in one archive: JSON, CSV and pictures',
  tags: ['me'],
  security: [{ bearer: [] }],
  parameters: [parameter('AcceptLanguage')],
  responses: {
    200: { description: 'A ZIP archive', content: { 'application/zip': { schema: {} } } },
    ...refusalResponses([...refusalsOf('me.get')]),
  },
};

const calendarOperation = (name: string, of: 'actions.days' | 'actions.get', path: string): Operation => ({
  operationId: name,
  summary: of === 'actions.get' ? 'One action as iCalendar' : 'The actions of the subtree, to subscribe to in a calendar',
  tags: ['actions'],
  security: [{}, { bearer: [] }],
  parameters: [...pathParameters(path), parameter('AcceptLanguage')],
  responses: {
    200: { description: 'A calendar (RFC 5545)', content: { 'text/calendar': { schema: {} } } },
    ...refusalResponses(refusalsOf(of)),
  },
});

const publishedOperation = (name: string, summary: string, type: string): Operation => ({
  operationId: name,
  summary,
  tags: ['rounds'],
  security: [{}, { bearer: [] }],
  parameters: [parameter('Id'), parameter('AcceptLanguage')],
  responses: {
    200: { description: 'A file', content: { [type]: { schema: {} } } },
    ...refusalResponses(refusalsOf('rounds.ballots')),
  },
});

/** The API as an OpenAPI 3.1 document. `serverUrl` is the address of `…/api/v1`. */
export function openapi({ serverUrl, version = '1' }: { serverUrl: string; version?: string }): OpenApi {
  const { plain, nameOf } = schemasOfContract();
  const paths: OpenApi['paths'] = {};
  for (const { name, group, endpoint, asked } of endpoints) {
    const { summary, signedIn } = documented[name];
    const safe = endpoint.method === 'GET';
    const body = requestBody(asked, nameOf);
    const operation: Operation = {
      operationId: name,
      summary,
      tags: [group],
      security: signedIn ? [{ bearer: [] }] : [{}, { bearer: [] }],
      parameters: [
        ...pathParameters(endpoint.path),
        ...queryParameters(asked),
        parameter('AcceptLanguage'),
        ...(safe ? [] : [parameter('IdempotencyKey')]),
      ],
      ...(body && { requestBody: body }),
      responses: {
        [endpoint.status]: {
          description: endpoint.status === 201 ? 'Made' : 'Done',
          content: { 'application/json': { schema: ref(nameOf.get(endpoint.answer) ?? '') } },
        },
        ...refusalResponses(refusalsOf(name)),
      },
    };
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation };
  }
  paths[livePath] = { get: liveOperation };
  paths[calendarPaths.area] = { get: calendarOperation('actions.calendar', 'actions.days', calendarPaths.area) };
  paths[calendarPaths.one] = { get: calendarOperation('actions.calendarOf', 'actions.get', calendarPaths.one) };
  paths[roundPaths.opening] = {
    get: publishedOperation(
      'rounds.opening',
      'What was frozen when the round opened: the SHA-256 of these bytes is its opening digest',
      'application/json',
    ),
  };
  paths[roundPaths.record] = {
    get: publishedOperation(
      'rounds.record',
      'Everything that a closed round has published, to count it again offline',
      'application/json',
    ),
  };
  paths[roundPaths.pb] = {
    get: publishedOperation('rounds.export', 'A closed round as research tools read it (pabulib.org)', 'text/plain'),
  };
  paths[exportPath] = { get: exportOperation };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Five Micro',
      version,
      summary: 'The five micro features of a residents’ community',
      description:
        'Times are RFC 3339 in UTC. Lists are `{ items, nextCursor }` with opaque cursors. Refusals are RFC 9457 problems with a `code` from a closed list and words in the language of `Accept-Language`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags,
    paths,
    components: {
      schemas: plain,
      parameters,
      securitySchemes,
    },
  };
}
