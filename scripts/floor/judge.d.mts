import type { Found } from './scripts.mjs';

export interface Allowance {
  feature: string;
  in: RegExp;
  why: string;
}
export function judge(files: { path: string; code: string; found: Found[] }[], allowed: Allowance[]): string[];
