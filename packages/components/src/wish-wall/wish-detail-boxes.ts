import type { Me, Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import type { CommunityController } from '../shared/controllers/community.ts';
import type { WishIntent } from './events.ts';
import { WishBox } from './wish-acts.ts';
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
}

type Given = DirectiveResult;

/** Which box does what: one for each kind of person. All of them are given the same. */
const boxes: readonly { tag: string; acts: readonly string[]; render: (given: Given) => TemplateResult }[] = [
  { tag: 'fm-wish-contact', acts: ['contact'], render: (given) => html`<fm-wish-contact ${given}></fm-wish-contact>` },
  { tag: 'fm-wish-help', acts: ['fulfil', 'extend', 'release'], render: (given) => html`<fm-wish-help ${given}></fm-wish-help>` },
  { tag: 'fm-wish-answer', acts: ['confirm', 'reopen'], render: (given) => html`<fm-wish-answer ${given}></fm-wish-answer>` },
  { tag: 'fm-wish-claim', acts: ['claim'], render: (given) => html`<fm-wish-claim ${given}></fm-wish-claim>` },
  { tag: 'fm-wish-own', acts: ['edit', 'withdraw'], render: (given) => html`<fm-wish-own ${given}></fm-wish-own>` },
  { tag: 'fm-wish-visit', acts: ['close'], render: (given) => html`<fm-wish-visit ${given}></fm-wish-visit>` },
];

/** The box where something is done, if it is offered. */
export function boxFor(root: ParentNode, intent: WishIntent): WishBox | undefined {
  const tag = boxes.find(({ acts }) => acts.includes(intent))?.tag;
  const box = tag && root.querySelector(tag);
  return box instanceof WishBox ? box : undefined;
}

/**
 * The boxes of what `wish.can` lists. Each has its own place whether it is there or not, so that what is typed into one
 * survives the coming and going of another.
 */
export function renderBoxes(
  wish: Wish,
  { community, level, leaseDays, me, late }: BoxesOptions,
): (TemplateResult | typeof nothing)[] {
  const { client, lang, mode } = community;
  const given = ref((box) => {
    if (box instanceof WishBox) Object.assign(box, { client, wish, me, leaseDays, lang, mode, headingLevel: level });
  });
  const offered = (acts: readonly string[]) =>
    !wish.erased && acts.some((act) => wish.can.includes(act) && !(late && act === 'claim'));
  return boxes.map(({ acts, render }) => (offered(acts) ? render(given) : nothing));
}
