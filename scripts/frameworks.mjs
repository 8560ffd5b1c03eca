// Types for frameworks from the custom-elements manifest. The generators for them that the field has describe `ref`,
// events or children in ways that do not compile, or that allow anything; the types of single properties come from the
// classes themselves, so there is little to generate.
import { elementsOf } from './manifest.mjs';

const doc = (text, indent) => (text ? `${indent}/** ${text.replace(/\s+/g, ' ').replace(/\*\//g, '*\\/')} */\n` : '');

/** What may be given to an element: those that are written in markup, those that only a property can hold, its events. */
export function apiOf({ name, tagName, summary, description, attributes = [], members = [], events = [] }) {
  const own = attributes.filter(({ fieldName }) => fieldName);
  const taken = new Set(own.map(({ fieldName }) => fieldName));
  const properties = members.filter(({ kind, readonly, name: field }) => kind === 'field' && !readonly && !taken.has(field));
  return { name, tagName, about: summary ?? description, attributes: own, properties, events };
}

const fieldOf = (name, field) => `${name}['${field}']`;

/** `keyOf` says how the framework writes an attribute, `onEvent` how it writes a listener. */
const givenTo = ({ name, attributes, properties, events }, { keyOf, onEvent }) =>
  [
    ...attributes.map(({ name: attribute, fieldName, description }) => [
      description,
      keyOf(attribute, fieldName),
      fieldOf(name, fieldName),
    ]),
    ...properties.map(({ name: field, description }) => [description, field, fieldOf(name, field)]),
    ...events.map(({ name: event, type, description }) => [description, onEvent(event), `(event: ${type.text}) => void`]),
  ]
    .map(([about, key, type]) => `${doc(about, '  ')}  '${key}'?: ${type.includes('=>') ? `(${type})` : type} | undefined;`)
    .join('\n');

/** One interface for each element, and the classes and events that they name. */
function givens(apis, style) {
  const classes = new Set(apis.flatMap(({ name, events }) => [name, ...events.map(({ type }) => type.text)]));
  classes.delete('Event');
  return `import type { ${[...classes].sort().join(', ')} } from '../index.js';

${apis.map((api) => `${doc(api.about, '')}export interface ${api.name}Props {\n${givenTo(api, style)}\n}`).join('\n\n')}
`;
}

const lines = (apis, line) => apis.map((api) => `${doc(api.about, '    ')}    ${line(api)}`).join('\n');

const inMarkup = { keyOf: (attribute) => attribute, onEvent: (event) => `on${event}` };

const react = (apis) => `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${givens(apis, inMarkup)}
type Tag<Props, Instance> = Omit<DetailedHTMLProps<HTMLAttributes<Instance>, Instance>, keyof Props> & Props;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${lines(apis, ({ name, tagName }) => `  '${tagName}': Tag<${name}Props, ${name}>;`)}
    }
  }
}
`;

const svelte = (apis) => `import type { HTMLAttributes } from 'svelte/elements';
${givens(apis, inMarkup)}
type Tag<Props, Instance extends EventTarget> = Omit<HTMLAttributes<Instance>, keyof Props> & Props;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${lines(apis, ({ name, tagName }) => `'${tagName}': Tag<${name}Props, ${name}>;`)}
  }
}
`;

const pascal = (words) => words.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());

const vue = (apis) => `import type { HTMLAttributes, PublicProps } from 'vue';
${givens(apis, { keyOf: (_, field) => field, onEvent: (event) => `on${pascal(event)}` })}
type Tag<Props> = new () => { $props: Omit<HTMLAttributes, keyof Props> & PublicProps & Props };

declare module 'vue' {
  interface GlobalComponents {
${lines(apis, ({ name, tagName }) => `'${tagName}': Tag<${name}Props>;`)}
  }
}
`;

/** What a template writes as text is a number or a truth in the element. Angular's own transforms take anything. */
const transforms = {
  number: `(value: number | \`\${number}\`): number {
  return Number(value);
}`,
  boolean: `(value: boolean | '' | 'true' | 'false'): boolean {
  return value !== false && value !== 'false';
}`,
};
const transformOf = ({ type }) => (transforms[type?.text] ? `to${pascal(type.text)}` : undefined);

function directive({ name, tagName, about, attributes, properties }) {
  const inputs = [
    ...attributes.map(({ fieldName: field, ...rest }) => ({ ...rest, field })),
    ...properties.map(({ name: field, description }) => ({ field, description })),
  ];
  return `${doc(about, '')}@Directive({ selector: '${tagName}' })
export class ${name}Directive {
  /** The element itself. */
  readonly element: ${name} = inject<ElementRef<${name}>>(ElementRef).nativeElement;

${inputs
  .map((input) => {
    const transform = transformOf(input);
    return `${doc(input.description, '  ')}  @Input(${transform ? `{ transform: ${transform} }` : ''}) set ${input.field}(value: ${fieldOf(name, input.field)}) {
    this.element.${input.field} = value;
  }`;
  })
  .join('\n')}
}`;
}

/** Angular knows elements by directives. Their events need none: it reads those from `HTMLElementEventMap`. */
const angular = (apis) => `import { Directive, ElementRef, Input, inject } from '@angular/core';
import type { ${apis.map(({ name }) => name).join(', ')} } from '../index.js';

${Object.entries(transforms)
  .map(([type, body]) => `export function to${pascal(type)}${body}`)
  .join('\n\n')}

${apis.map(directive).join('\n\n')}

/** All of them, for the \`imports\` of a component. */
export const fiveMicro = [
${apis.map(({ name }) => `  ${name}Directive,`).join('\n')}
] as const;
`;

const generators = { react, vue, svelte };

/** Declarations by framework; Angular's is a source that its compiler makes a library of. */
export function frameworkTypes(manifest) {
  const apis = elementsOf(manifest).map(apiOf);
  return {
    types: Object.fromEntries(Object.entries(generators).map(([framework, generate]) => [framework, generate(apis)])),
    angular: angular(apis),
  };
}
