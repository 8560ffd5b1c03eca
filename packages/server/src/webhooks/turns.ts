/** Who was served when: whose turn is longest ago comes next. */
export interface Turns {
  /** Whoever had none yet first; among equals as they come. */
  inOrder(ids: readonly string[]): string[];
  take(id: string): void;
  /** Forgets all others. */
  keep(ids: readonly string[]): void;
}

export function createTurns(): Turns {
  const taken = new Map<string, number>();
  let turn = 0;
  return {
    inOrder: (ids) => [...ids].sort((one, other) => (taken.get(one) ?? 0) - (taken.get(other) ?? 0)),
    take: (id) => void taken.set(id, (turn += 1)),
    keep(ids) {
      const kept = new Set(ids);
      for (const id of taken.keys()) if (!kept.has(id)) taken.delete(id);
    },
  };
}
