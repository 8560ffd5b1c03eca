export const src: string;
export function tokenCss(folder: string, ending: '.js' | '.ts'): Promise<string>;
export function createManifest(css: string): unknown;
