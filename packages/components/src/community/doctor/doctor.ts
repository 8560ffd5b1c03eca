import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { WordsController } from '../../shared/controllers/words.ts';
import { FmElement } from '../../shared/elements.ts';
import { fill } from '../../shared/format.ts';
import { buttonStyles } from '../../shared/styles/index.ts';
import { heading } from '../../shared/ui/heading.ts';
import { icon } from '../../shared/ui/icons.ts';
import { parsed } from './address.ts';
import { examineAttributes, whenLoaded } from './attributes.ts';
import { doctorStyles } from './doctor.styles.ts';
import { checks, type Finding, found, isCaution, type Outcome } from './finding.ts';
import { type Asked, examineLogin, watchLogins } from './login.ts';
import { policyFindings, type Refusal, watchPolicy } from './policy.ts';
import { type Asker, examineServer } from './server.ts';
import { examineVersions } from './versions.ts';
import { doctorWords } from './words/index.ts';

const icons = { wrong: 'x', caution: 'info', fine: 'check', skipped: 'right' } as const;

/** What is wrong with the page, for who set it up: put into an `fm-community` that has the attribute `debug`. */
export class FmDoctor extends FmElement {
  static override styles: CSSResultGroup = [FmElement.styles, buttonStyles, doctorStyles];
  static override properties: PropertyDeclarations = { asker: { attribute: false }, outcomes: { state: true } };

  /** How long the code of the page's other elements may take to come, in milliseconds. */
  static patience = 6_000;

  /** The community that is looked at. */
  asker: Asker | undefined = undefined;
  /** @internal Nothing while it looks. */
  outcomes: readonly Outcome[] | undefined = undefined;

  readonly #words = new WordsController(this, doctorWords);
  readonly #refusals: Refusal[] = [];
  #asked: Asked;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const policy = watchPolicy((refusal) => {
      this.#refusals.push(refusal);
      this.requestUpdate();
    });
    const logins = watchLogins((asked) => {
      this.#asked = asked;
      this.requestUpdate();
    });
    this.#stop = () => {
      policy();
      logins();
    };
    void this.examine();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Looks at everything again; resolves when it is said. */
  async examine(): Promise<void> {
    const { asker } = this;
    if (!asker) return;
    this.outcomes = undefined;
    const [server] = await Promise.all([examineServer(asker), whenLoaded(document, FmDoctor.patience)]);
    this.outcomes = [found('attributes', examineAttributes(document, asker)), ...server, found('versions', examineVersions())];
    await this.updateComplete;
  }

  protected override render(): TemplateResult {
    const { words } = this.#words;
    const outcomes = this.#all();
    const findings = outcomes.flatMap((outcome) => outcome.findings);
    const count = findings.length ? fill(words.count.some, { count: findings.length }) : words.count.none;
    return html`<div class="fm whole" lang=${this.community.lang}>
      <section class="panel" aria-labelledby="title">
        <header>
          <div>
            <div id="title">${heading(this.headingLevel, words.title, 'title')}</div>
            <p class="small muted">${words.lead}</p>
          </div>
          <button type="button" class="btn line" ?disabled=${!this.outcomes} @click=${this.examine}>
            ${icon('refresh')}${words.again}
          </button>
        </header>
        <p role="status">${this.outcomes ? count : words.looking}</p>
        ${
          this.outcomes
            ? html`<ul>
              ${findings.map((finding) => this.#finding(finding))}${outcomes.map((outcome) => this.#good(outcome))}
            </ul>`
            : nothing
        }
      </section>
    </div>`;
  }

  /** With what the policy refused, and where people went to sign in, until this moment. */
  #all(): Outcome[] {
    const { asker, outcomes = [] } = this;
    const origins = [parsed(asker?.apiUrl ?? '', document.baseURI), parsed(import.meta.url)].flatMap((url) => url?.origin ?? []);
    const policy = found('policy', policyFindings(this.#refusals, new Set(origins)));
    // What the page's own policy keeps away looks like a server that is away.
    const isKeptAway = policy.findings.some(({ values }) => values['directive'] === 'connect-src');
    const reached = outcomes.map((outcome) =>
      isKeptAway && outcome.findings.some(({ kind }) => kind === 'unreachable') ? found(outcome.check, [], 'skipped') : outcome,
    );
    const login = asker && outcomes.length ? examineLogin(asker, this.#asked) : [];
    return [...reached, ...login, policy].sort((a, b) => checks.indexOf(a.check) - checks.indexOf(b.check));
  }

  #finding(finding: Finding): TemplateResult {
    const [what, todo] = this.#words.words.findings[finding.kind];
    const sign = isCaution(finding) ? 'caution' : 'wrong';
    return this.#line(sign, fill(what, finding.values), fill(todo, finding.values));
  }

  #good({ check, findings, state }: Outcome): TemplateResult | typeof nothing {
    if (findings.length) return nothing;
    const said: Readonly<Record<string, string>> = this.#words.words.checks[check];
    return this.#line(state === 'skipped' ? 'skipped' : 'fine', said[state] ?? '');
  }

  #line(sign: keyof typeof icons, what: string, todo = ''): TemplateResult {
    return html`<li class=${sign}>
      <span class="sign" role="img" aria-label=${this.#words.words[sign]}>${icon(icons[sign])}</span>
      <div>
        <p class="what">${what}</p>
        ${todo ? html`<p class="small">${todo}</p>` : nothing}
      </div>
    </li>`;
  }
}
