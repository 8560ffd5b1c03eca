export const src: string;
export function tokenCss(folder: string, ending: '.js' | '.ts'): Promise<string>;
interface Described {
  name: string;
  type?: { text: string };
}
interface ElementDescription {
  tagName: string;
  attributes?: Described[];
  events?: Described[];
  cssProperties?: Described[];
}
interface Manifest {
  modules: { declarations: ElementDescription[] }[];
}

export function createManifest(css: string): Manifest;
export function elementsOf(manifest: Manifest): ElementDescription[];
export function tokensOf(css: string): Record<string, string | null>;
