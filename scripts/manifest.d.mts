export const src: string;
export function tokenCss(folder: string, ending: '.js' | '.ts'): Promise<string>;
interface Described {
  name: string;
  description?: string;
  type?: { text: string };
}
interface ElementDescription {
  tagName: string;
  summary?: string;
  attributes?: Described[];
  members?: Described[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}
interface Manifest {
  modules: { declarations: ElementDescription[] }[];
}

export function createManifest(css: string): Manifest;
export function elementsOf(manifest: Manifest): ElementDescription[];
export function tokensOf(css: string): Record<string, string | null>;
