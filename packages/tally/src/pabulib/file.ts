/** Rows as they stand in a file, the first row being the names of the columns. */
export interface PbTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All that a `.pb` file says, also what nobody here reads, in its order. */
export interface PbFile {
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly projects: PbTable;
  readonly votes: PbTable;
}

export const sections = ['META', 'PROJECTS', 'VOTES'] as const;
export type Section = (typeof sections)[number];
