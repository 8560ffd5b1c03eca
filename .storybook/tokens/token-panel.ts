import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { API } from 'storybook/manager-api';
import { asks, type Measured, says, type Token } from '../channel.ts';
import { copy } from '../snippet/copy.ts';
import { contrast, least, type Pair, pairs, type Rgba, writtenRatio } from './contrast.ts';
import { type Edit, type Edits, ruleOf, valueOf } from './rule.ts';
import { panelStyles } from './token-panel.styles.ts';

/** What the toolbar decides as well. */
const looks = {
  theme: { name: '主题', options: { neutral: '素净', party: '党建红', spring: '春绿' } },
  scheme: { name: '明暗', options: { light: '白天', dark: '夜里' } },
  mode: { name: '字号', options: { normal: '平常', elder: '长辈版' } },
} as const;
type Look = keyof typeof looks;
const lookNames = Object.keys(looks) as Look[];

const groups: readonly (readonly [name: string, of: RegExp])[] = [
  ['主色', /accent/],
  ['文字', /^text/],
  ['底色和线', /^(surface|line)/],
  ['好、快到期、不好', /^(positive|caution|negative|gold)/],
  ['便条纸', /^(note|on-note|pin)/],
  ['影子和遮罩', /^(shade|shadow|scrim)/],
  ['字和尺寸', /./],
];
const shortName = (name: string): string => name.replace('--fm-', '');
const groupOf = ({ name }: Token): string => groups.find(([, of]) => of.test(shortName(name)))?.[0] ?? '';

const css = ([red, green, blue, alpha]: Rgba): string => `rgb(${red} ${green} ${blue} / ${alpha})`;

/** How one looks on the other. */
const sample = (colour: Rgba, ground: Rgba): TemplateResult =>
  html`<svg width="26" height="18" aria-hidden="true"><rect width="26" height="18" rx="3" fill=${css(ground)} /><text x="13" y="14" text-anchor="middle" font-size="13" fill=${css(colour)}>文</text></svg>`;

/**
 * Changes the tokens of the story that is shown, while one looks, and says whether text can still be read. What comes of
 * it is a rule to copy: nothing is kept here.
 */
export class TokenPanel extends LitElement {
  static override styles = panelStyles;
  static override properties: PropertyDeclarations = {
    measured: { state: true },
    edits: { state: true },
    said: { state: true },
    looksNow: { state: true },
  };

  // Only declared: Storybook compiles its frame without our tsconfig, and a defined field would hide Lit's accessor.
  declare private measured: Measured | undefined;
  declare private edits: Edits;
  declare private said: string;
  /** What is chosen, and what the story itself has decided. */
  declare private looksNow: { chosen: Record<string, unknown>; fixed: Record<string, unknown> };
  readonly #api: API;

  constructor(api: API) {
    super();
    this.edits = {};
    this.said = '';
    this.looksNow = { chosen: {}, fixed: {} };
    this.#api = api;
    api.on(says.tokens, (measured: Measured | null) => {
      this.measured = measured ?? undefined;
      this.#look();
    });
    // A story that is loaded anew has nothing on yet.
    for (const event of ['storyRendered', 'docsRendered', 'globalsUpdated']) api.on(event, () => this.#wear());
  }

  protected override firstUpdated(): void {
    this.#wear();
  }

  protected override render(): TemplateResult {
    const { measured } = this;
    const rule = ruleOf(this.edits);
    return html`
      <div class="looks">
        ${lookNames.map((look) => this.renderLook(look))}
        <button type="button" ?disabled=${!rule} @click=${this.#resetAll}>全部还原</button>
        <button type="button" class="main" ?disabled=${!rule} @click=${this.#copy}>复制 CSS</button>
        <span role="status">${this.said}</span>
      </div>
      ${measured ? this.renderAll(measured) : html`<p>这一页上没有能改的元素。打开一个故事，再来这里。</p>`}
    `;
  }

  private renderLook(look: Look): TemplateResult {
    const { name, options } = looks[look];
    const { chosen, fixed } = this.looksNow;
    const isFixed = fixed[look] !== undefined;
    const now = isFixed ? fixed[look] : chosen[look];
    return html`<label title=${isFixed ? '这个故事自己定了' : nothing}>
      ${name}
      <select
        ?disabled=${isFixed}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.#api.updateGlobals({ [look]: target.value });
        }}
      >
        ${Object.entries(options).map(([value, words]) => html`<option value=${value} .selected=${value === now}>${words}</option>`)}
      </select>
    </label>`;
  }

  private renderAll(measured: Measured): TemplateResult {
    const rule = ruleOf(this.edits);
    return html`<div class="all">
      <section>
      ${rule ? html`<h2>要放进样式表的</h2><pre tabindex="0">${rule}</pre>` : nothing}
      <h2>看得清吗</h2>
      <p class="hint">
        文字和底色要差到 ${measured.isElder ? '7 : 1（长辈版）' : '4.5 : 1'}，线和框要 3 : 1。
      </p>
      <table>
        <thead>
          <tr>
            <th>什么在什么上</th>
            <th>白天</th>
            <th>夜里</th>
          </tr>
        </thead>
        <tbody>
          ${pairs.map((pair) => this.renderPair(pair, measured))}
        </tbody>
      </table>
      </section>
      <div class="groups">${groups.map(([name]) => {
        const tokens = measured.tokens.filter((token) => groupOf(token) === name);
        return tokens.length
          ? html`<section><h2>${name}</h2>${tokens.map((token) => this.renderToken(token, measured))}</section>`
          : nothing;
      })}</div>
    </div>`;
  }

  private renderPair(pair: Pair, { colours, isElder }: Measured): TemplateResult | typeof nothing {
    const cell = (scheme: 'light' | 'dark') => {
      const [colour, ground] = [colours[scheme][pair.colour], colours[scheme][pair.ground]];
      if (!colour || !ground) return html`<td>–</td>`;
      const ratio = contrast(colour, ground);
      const enough = ratio >= least(pair, isElder);
      return html`<td class=${enough ? '' : 'bad'}>${sample(colour, ground)}${writtenRatio(ratio)} ${enough ? '✓' : '✗ 不够'}</td>`;
    };
    if (!colours.light[pair.colour] || !colours.light[pair.ground]) return nothing;
    return html`<tr data-pair="${pair.colour}/${pair.ground}">
      <th scope="row">${pair.colour} <span>/ ${pair.ground}</span></th>
      ${cell('light')} ${cell('dark')}
    </tr>`;
  }

  private renderToken(token: Token, { scheme }: Measured): TemplateResult {
    const { name, kind, description } = token;
    const now = token[scheme];
    const isEdited = name in this.edits;
    return html`<div class="token ${isEdited ? 'edited' : ''}" data-token=${name}>
      <code>${name}</code>
      ${
        kind === 'colour'
          ? html`<input
              type="color"
              aria-label="${name} 的颜色"
              .value=${now.startsWith('#') ? now : '#000000'}
              ?disabled=${!now.startsWith('#')}
              @input=${({ target }: Event) => this.#edit(token, target)}
            />`
          : nothing
      }
      <input
        type="text"
        aria-label="${name} 的值"
        spellcheck="false"
        .value=${now}
        @change=${({ target }: Event) => this.#edit(token, target)}
      />
      <button type="button" class="back" ?disabled=${!isEdited} aria-label="还原 ${name}" @click=${() => this.#reset(name)}>↺</button>
      <small>${description}</small>
    </div>`;
  }

  #edit(token: Token, target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || !this.measured) return;
    const value = target.value.trim();
    const { scheme } = this.measured;
    if (!CSS.supports(token.kind === 'colour' ? 'color' : '--any', value)) {
      target.value = token[scheme];
      this.said = `${value} 不是颜色`;
      return;
    }
    // A colour is changed for the time of day that is looked at; the other keeps what it has.
    const edit: Edit = token.kind === 'colour' ? { light: token.light, dark: token.dark, [scheme]: value } : { value };
    this.edits = { ...this.edits, [token.name]: edit };
    this.#wear();
  }

  #reset(name: string): void {
    this.edits = Object.fromEntries(Object.entries(this.edits).filter(([one]) => one !== name));
    this.#wear();
  }

  readonly #resetAll = (): void => {
    this.edits = {};
    this.#wear();
  };

  readonly #copy = async (): Promise<void> => {
    this.said = (await copy(ruleOf(this.edits))) ? '复制好了' : '浏览器不让复制：在下面选中再按 Ctrl + C';
  };

  #wear(): void {
    const values = Object.fromEntries(Object.entries(this.edits).map(([name, edit]) => [name, valueOf(edit)]));
    this.#api.emit(asks.wear, values);
    this.said = '';
  }

  #look(): void {
    this.looksNow = { chosen: { ...this.#api.getGlobals() }, fixed: { ...this.#api.getStoryGlobals() } };
  }
}
customElements.define('fm-token-panel', TokenPanel);
