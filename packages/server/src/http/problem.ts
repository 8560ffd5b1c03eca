import { type ErrorCode, type FieldCode, errorStatus, type Language, type Problem } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';

/** One field that is wrong; `params` fill its message, as `{ max: 60 }`. */
export interface FieldFault {
  path: string;
  code: FieldCode;
  params?: Record<string, string | number>;
}

/** A refusal. Thrown anywhere, answered as RFC 9457 in the caller's language; a transaction it leaves is undone. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ErrorCode;
  readonly params: Record<string, string>;
  readonly fields: FieldFault[];
  constructor(code: ErrorCode, more: { params?: Record<string, string>; fields?: FieldFault[] } = {}) {
    super(code);
    this.code = code;
    this.params = more.params ?? {};
    this.fields = more.fields ?? [];
  }
}

const fill = (template: string, params: Record<string, string | number>) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

export function problemOf(refusal: Refusal, language: Language, requestId: string): Problem {
  const words = messages[language];
  const { who } = refusal.params;
  const detail = fill(words.errors[refusal.code], { ...refusal.params, who: words.who[who ?? ''] ?? words.who['worker'] ?? '' });
  const problem: Problem = {
    type: `urn:five-micro:${refusal.code}`,
    title: detail,
    status: errorStatus[refusal.code],
    detail,
    code: refusal.code,
    requestId,
  };
  if (refusal.fields.length > 0) {
    problem.fields = refusal.fields.map(({ path, code, params }) => ({
      path,
      code,
      message: fill(words.fields[code], params ?? {}),
    }));
  }
  if (Object.keys(refusal.params).length > 0) problem.params = refusal.params;
  return problem;
}
