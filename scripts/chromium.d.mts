export const chromiumArgs: string[];
export const noChromium: string;
export function findChromium(): string | undefined;
