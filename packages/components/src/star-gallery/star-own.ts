import { complete, type Nomination } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import type { FmStarGallery } from './star-gallery.ts';
import type { MoreWords } from './words/more.ts';

/** How many of one's own nominations are worth showing here. */
const few = 20;

/** The nominations that concern whoever is signed in: those about them that wait for their word, and those they made. */
export const ownNominations = (host: FmStarGallery): ResourceController<readonly Nomination[]> =>
  new ResourceController<readonly Nomination[]>(host, {
    key: () => {
      const { client, epoch } = host.community;
      return client && !host.isHall && !host.compact ? [client, epoch] : null;
    },
    load: async (signal) => {
      const { client } = host.community;
      if (!client || !(await client.session.check())) return [];
      return (await complete(client).me.nominations({ limit: few }, { signal })).items;
    },
    reflect: false,
  });

/** Those that wait for one's own word. */
export const waiting = (nominations: readonly Nomination[]): Nomination[] =>
  nominations.filter(({ aboutMe, can }) => aboutMe && can.includes('consent'));

interface OwnView {
  readonly words: MoreWords;
  readonly onWithdraw: (nomination: Nomination) => void;
}

/** What became of the neighbours one has nominated. */
export function ownList(nominations: readonly Nomination[], { words, onWithdraw }: OwnView): TemplateResult | typeof nothing {
  const mine = nominations.filter(({ mine: own, status }) => own && status !== 'withdrawn' && status !== 'awarded');
  if (!mine.length) return nothing;
  return html`<details class="mine">
    <summary>${words.mine} · ${mine.length}</summary>
    <ul>
      ${mine.map(
        (one) => html`<li>
          <span><b>${words.ofMine(one.name, one.title.name)}</b><small>${words.status[one.status]}${one.reason ? ` · ${one.reason}` : ''}</small></span>
          ${one.can.includes('withdraw') && !one.aboutMe ? html`<button type="button" class="btn quiet" @click=${() => onWithdraw(one)}>${words.withdraw}</button>` : nothing}
        </li>`,
      )}
    </ul>
  </details>`;
}
