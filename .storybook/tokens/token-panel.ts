import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { API } from 'storybook/manager-api';
import { asks, type Measured, says, type Token } from '../channel.ts';
import { copy } from '../snippet/copy.ts';
import { described } from '../words/described.ts';
import { languageOf } from '../words/language.ts';
import { wordsIn } from '../words/say.ts';
import { contrast, least, type Pair, pairs, type Rgba, writtenRatio } from './contrast.ts';
import { keepEdits, keptEdits, onEdits } from './edits.ts';
import { type Edit, type Edits, ruleOf } from './rule.ts';
import { panelStyles } from './token-panel.styles.ts';

type Look = keyof ReturnType<typeof wordsIn>['looks'];
type Group = keyof ReturnType<typeof wordsIn>['tokens']['groups'];

const groups: readonly (readonly [name: Group, of: RegExp])[] = [
  ['accent', /accent/],
  ['text', /^text/],
  ['ground', /^(surface|line)/],
  ['good', /^(positive|caution|negative|gold)/],
  ['paper', /^(note|on-note|pin)/],
  ['shadow', /^(shade|shadow|scrim)/],
  ['size', /./],
];
const shortName = (name: string): string => name.replace('--fm-', '');
const groupOf = ({ name }: Token): Group => groups.find(([, of]) => of.test(shortName(name)))?.[0] ?? 'size';

const css = ([red, green, blue, alpha]: Rgba): string => `rgb(${red} ${green} ${blue} / ${alpha})`;

/** How one looks on the other. */
const sample = (colour: Rgba, ground: Rgba, letter: string): TemplateResult =>
  html`<svg width="26" height="18" aria-hidden="true"><rect width="26" height="18" rx="3" fill=${css(ground)} /><text x="13" y="14" text-anchor="middle" font-size="13" fill=${css(colour)}>${letter}</text></svg>`;

/**
 * Changes the tokens of the story that is shown, while one looks, and says whether text can still be read. What comes of
 * it is a rule to copy; until it is taken back, every story and journey wears it.
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
  /** Undefined until the story has said; null where it has nothing to change. */
  declare private measured: Measured | null | undefined;
  declare private edits: Edits;
  declare private said: string;
  /** What is chosen, and what the story itself has decided. */
  declare private looksNow: { chosen: Record<string, unknown>; fixed: Record<string, unknown> };
  readonly #api: API;

  constructor(api: API) {
    super();
    this.edits = keptEdits();
    this.said = '';
    this.looksNow = { chosen: {}, fixed: {} };
    this.#api = api;
    api.on(says.tokens, (measured: Measured | null) => {
      this.measured = measured;
      this.#look();
    });
    // What the last story had stands until the next one has said.
    api.on('setCurrentStory', () => (this.measured ??= undefined));
    api.on('globalsUpdated', () => this.#look());
    onEdits(() => {
      this.edits = keptEdits();
      this.said = '';
    });
  }

  protected override firstUpdated(): void {
    this.#api.emit(asks.tokens);
    this.#look();
  }

  get #words() {
    return wordsIn(languageOf(this.looksNow.chosen));
  }

  protected override render(): TemplateResult {
    const { measured } = this;
    const { looks, tokens: words } = this.#words;
    const rule = ruleOf(this.edits);
    return html`
      <div class="looks">
        ${(Object.keys(looks) as Look[]).map((look) => this.renderLook(look))}
        <button type="button" ?disabled=${!rule} @click=${this.#resetAll}>${words.reset}</button>
        <button type="button" class="main" ?disabled=${!rule} @click=${this.#copy}>${words.copy}</button>
        <span role="status">${this.said}</span>
      </div>
      ${measured ? this.renderAll(measured) : html`<p>${measured === undefined ? words.opening : words.nothing}</p>`}
    `;
  }

  private renderLook(look: Look): TemplateResult {
    const { looks, tokens: words } = this.#words;
    const { name, options } = looks[look];
    const { chosen, fixed } = this.looksNow;
    const isFixed = fixed[look] !== undefined;
    const now = isFixed ? fixed[look] : chosen[look];
    return html`<label title=${isFixed ? words.fixed : nothing}>
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
    const words = this.#words.tokens;
    const rule = ruleOf(this.edits);
    return html`<div class="all">
      <section>
      ${rule ? html`<h2>${words.rule}</h2><pre tabindex="0">${rule}</pre>` : nothing}
      <h2>${words.legible}</h2>
      <p class="hint">${words.need(measured.isElder ? words.elder : words.normal)}</p>
      <table>
        <thead>
          <tr>
            <th>${words.pair}</th>
            <th>${words.day}</th>
            <th>${words.night}</th>
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
          ? html`<section><h2>${words.groups[name]}</h2>${tokens.map((token) => this.renderToken(token, measured))}</section>`
          : nothing;
      })}</div>
    </div>`;
  }

  private renderPair(pair: Pair, { colours, isElder }: Measured): TemplateResult | typeof nothing {
    const words = this.#words.tokens;
    const cell = (scheme: 'light' | 'dark') => {
      const [colour, ground] = [colours[scheme][pair.colour], colours[scheme][pair.ground]];
      if (!colour || !ground) return html`<td>–</td>`;
      const ratio = contrast(colour, ground);
      const enough = ratio >= least(pair, isElder);
      return html`<td class=${enough ? '' : 'bad'}>${sample(colour, ground, words.sample)}${writtenRatio(ratio)} ${enough ? '✓' : words.tooLittle}</td>`;
    };
    if (!colours.light[pair.colour] || !colours.light[pair.ground]) return nothing;
    return html`<tr data-pair="${pair.colour}/${pair.ground}">
      <th scope="row">${pair.colour} <span>/ ${pair.ground}</span></th>
      ${cell('light')} ${cell('dark')}
    </tr>`;
  }

  private renderToken(token: Token, { scheme }: Measured): TemplateResult {
    const words = this.#words.tokens;
    const { name, kind, description } = token;
    const now = token[scheme];
    const isEdited = name in this.edits;
    return html`<div class="token ${isEdited ? 'edited' : ''}" data-token=${name}>
      <code>${name}</code>
      ${
        kind === 'colour'
          ? html`<input
              type="color"
              aria-label=${words.colourOf(name)}
              .value=${now.startsWith('#') ? now : '#000000'}
              ?disabled=${!now.startsWith('#')}
              @input=${({ target }: Event) => this.#edit(token, target)}
            />`
          : nothing
      }
      <input
        type="text"
        aria-label=${words.valueOf(name)}
        spellcheck="false"
        .value=${now}
        @change=${({ target }: Event) => this.#edit(token, target)}
      />
      <button type="button" class="back" ?disabled=${!isEdited} aria-label=${words.resetOne(name)} @click=${() => this.#reset(name)}>↺</button>
      <small>${described(languageOf(this.looksNow.chosen), description)}</small>
    </div>`;
  }

  #edit(token: Token, target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || !this.measured) return;
    const value = target.value.trim();
    const { scheme } = this.measured;
    if (!CSS.supports(token.kind === 'colour' ? 'color' : '--any', value)) {
      target.value = token[scheme];
      this.said = this.#words.tokens.noColour(value);
      return;
    }
    // A colour is changed for the time of day that is looked at; the other keeps what it has.
    const edit: Edit = token.kind === 'colour' ? { light: token.light, dark: token.dark, [scheme]: value } : { value };
    keepEdits({ ...this.edits, [token.name]: edit });
  }

  #reset(name: string): void {
    keepEdits(Object.fromEntries(Object.entries(this.edits).filter(([one]) => one !== name)));
  }

  readonly #resetAll = (): void => keepEdits({});

  readonly #copy = async (): Promise<void> => {
    const { copied, refused } = this.#words.tokens;
    this.said = (await copy(ruleOf(this.edits))) ? copied : refused;
  };

  #look(): void {
    this.looksNow = { chosen: { ...this.#api.getGlobals() }, fixed: { ...this.#api.getStoryGlobals() } };
  }
}
customElements.define('fm-token-panel', TokenPanel);
