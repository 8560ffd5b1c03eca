import { complete, type Me, pointsIn, type Standing } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import { signIn } from '../shared/sign-in.ts';
import { avatar } from '../shared/ui/avatar.ts';
import { icon } from '../shared/ui/icons.ts';
import { phrases } from '../shared/ui/phrases.ts';
import type { Period } from './board-list.ts';
import { change, figure } from './board-parts.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';
import type { MoreWords } from './words/more.ts';

/** Where the caller stands; an organisation's board has no line of one's own. */
type Own = { readonly epoch: number } & (
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'own'; readonly standing: Standing; readonly me: Me; readonly area: string; readonly period: Period }
);

/** One's own line: where one stands, how far it is to the next, and whether anybody else sees it. */
export class OwnRow extends ResourceController<Own> {
  readonly #board: FmPointsLeaderboard;

  constructor(board: FmPointsLeaderboard) {
    super(board, {
      key: () => {
        const { client, epoch } = board.community;
        const { area, period, of } = board.question;
        return client && area && of === 'members' && !board.isHall ? [client, area, epoch, period] : null;
      },
      load: (signal) => this.#load(signal),
      reflect: false,
    });
    this.#board = board;
  }

  /** Nothing that needs a token is asked for someone who is not signed in. */
  async #load(signal: AbortSignal): Promise<Own> {
    const { client, epoch } = this.#board.community;
    const { area, period } = this.#board.question;
    if (!client || !(await client.session.check())) return { kind: 'signed-out', epoch };
    const [standing, me] = await Promise.all([
      pointsIn(client).standing({ area, period }, { signal }),
      complete(client).me.get({ signal }),
    ]);
    return { kind: 'own', epoch, standing, me, area, period };
  }

  /** What belongs to the board that is asked for now, and to whoever asks; an old one would stand under the wrong title. */
  get known(): Own | undefined {
    const { question, community } = this.#board;
    const { value } = this;
    if (value?.epoch !== community.epoch || question.of !== 'members' || this.#board.isHall) return undefined;
    const other = value.kind === 'own' && (value.period !== question.period || value.area !== question.area);
    return other ? undefined : value;
  }

  /** How many stand between the last line that is shown and this one. */
  gap(shown: number): number {
    const { known } = this;
    return known?.kind === 'own' && known.standing.points > 0 ? Math.max(0, known.standing.rank - 1 - shown) : 0;
  }

  /** `mine` is the portal's page of one's own, where one changes whether one is listed. */
  render(words: MoreWords, mine: string | undefined, onWhy: () => void): TemplateResult | typeof nothing {
    const { known } = this;
    if (this.state.status === 'error') {
      const again = () => void this.reload();
      return html`<p class="offer" role="status">
        ${words.ownFailed}<button type="button" class="btn quiet" @click=${again}>${this.#board.words.retry}</button>
      </p>`;
    }
    if (!known) return nothing;
    if (known.kind === 'signed-out') {
      return html`<p class="offer">
        ${words.signInOffer}<button type="button" class="btn quiet" @click=${this.#signIn}>${words.signIn}</button>
      </p>`;
    }
    const { standing, me, period } = known;
    const { points, rank, listed, next, delta } = standing;
    const { pts } = this.#board.words;
    const view = { words: this.#board.words, period, of: 'members' } as const;
    return html`<section class="own" part="own" aria-label=${words.yours}>
      <span class="rank">${points > 0 ? html`<span class="vh">${view.words.nth(rank)}</span><span aria-hidden="true">${rank}</span>` : '–'}</span>
      ${avatar(me.maskedName)}
      <div>
        <b>${words.youNamed(me.maskedName)}</b>
        <small
          >${
            points > 0
              ? html`<span class="keep">${next ? words.toNext(figure(next.points - points)) : words.first}</span>
                  ${period === 'all' || delta === null ? nothing : html`<span class="keep">${change(delta, view)}</span>`}`
              : words.none[period]
          }</small
        >
        ${points > 0 ? nothing : html`<small>${words.noneHint}</small>`}
      </div>
      <button type="button" part="act" class="btn" @click=${onWhy}>${words.why}</button>
        <span class="pt">${pts(figure(points))}</span>
      </section>
      ${listed ? nothing : this.#renderAlone(me, words, mine)}`;
  }

  /** Why nobody else sees this line: they did not agree to that, or their home has another board. */
  #renderAlone({ consents, area }: Me, words: MoreWords, mine: string | undefined): TemplateResult {
    if (consents.ranking !== 'off') {
      return html`<p class="alone">${icon('home')}<span>${phrases(words.elsewhere(area?.name ?? null))}</span></p>`;
    }
    return html`<p class="alone">
      ${icon('lock')}<span>${phrases(words.unlisted)}${mine ? html` <a href=${mine}>${words.toMine}</a>` : nothing}</span>
    </p>`;
  }

  /** 你在第 17 名，76 分。 */
  renderShort(words: MoreWords): unknown {
    const { known } = this;
    return known?.kind === 'own' && known.standing.points > 0
      ? words.compactOwn(known.standing.rank, figure(known.standing.points))
      : nothing;
  }

  readonly #signIn = (): void => void signIn(this.#board, 'open-board');
}
