import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Reference, Session } from './webdriver.ts';

interface Wanted {
  role: string;
  /** Words that its name has. */
  name: string;
}

/** Runs in the page, so it stands alone: the first that is visible, in the sheet on top or, without one, on the page. */
function find({ role, name }: Wanted): Element | null {
  const tags: Record<string, string> = {
    button: 'button, [role=button], summary',
    link: 'a[href]',
    textbox: 'input:not([type]), input[type=text], input[type=tel], textarea',
    searchbox: 'input[type=search]',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    switch: '[role=switch]',
    tab: '[role=tab]',
    file: 'input[type=file]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    text: '*',
  };
  const all = (root: ParentNode, selector: string): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot, selector) : []),
    ]);
  const inside = (element: Element): Element[] => [
    ...all(element, tags[role] ?? role),
    ...(element.shadowRoot ? all(element.shadowRoot, tags[role] ?? role) : []),
  ];
  const nameOf = (element: Element): string => {
    const labels = 'labels' in element ? [...((element.labels as NodeList | null) ?? [])] : [];
    const described = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const root = element.getRootNode() as Document | ShadowRoot;
    const by = described.map((id) => root.getElementById(id)?.textContent ?? '');
    const own = role === 'text' ? [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')) : [];
    const words = [element.getAttribute('aria-label'), by.join(' '), labels.map((label) => label.textContent).join(' ')];
    const said = words.find(Boolean) ?? (role === 'text' ? own.join('') : element.textContent);
    return said.replace(/\s+/g, ' ').trim();
  };
  const visible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return role === 'file' || (width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible');
  };
  const top = all(document, 'dialog.login[open], fm-sheet[open]').at(-1);
  const frame = top?.shadowRoot?.querySelector('dialog') ?? top;
  if (frame?.getBoundingClientRect().height === 0) return null;
  const found = top ? inside(top) : all(document, tags[role] ?? role);
  return found.find((element) => visible(element) && nameOf(element).includes(name)) ?? null;
}

export type Visit = ReturnType<typeof visit>;

declare global {
  interface Window {
    complaints?: string[];
  }
}

/** A session as a person has it: they press what they read. Pictures of what they saw go to the folder ENGINE_PICTURES. */
export function visit(session: Session, url: string) {
  const look = (wanted: Wanted): Promise<Reference | null> =>
    session.run<Element | null, [Wanted]>(find, wanted) as Promise<Reference | null>;
  const get = (role: string, name: string, timeout = 10_000): Promise<Reference> =>
    vi.waitUntil(() => look({ role, name }), { timeout, interval: 50 });
  const pictures = process.env['ENGINE_PICTURES'];
  return {
    ...session,
    get,
    open: (path: string) => session.open(`${url}${path}`),
    see: (words: string, timeout?: number) => get('text', words, timeout),
    gone: (role: string, name: string) =>
      vi.waitUntil(async () => (await look({ role, name })) === null, { timeout: 10_000, interval: 50 }),
    /** What is drawn anew between the look and the press is looked for again. */
    press: (role: string, name: string) =>
      vi.waitFor(async () => session.click(await get(role, name)), { timeout: 10_000, interval: 50 }),
    async write(role: string, name: string, words: string) {
      await session.run((field) => (field as unknown as HTMLElement).focus(), await get(role, name));
      await session.type(words);
    },
    /** From now on and on this page. */
    listen: () =>
      session.run(() => {
        const complaints: string[] = (window.complaints = []);
        window.addEventListener('error', ({ message }) => complaints.push(message));
        window.addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          complaints.push(`${violatedDirective} ${blockedURI}`),
        );
        for (const level of ['warn', 'error'] as const) console[level] = (...said) => void complaints.push(said.join(' '));
      }),
    complaints: () => session.run(() => window.complaints ?? []),
    async picture(name: string) {
      if (pictures) await writeFile(join(pictures, `${name}.png`), await session.picture());
    },
  };
}
