// What a page can rely on of an element, in tables: all of it comes from the manifest.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import manifest, { type ElementDeclaration } from 'virtual:five-micro/manifest';
import { described } from '../words/described.ts';
import { wordsIn } from '../words/say.ts';
import { language, ToolbarController } from './toolbar.ts';

const code = (text: string | undefined) => (text ? html`<code>${text}</code>` : nothing);

function table<T>(
  title: string,
  columns: readonly string[],
  rows: readonly T[] | undefined,
  cells: (row: T) => readonly unknown[],
): TemplateResult | typeof nothing {
  if (!rows?.length) return nothing;
  return html`<h2>${title}</h2>
    <div class="sideways" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr>${cells(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
}

/** What stands between backticks is code. */
const say = ({ description = '' }: { description?: string }) =>
  described(language(), description)
    .split('`')
    .map((text, at) => (at % 2 ? code(text) : text));

const swatch = (value: string | undefined) =>
  value && CSS.supports('color', value)
    ? html`<svg width="16" height="16" aria-hidden="true"><rect x=".5" y=".5" width="15" height="15" rx="3" fill=${value} stroke="#8886" /></svg>`
    : nothing;

/** `signedIn(): Promise<void>` */
function callOf({ name, parameters = [], return: returned }: NonNullable<ElementDeclaration['members']>[number]): string {
  return `${name}(${parameters.map((one) => one.name).join(', ')}): ${returned?.type?.text ?? 'void'}`;
}

/** `<sb-api tag="fm-wish-wall">`; in the page's own tree, so that it looks like the rest of it. */
class ApiTables extends LitElement {
  constructor() {
    super();
    new ToolbarController(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const tag = this.getAttribute('tag');
    const found = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
    if (!found) throw new Error(`The manifest has no ${tag ?? 'element'}.`);
    const { attributes = [], members = [], events, slots, cssParts, cssProperties } = found;
    const inMarkup = attributes.filter(({ fieldName }) => fieldName);
    const fields = new Set(inMarkup.map(({ fieldName }) => fieldName));
    const ownStates = attributes.find(({ name }) => name === 'data-state')?.type?.text.match(/[a-z]+/g) ?? [];
    const ofItself = attributes.filter(({ fieldName, name }) => !fieldName && name !== 'data-state');
    const { page, states } = wordsIn(language());
    const own = (state: string) => (state in states ? states[state as keyof typeof states] : '');
    return html`
      ${table(page.attributes, [page.written, page.type, page.standard, page.what], [...inMarkup, ...ofItself], (one) => [
        code(one.name),
        code(one.type?.text),
        code(one.default),
        say(one),
      ])}
      ${table(
        page.properties,
        [page.named, page.type, page.what],
        members.filter(({ kind, name }) => kind === 'field' && !fields.has(name)),
        (one) => [code(one.name), code(one.type?.text), html`${say(one)}${one.readonly ? page.readonly : ''}`],
      )}
      ${table(
        page.methods,
        [page.call, page.what],
        members.filter(({ kind }) => kind === 'method'),
        (one) => [code(callOf(one)), say(one)],
      )}
      ${table(page.events, [page.named, page.class, page.what], events, (one) => [code(one.name), code(one.type?.text), say(one)])}
      ${table(page.states, [page.selector, page.look], ownStates, (state) => [code(`${found.tagName}[data-state=${state}]`), own(state)])}
      ${table(page.slots, [page.named, page.what], slots, (one) => [code(one.name || page.noName), say(one)])}
      ${table(page.parts, [page.selector, page.what], cssParts, (one) => [code(`${found.tagName}::part(${one.name})`), say(one)])}
      ${table(page.tokens, [page.named, page.usually, page.what], cssProperties, (one) => [
        code(one.name),
        html`${swatch(one.default)} ${code(one.default)}`,
        say(one),
      ])}
    `;
  }
}
customElements.define('sb-api', ApiTables);
