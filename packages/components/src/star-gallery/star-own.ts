import { complete, type Nomination } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import type { FmStarGallery } from './star-gallery.ts';
import type { MoreWords } from './words/more.ts';

/** How many of one's own nominations are worth showing here. */
const few = 20;

/** What of all this is about whoever is signed in. */
export interface OwnPart {
  /** Those about them, and those they made. */
  readonly nominations: readonly Nomination[];
  /** They have a star, and nobody else sees it: 星光 is switched off. */
  readonly isHidden: boolean;
}

const nobodys: OwnPart = { nominations: [], isHidden: false };

export const ownPart = (host: FmStarGallery): ResourceController<OwnPart> =>
  new ResourceController<OwnPart>(host, {
    key: () => {
      const { client, epoch } = host.community;
      return client && !host.isHall && !host.compact ? [client, epoch] : null;
    },
    load: async (signal) => {
      const { client } = host.community;
      if (!client || !(await client.session.check())) return nobodys;
      const { me } = complete(client);
      const [nominations, stars, { consents }] = await Promise.all([
        me.nominations({ limit: few }, { signal }),
        me.stars({ limit: 1 }, { signal }),
        me.get({ signal }),
      ]);
      return { nominations: nominations.items, isHidden: stars.items.length > 0 && !consents.star };
    },
    reflect: false,
  });

interface OwnView {
  readonly words: MoreWords;
  /** The portal's page of one's own card, where the area has one. */
  readonly card: string | undefined;
  readonly onAnswer: (nomination: Nomination) => void;
  readonly onWithdraw: (nomination: Nomination) => void;
}

/** What waits for one's own word, or for one's own switch: it comes before what there is to look at. */
export function ownAsks({ nominations, isHidden }: OwnPart, { words, card, onAnswer }: OwnView): unknown {
  const waiting = nominations.filter(({ aboutMe, status, can }) => aboutMe && status === 'asked' && can.includes('consent'));
  return html`${waiting.map(
    (one) =>
      html`<p class="asked"><b>${words.asked(one.title.name)}</b><button type="button" class="btn primary" @click=${() => onAnswer(one)}>${words.askedGo}</button></p>`,
  )}${
    isHidden
      ? html`<p class="asked"><span>${words.mineHidden}</span>${card ? html`<a class="btn line" href=${card}>${words.mineHiddenGo}</a>` : nothing}</p>`
      : nothing
  }`;
}

export function statusOf(
  { status, won, reason, aboutMe }: Pick<Nomination, 'status' | 'won' | 'reason' | 'aboutMe'>,
  words: MoreWords,
): string {
  const agreed = won ? words.won : aboutMe ? words.youAgreed : words.status.consented;
  return [status === 'consented' ? agreed : words.status[status], reason].filter(Boolean).join(' · ');
}

/** What became of the neighbours one has nominated, and of what one has agreed to oneself, with the way back. */
export function ownList({ nominations }: OwnPart, { words, onAnswer, onWithdraw }: OwnView): TemplateResult | typeof nothing {
  const agreed = nominations.filter(({ aboutMe, status, can }) => aboutMe && status !== 'asked' && can.includes('withdraw'));
  const made = nominations.filter(
    ({ mine, aboutMe, status }) => mine && !aboutMe && status !== 'withdrawn' && status !== 'awarded',
  );
  const count = agreed.length + made.length;
  if (!count) return nothing;
  const row = (one: Nomination, name: string, act: unknown) =>
    html`<li><span><b>${words.ofMine(name, one.title.name)}</b><small>${statusOf(one, words)}</small></span>${act}</li>`;
  const back = (one: Nomination) =>
    one.can.includes('withdraw')
      ? html`<button type="button" class="btn quiet" @click=${() => onWithdraw(one)}>${words.withdraw}<span class="vh">${words.ofRound(one.name)}</span></button>`
      : nothing;
  const look = (one: Nomination) =>
    html`<button type="button" class="btn quiet" @click=${() => onAnswer(one)}>${words.askedGo}<span class="vh">${words.ofRound(one.title.name)}</span></button>`;
  return html`<details class="mine">
    <summary>${words.mine} · ${count}</summary>
    <ul>
      ${agreed.map((one) => row(one, words.you, look(one)))} ${made.map((one) => row(one, one.name, back(one)))}
    </ul>
  </details>`;
}
