/** Their folders below `packages`, each after those that it needs. */
export const packages: string[];
export function ensurePackages(): Promise<void>;
