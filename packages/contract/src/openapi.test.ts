import { describe, expect, it } from 'vitest';
import { contract, type Endpoint, type ErrorCode, errorCodes } from './index.ts';
import { type OpenApi, openapi, type Operation } from './openapi.ts';

const document = openapi({ serverUrl: 'https://portal.example/api/v1' });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Everything in a document of the given key, wherever it stands. */
function* valuesOf(key: string, within: unknown): Generator {
  if (typeof within !== 'object' || within === null) return;
  for (const [name, value] of Object.entries(within)) {
    if (name === key) yield value;
    yield* valuesOf(key, value);
  }
}

function resolve(reference: string, within: OpenApi): unknown {
  let at: unknown = within;
  for (const key of reference.replace(/^#\//, '').split('/')) {
    at = typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === key)?.[1] : undefined;
  }
  return at;
}

const parametersOf = (operation: Operation) =>
  operation.parameters.map((one) => (typeof one['$ref'] === 'string' ? resolve(one['$ref'], document) : one));

const says = (operation: Operation, status: number, code: ErrorCode) =>
  [...valuesOf('enum', operation.responses[status])].flat().includes(code);

describe('the OpenAPI document', () => {
  it('is JSON: nothing is lost on the way', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has every endpoint, the live stream, the export, the calendars and what a round publishes', () => {
    const table = Object.values(contract).flatMap((group) => Object.values<Endpoint>(group));
    expect(operations).toHaveLength(table.length + 7);
    for (const { method, path } of table) expect(document.paths[path]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
    expect(document.paths['/areas/{area}/live']?.['get']?.responses['200']).toMatchObject({
      content: { 'text/event-stream': {} },
    });
  });

  it('refers to nothing that is not there', () => {
    const references = [...valuesOf('$ref', document)];
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references) expect(resolve(String(reference), document), String(reference)).toBeDefined();
  });

  it('uses every schema and parameter that it has', () => {
    const used = new Set(valuesOf('$ref', document));
    for (const [part, things] of Object.entries({
      schemas: document.components.schemas,
      parameters: document.components.parameters,
    })) {
      for (const name of Object.keys(things)) expect(used, name).toContain(`#/components/${part}/${name}`);
    }
  });

  it('declares each parameter of a path once, and no other', () => {
    for (const { path, operation } of operations) {
      const declared = parametersOf(operation).filter((one) => Reflect.get(Object(one), 'in') === 'path');
      const named = declared.map((one) => `{${Reflect.get(Object(one), 'name')}}`);
      expect(named, path).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  it('names each operation once and says in a line what it does', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) expect(operation.summary, operation.operationId).toMatch(/^\S.{5,}/);
  });

  it('lets every unsafe request carry an Idempotency-Key, and says that another body under it is refused', () => {
    for (const { method, operation } of operations) {
      const takesKey = operation.parameters.some((one) => one['$ref'] === '#/components/parameters/IdempotencyKey');
      expect(takesKey, operation.operationId).toBe(method !== 'get');
      expect(says(operation, 409, 'idempotency.mismatch')).toBe(method !== 'get');
    }
  });

  it('asks for a token where an anonymous caller is refused, and offers it elsewhere', () => {
    for (const { operation } of operations) {
      expect(operation.security, operation.operationId).toContainEqual({ bearer: [] });
      const anonymous = operation.security.some((one) => Object.keys(one).length === 0);
      const refused = says(operation, 401, 'auth.required');
      // A list refuses a stranger only the statuses that are not public.
      if (!['wishes.list', 'actions.list', 'rounds.list', 'projects.list'].includes(operation.operationId))
        expect(anonymous, operation.operationId).toBe(!refused);
    }
  });

  it('says with which refusal every code can come', () => {
    const said = new Set(operations.flatMap(({ operation }) => [...valuesOf('enum', operation.responses)].flat()));
    expect(errorCodes.filter((code) => !said.has(code))).toEqual([]);
  });

  it('answers every refusal as a problem', () => {
    for (const { operation } of operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response['description'], `${operation.operationId} ${status}`).toBeTruthy();
        if (Number(status) >= 400)
          expect(response['content']).toHaveProperty(['application/problem+json', 'schema', 'allOf', 0, '$ref']);
      }
    }
  });

  it('lets answers grow and refuses unknown fields in requests', () => {
    expect(document.components.schemas['Wish']).not.toHaveProperty('additionalProperties');
    expect(document.components.schemas['WishesPostRequest']).toMatchObject({
      additionalProperties: false,
      required: ['title', 'kind'],
    });
  });
});
