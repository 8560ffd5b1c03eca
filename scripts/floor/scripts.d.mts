export interface Found {
  /** Where in the file it begins. */
  offset: number;
  /** MDN's name of it, as `api.AbortSignal.any_static`. */
  feature: string;
  /** Who does not know it, as `Safari iOS 15.4`. */
  by: string[];
}
export function script(code: string, options?: { ecmaVersion?: 2020 | 2022 }): Found[];
