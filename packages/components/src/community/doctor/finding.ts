import type { DoctorWords } from './words/index.ts';

export const checks = ['attributes', 'server', 'token', 'login', 'policy', 'versions'] as const;
export type Check = (typeof checks)[number];

/** Something that is wrong with the page, for the words of its kind. */
export interface Finding {
  readonly kind: keyof DoctorWords['findings'];
  readonly values: Readonly<Record<string, string>>;
}

/** Nothing is lost, but it could be better. */
export const isCaution = ({ kind }: Finding): boolean =>
  ['unknown-attribute', 'versions', 'login-nowhere', 'login-no-back'].includes(kind);

/** What one check came to: `state` says why nothing was found. */
export interface Outcome {
  readonly check: Check;
  readonly findings: readonly Finding[];
  readonly state: 'fine' | 'nobody' | 'none' | 'skipped' | 'page';
}

export const found = (check: Check, findings: readonly Finding[], state: Outcome['state'] = 'fine'): Outcome => ({
  check,
  findings,
  state,
});
