import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { documented } from './documented.ts';
import {
  actionVerbs,
  contract,
  type Endpoint,
  errorStatus,
  languages,
  nominationVerbs,
  projectVerbs,
  roundVerbs,
  wishVerbs,
} from './index.ts';
import { requests } from './requests/index.ts';

const table = Object.entries(contract).flatMap(([group, endpoints]) =>
  Object.entries<Endpoint>(endpoints).map(([key, endpoint]) => ({ name: `${group}.${key}`, endpoint })),
);

/** Anything that a reader of answers would have to pay for: checks, transforms, records of unknown things. */
const plainTypes = ['object', 'array', 'string', 'number', 'boolean', 'enum', 'nullable', 'optional', 'record'];

function* everySchemaIn(schema: unknown): Generator<z.core.$ZodType> {
  if (!(schema instanceof z.core.$ZodType)) return;
  yield schema;
  const { def } = schema._zod;
  const shape: unknown = Reflect.get(def, 'shape');
  const inner = ['element', 'innerType', 'keyType', 'valueType'].map((key): unknown => Reflect.get(def, key));
  for (const one of [...(typeof shape === 'object' && shape ? Object.values<unknown>({ ...shape }) : []), ...inner])
    yield* everySchemaIn(one);
}

describe('the endpoint table', () => {
  it('has a request check and a line of documentation for every endpoint, and for nothing else', () => {
    const names = table.map(({ name }) => name).sort();
    expect(Object.keys(requests).sort()).toEqual(names);
    expect(Object.keys(documented).sort()).toEqual(names);
  });

  it('asks a GET by its query and everything else by its body', () => {
    for (const { name, endpoint } of table) {
      const asked = new Map(Object.entries(requests)).get(name);
      expect('query' in (asked ?? {}), name).toBe(endpoint.method === 'GET');
    }
  });

  it('never has two endpoints at one method and path', () => {
    const lines = table.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('has an endpoint for every verb that a wish, an action, a round, a project or a nomination can answer in `can`', () => {
    const paths = table.map(({ endpoint }) => endpoint.path);
    for (const verb of wishVerbs) expect(paths).toContain(`/wishes/{id}/${verb}`);
    for (const verb of actionVerbs) expect(paths).toContain(`/actions/{id}/${verb}`);
    for (const verb of roundVerbs) expect(paths).toContain(`/rounds/{id}/${verb}`);
    for (const verb of projectVerbs) expect(paths).toContain(`/projects/{id}/${verb}`);
    for (const verb of nominationVerbs) expect(paths).toContain(`/nominations/{id}/${verb}`);
  });

  it('describes answers with plain schemas only, because every client pays for them in bytes', () => {
    for (const { name, endpoint } of table) {
      const schemas = [...everySchemaIn(endpoint.answer)];
      expect(schemas.length, name).toBeGreaterThan(1);
      for (const { _zod } of schemas) {
        expect(plainTypes, name).toContain(_zod.def.type);
        expect(_zod.def.checks ?? [], name).toEqual([]);
      }
    }
  });

  it('reads an answer that has a field it does not know', () => {
    const answer = { areas: 1, unseen: 3, later: true };
    expect(contract.me.noticesSeen.answer.parse(answer)).toEqual({ unseen: 3 });
  });
});

describe('the codes', () => {
  it('all have the status of a refusal', () => {
    for (const [code, status] of Object.entries(errorStatus)) expect(status >= 400 && status < 600, code).toBe(true);
  });

  it('are written in at least two languages', () => {
    expect(languages).toEqual(['zh-CN', 'en']);
  });
});
