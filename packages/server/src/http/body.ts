import type { FieldCode } from '@five-micro/contract';
import type * as z from 'zod/mini';
import { type FieldFault, Refusal } from './problem.ts';

const mostJson = 64 * 1024;
export const mostUpload = 8 * 1024 * 1024;

/** Reads a body of at most `most` bytes, whatever its length header claims: chunked bodies have none. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('request.too-large');
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  // Whoever hangs up half-way breaks it off with the error of a connection, which would pass for the database's.
  const next = () =>
    reader.read().catch(() => {
      throw new Refusal('request.unreadable');
    });
  for (let step = await next(); !step.done; step = await next()) {
    length += step.value.length;
    if (length > most) {
      await reader.cancel();
      throw new Refusal('request.too-large');
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** The JSON of a request; an empty body is an empty object, so that a verb without words can be sent bare. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, mostJson);
  if (bytes.length === 0) return {};
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) throw new Refusal('request.unsupported-media');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('request.unreadable');
  }
}

/** Checks what was asked. zod's own words never reach anyone: its issues become our field codes. */
export function check<Schema extends z.ZodMiniType>(schema: Schema, asked: unknown): z.output<Schema> {
  const result = schema.safeParse(asked);
  if (result.success) return result.data;
  throw new Refusal('request.invalid', { fields: result.error.issues.flatMap((issue) => faultsOf(issue, asked)).slice(0, 20) });
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, asked: unknown): FieldFault[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown-field' as const }));
  }
  const fault: FieldFault = { path, code: codeOf(issue, asked) };
  if (issue.code === 'too_big') fault.params = { max: String(issue.maximum) };
  if (issue.code === 'too_small') fault.params = { min: String(issue.minimum) };
  return [fault];
}

function codeOf(issue: Issue, asked: unknown): FieldCode {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big';
    case 'too_small':
      if (issue.origin !== 'string') return 'too-small';
      return valueAt(asked, issue.path) === '' ? 'required' : 'too-short';
    case 'invalid_value':
      return valueAt(asked, issue.path) === undefined ? 'required' : 'not-an-option';
    case 'invalid_type':
      return valueAt(asked, issue.path) === undefined ? 'required' : 'type';
    case 'invalid_union':
      return valueAt(asked, issue.path) === undefined ? 'required' : 'format';
    default:
      return 'format';
  }
}

function valueAt(asked: unknown, path: readonly PropertyKey[]): unknown {
  let value = asked;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}
