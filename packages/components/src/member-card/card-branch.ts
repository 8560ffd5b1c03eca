import type { Organisation } from '@five-micro/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ActController, ResourceController, WordsController } from '../shared/controllers/index.ts';
import { actErrorText } from '../shared/diagnose.ts';
import { FmElement } from '../shared/elements.ts';
import { buttonStyles, chipStyles, fieldStyles, stateStyles } from '../shared/styles/index.ts';
import { icon } from '../shared/ui/icons.ts';
import { errorState, field, skeletonLines } from '../shared/ui/index.ts';
import type { FmSheet } from '../shared/ui/sheet.ts';
import { choices } from '../wish-wall/wish-choices.ts';
import { choiceStyles } from '../wish-wall/wish-choices.styles.ts';
import { FmReportedInEvent } from './events.ts';
import { signInLine } from './card-view.ts';
import { cardWords } from './words/index.ts';

/** From so many on they can be searched. */
const many = 8;

/**
 * @summary Reporting in together with one's party branch: a choice among the branches here, made only by those who want to.
 * @fires fm-reported-in
 * @fires fm-sheet-close
 * @fires fm-before-act @fires fm-login-required
 */
export class FmCardBranch extends FmElement {
  static override styles = [
    FmElement.styles,
    buttonStyles,
    chipStyles,
    fieldStyles,
    stateStyles,
    choiceStyles,
    css`
      form,
      .ghost {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--fm-s5);
        padding: var(--fm-s4) var(--fm-s5) var(--fm-s6);
      }
      .lead {
        display: flex;
        gap: 0.5em;
        color: var(--fm-text-muted);
      }
      .trouble {
        color: var(--fm-negative);
      }
      @media (min-width: 680px) {
        form,
        .ghost {
          padding-inline: var(--fm-s8);
        }
      }
    `,
  ];

  @state() private chosen = '';
  @state() private typed = '';
  @state() private missing = false;
  @query('fm-sheet') private sheet!: FmSheet;

  private readonly words = new WordsController(this, cardWords);
  private readonly act = new ActController(this);
  private readonly branches = new ResourceController<{ place: string; items: Organisation[] }>(this, {
    key: () => (this.community.client ? [this.community.client, this.community.area, this.community.lang] : null),
    isEmpty: ({ items }) => items.length === 0,
    load: async (signal) => {
      const { client, area } = this.community;
      if (!client) throw new Error('fm-card-branch has no client');
      const [place, found] = await Promise.all([
        client.areas.get({ area }, { signal }),
        client.areas.organisations({ area }, { signal }).toArray({ limit: 500 }),
      ]);
      return { place: place.name, items: inTreeOrder(found.filter(({ kind }) => kind === 'party')) };
    },
  });

  protected override render(): TemplateResult {
    const { client, lang, mode, theme } = this.community;
    const { branch } = this.words.words;
    return html`<fm-sheet
      .client=${client}
      .lang=${lang}
      .mode=${mode}
      .theme=${theme}
      .open=${true}
      .headingLevel=${this.headingLevel}
      heading=${branch.title}
    >
      <div class="fm" lang=${lang}>${this.renderContent()}</div>
    </fm-sheet>`;
  }

  private renderContent(): TemplateResult {
    const { state, value } = this.branches;
    const { branch } = this.words.words;
    const common = this.common.words;
    if (state.status === 'error') {
      const onRetry = () => void this.branches.reload();
      return errorState({
        error: state.error,
        words: common,
        place: this.community,
        title: branch.failed,
        onRetry,
        level: this.headingLevel + 1,
      });
    }
    if (!value) return html`<div class="ghost late" aria-hidden="true">${skeletonLines(50, 95, 95, 75)}</div>`;
    const lead = html`<p class="lead small">${icon('lock')}<span>${branch.lead}</span></p>`;
    if (value.items.length === 0) return html`<form>${lead}<p>${branch.none}</p></form>`;
    const { act } = this;
    return html`<form novalidate @submit=${this.handleSubmit}>
      ${lead} ${value.items.length > many ? this.renderSearch() : nothing} ${this.renderChoices(value.items)}
      <div role="alert">${act.state.status === 'failed' ? html`<p class="trouble">${actErrorText(act.state.error, common)}</p>` : nothing}</div>
      ${act.state.status === 'sign-in' ? signInLine(common, act) : nothing}
      <button type="submit" class="btn primary wide" ?disabled=${act.busy}>${branch.act(value.place)}</button>
    </form>`;
  }

  private renderSearch(): TemplateResult {
    const type = (event: Event): void => {
      // While Chinese is being composed the field holds half a word.
      if (event.target instanceof HTMLInputElement && !(event instanceof InputEvent && event.isComposing))
        this.typed = event.target.value.trim();
    };
    return field({
      id: 'find',
      label: this.words.words.branch.search,
      control: html`<div class="input">
        ${icon('search')}<input id="find" type="search" autocomplete="off" .value=${this.typed} @input=${type} @compositionend=${type} />
      </div>`,
    });
  }

  private renderChoices(items: readonly Organisation[]): TemplateResult {
    const { branch } = this.words.words;
    const names = new Map(items.map(({ slug, name }) => [slug, name]));
    const shown = items.filter(({ slug, name }) => slug === this.chosen || name.includes(this.typed));
    if (shown.length === 0) return html`<p role="status">${branch.noneFound(this.typed)}</p>`;
    return choices({
      name: 'branch',
      legend: branch.legend,
      options: shown.map(({ slug, name, parent }) => ({ value: slug, label: name, note: names.get(parent ?? '') ?? '' })),
      value: this.chosen,
      look: 'cards',
      error: this.missing && !this.chosen ? branch.first : undefined,
      onChange: (slug) => {
        this.chosen = slug;
      },
    });
  }

  private readonly handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, area } = this.community;
    this.missing = true;
    const organisation = this.chosen;
    if (!client || !organisation) return;
    const outcome = await this.act.run('report-in', (options) => client.areas.reportIn({ area, organisation }, options), {
      subject: area,
      body: { organisation },
    });
    if (!outcome.done) return;
    this.dispatchEvent(new FmReportedInEvent(outcome.value));
    this.sheet.close();
  };
}

/** Branches right after the one they stand under, wherever the list had them. */
export function inTreeOrder(all: readonly Organisation[]): Organisation[] {
  const known = new Set(all.map(({ slug }) => slug));
  const below = (parent: string | null): Organisation[] =>
    all
      .filter((one) => (one.parent !== null && known.has(one.parent) ? one.parent : null) === parent)
      .flatMap((one) => [one, ...below(one.slug)]);
  return below(null);
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-card-branch': FmCardBranch;
  }
}
