// What a page can rely on of an element, in tables: all of it comes from the manifest.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import manifest, { type ElementDeclaration } from 'virtual:five-micro/manifest';

/** What `data-state` can say, in the words of a designer. */
const states: Readonly<Record<string, string>> = {
  loading: '正在打开：和内容一样形状的影子，0.4 秒以内什么都不闪。',
  ready: '内容在这里。',
  empty: '没有内容：一幅画、一句话、一件可以做的事。',
  error: '没打开：出了什么事、有没有存下、“再试一次”、小字的编号。',
  stale: '网络不稳：上一次的内容还在，上面一行说是几点的。',
  offline: '没有网络：内容还在，要联网的按钮按不了。',
};

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
  description.split('`').map((text, at) => (at % 2 ? code(text) : text));

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
    return html`
      ${table('属性 Attributes', ['写成', '类型', '默认', '说明'], [...inMarkup, ...ofItself], (one) => [
        code(one.name),
        code(one.type?.text),
        code(one.default),
        say(one),
      ])}
      ${table(
        '只在脚本里设的 Properties',
        ['名字', '类型', '说明'],
        members.filter(({ kind, name }) => kind === 'field' && !fields.has(name)),
        (one) => [code(one.name), code(one.type?.text), html`${say(one)}${one.readonly ? '（只读）' : ''}`],
      )}
      ${table(
        '方法 Methods',
        ['怎么叫', '说明'],
        members.filter(({ kind }) => kind === 'method'),
        (one) => [code(callOf(one)), say(one)],
      )}
      ${table('事件 Events', ['名字', '类', '说明'], events, (one) => [code(one.name), code(one.type?.text), say(one)])}
      ${table('状态 States', ['选择器', '什么样子'], ownStates, (state) => [code(`${found.tagName}[data-state=${state}]`), states[state] ?? ''])}
      ${table('可以换的内容 Slots', ['名字', '说明'], slots, (one) => [code(one.name || '(默认)'), say(one)])}
      ${table('可以改样子的部分 Parts', ['选择器', '说明'], cssParts, (one) => [code(`${found.tagName}::part(${one.name})`), say(one)])}
      ${table('颜色和尺寸 Tokens', ['名字', '平常的值', '说明'], cssProperties, (one) => [
        code(one.name),
        html`${swatch(one.default)} ${code(one.default)}`,
        say(one),
      ])}
    `;
  }
}
customElements.define('sb-api', ApiTables);
