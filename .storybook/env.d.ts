declare module '*.css';

/** What is published as `custom-elements.json`: see `docs/manifest.ts`. */
declare module 'virtual:five-micro/manifest' {
  interface Named {
    name: string;
    description?: string;
  }
  interface Typed extends Named {
    type?: { text: string };
    default?: string;
  }
  export interface ElementDeclaration extends Named {
    tagName: string;
    summary?: string;
    attributes?: (Typed & { fieldName?: string })[];
    members?: (Typed & {
      kind: 'field' | 'method';
      readonly?: boolean;
      parameters?: Typed[];
      return?: { type?: { text: string } };
    })[];
    events?: Typed[];
    slots?: Named[];
    cssParts?: Named[];
    cssProperties?: (Named & { default?: string })[];
  }
  const manifest: { modules: { declarations: ElementDeclaration[] }[] };
  export default manifest;
}
