import type { Me, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { CommunityController } from '../shared/controllers/community.ts';
import type { WishRefusedEvent } from './wish-acts.ts';
import './wish-boxes.define.ts';

export interface BoxesOptions {
  community: CommunityController;
  level: number;
  /** Days that a promise may last here. */
  leaseDays: number;
  /** Who is looking; undefined for a visitor. */
  me: Me | undefined;
  /** Someone else was quicker: the words about it stand in the place of the claim. */
  late: boolean;
  onEdit: () => void;
  onRefused: (event: WishRefusedEvent) => void;
}

/**
 * One box for each kind of person, for what `wish.can` lists. Each has its own place whether it is there or not, so
 * that what is typed into one survives the coming and going of another.
 */
export function renderBoxes(wish: Wish, options: BoxesOptions): (TemplateResult | typeof nothing)[] {
  const { level, leaseDays, me, onEdit, onRefused } = options;
  const { client, lang, mode } = options.community;
  const can = (...acts: string[]) => acts.some((act) => wish.can.includes(act));
  return [
    can('contact')
      ? html`<fm-wish-contact .client=${client} .wish=${wish} lang=${lang} mode=${mode} heading-level=${level}></fm-wish-contact>`
      : nothing,
    can('fulfil', 'extend', 'release')
      ? html`<fm-wish-help
          .client=${client}
          .wish=${wish}
          .leaseDays=${leaseDays}
          lang=${lang}
          mode=${mode}
          heading-level=${level}
          @fm-wish-refused=${onRefused}
        ></fm-wish-help>`
      : nothing,
    can('confirm', 'reopen')
      ? html`<fm-wish-answer
          .client=${client}
          .wish=${wish}
          lang=${lang}
          mode=${mode}
          heading-level=${level}
          @fm-wish-refused=${onRefused}
        ></fm-wish-answer>`
      : nothing,
    can('claim') && !options.late
      ? html`<fm-wish-claim
          .client=${client}
          .wish=${wish}
          .me=${me}
          .leaseDays=${leaseDays}
          lang=${lang}
          mode=${mode}
          heading-level=${level}
          @fm-wish-refused=${onRefused}
        ></fm-wish-claim>`
      : nothing,
    can('edit', 'withdraw')
      ? html`<fm-wish-own
          .client=${client}
          .wish=${wish}
          lang=${lang}
          mode=${mode}
          heading-level=${level}
          @fm-wish-edit=${onEdit}
          @fm-wish-refused=${onRefused}
        ></fm-wish-own>`
      : nothing,
    can('close')
      ? html`<fm-wish-visit
          .client=${client}
          .wish=${wish}
          lang=${lang}
          mode=${mode}
          heading-level=${level}
          @fm-wish-refused=${onRefused}
        ></fm-wish-visit>`
      : nothing,
  ];
}
