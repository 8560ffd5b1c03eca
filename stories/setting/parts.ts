import { contract } from '@five-micro/contract';
import { type Override, problemOf, respond } from '@five-micro/mock-api';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { described } from '../../.storybook/words/described.ts';

interface Described {
  readonly tagName: string;
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
}
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Described[] }[];
}

/** The manifest is what the preview's loader gave. */
const declaredOf = (loaded: Record<string, unknown>, tag: string): NonNullable<Described['cssParts']> => {
  const { modules } = loaded['manifest'] as Manifest;
  return modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag)?.cssParts ?? [];
};

const namesIn = (element: Element, attribute: string): string[] => element.getAttribute(attribute)?.split(/[\s,]+/) ?? [];

/** The parts that a page can reach in an element: its own, and those that what it consists of hands on. */
function reached(element: Element): string[] {
  const inside = [...(element.shadowRoot?.querySelectorAll('[part], [exportparts]') ?? [])];
  const handedOn = inside.flatMap((one) => {
    const there = new Set(reached(one));
    return namesIn(one, 'exportparts').filter((name) => there.has(name));
  });
  return [...inside.flatMap((one) => namesIn(one, 'part')), ...handedOn];
}

/**
 * What a page can reach is what the manifest says, no more; every story is looked at. It throws by itself: what `expect`
 * is asked here would stand below every story as a step that somebody takes.
 */
export function onlyDeclaredParts(canvas: ParentNode, loaded: Record<string, unknown>): void {
  const { modules } = loaded['manifest'] as Manifest;
  for (const { tagName } of modules.flatMap(({ declarations }) => declarations)) {
    const declared = declaredOf(loaded, tagName).map(({ name }) => name);
    for (const element of canvas.querySelectorAll(tagName)) {
      const others = reached(element).filter((name) => !declared.includes(name));
      if (others.length > 0) throw new Error(`${tagName} has parts that its docstring does not name: ${others.join(', ')}`);
    }
  }
}

/** Collects the parts of every element of a kind as the story goes on; in the end there have to be all of them. */
export function watchParts(canvas: ParentNode, loaded: Record<string, unknown>, tag: string) {
  const seen = new Set<string>();
  const look = () => {
    for (const element of canvas.querySelectorAll(tag)) for (const name of reached(element)) seen.add(name);
  };
  const missing = () => {
    look();
    return declaredOf(loaded, tag).flatMap(({ name }) => (seen.has(name) ? [] : [name]));
  };
  return {
    /** Until all are there but these, which come later. */
    but: (...later: string[]) => waitFor(() => expect(missing()).toEqual(later), { timeout: 15_000 }),
    all: () => waitFor(() => expect(missing()).toEqual([]), { timeout: 15_000 }),
  };
}

const colours = ['#c8102e', '#0d6668', '#85560a', '#6a3fa0', '#1f5fa8', '#2b6b3d', '#a3322b', '#555'];
const colourAt = (at: number) => colours[at % colours.length] ?? '#555';

/** Around an element: a line in a colour of its own around each part, and what they are. */
export const outlined = (tag: string, loaded: Record<string, unknown>, content: TemplateResult): TemplateResult => {
  const parts = declaredOf(loaded, tag);
  const lang = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  const rules = parts.map(
    ({ name }, at) => `${tag}::part(${name}) { outline: 2px solid ${colourAt(at)}; outline-offset: -1px; }`,
  );
  return html`<style>
      ${rules.join('\n')}
    </style>
    <ul>
      ${parts.map(
        ({ name, description }, at) =>
          html`<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill=${colourAt(at)} /></svg>
            <code>::part(${name})</code> ${described(lang, description)}</li>`,
      )}
    </ul>
    ${content}`;
};

const unknown = respond(contract.areas.get, problemOf('area.unknown'));
const there = new Request('https://nowhere.example', { method: contract.areas.get.method });

/** An area that the server does not have, whatever is asked of it: for an element that shows an error beside one that does not. */
export const nowhere: Override = {
  answer: (_request, path) => (path.startsWith('/areas/nowhere') ? unknown.answer(there, '/areas/nowhere') : undefined),
};
