import type { Comment } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { ago, dayOfWeek } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { avatar } from '../shared/ui/avatar.ts';
import { heading } from '../shared/ui/states.ts';
import { pictures } from './project-main.ts';
import type { DetailWords } from './words/detail.ts';

export type ReportReason = keyof DetailWords['reasons'];

export interface CommentsView {
  readonly words: DetailWords;
  readonly lang: Lang;
  readonly now: number;
  readonly level: number;
  /** Something is being sent: one after the other. */
  readonly busy: boolean;
  readonly offline: boolean;
  /** How many neighbours make it a correction; undefined while that is not known. */
  readonly needed: number | undefined;
  /** The comment that is being reported. */
  readonly reporting: string;
  readonly onSupport: (comment: Comment) => void;
  readonly onAccept: (comment: Comment, accepted: boolean) => void;
  readonly onReporting: (id: string) => void;
  readonly onReport: (comment: Comment, reason: ReportReason) => void;
}

const tone = { open: 'wait', answered: 'own', accepted: 'ok', overruled: '' } as const;

/** 整改: who sees to it and until when, what was answered, and why not. */
function correctionOf(comment: Comment, view: CommentsView): TemplateResult | typeof nothing {
  const { words, lang, now, busy, offline, onAccept } = view;
  const { correction, can } = comment;
  if (!correction) return nothing;
  const { state, owner, dueAt, answer, reason } = correction;
  const due = Date.parse(dueAt) < now ? words.correctionLate : words.correctionDue;
  const who = [owner ? words.correctionOwner(owner) : '', state === 'open' ? due(dayOfWeek(dueAt, lang, now)) : ''];
  const label = state === 'answered' && can.includes('accept') ? words.yourNod : words.corrections[state];
  return html`<div class="fix ${state}">
    <p><span class="tag ${tone[state]}">${label}</span> <span class="muted small">${who.filter(Boolean).join(' · ')}</span></p>
    ${
      answer
        ? html`<blockquote>
            <p>${answer.words}</p>
            ${answer.photos.length ? pictures(answer.photos, words) : nothing}
            <p class="muted small">${words.answer(ago(answer.at, lang, now))}</p>
          </blockquote>`
        : nothing
    }
    ${reason ? html`<p class="small">${words.why(reason)}</p>` : nothing}
    ${
      can.includes('accept')
        ? html`<p class="btns">
            <button type="button" class="btn tonal" aria-disabled=${busy || offline} @click=${() => onAccept(comment, true)}>${words.accept}</button>
            <button type="button" class="btn line" aria-disabled=${busy || offline} @click=${() => onAccept(comment, false)}>${words.notYet}</button>
          </p>`
        : nothing
    }
  </div>`;
}

function reasons(comment: Comment, { words, busy, onReport, onReporting }: CommentsView): TemplateResult {
  return html`<div class="reasons" role="group" aria-label=${words.reportTitle}>
    <p class="small">${words.reportTitle}</p>
    <p class="btns">
      ${(Object.keys(words.reasons) as ReportReason[]).map(
        (reason) =>
          html`<button type="button" class="btn line small" aria-disabled=${busy} @click=${() => onReport(comment, reason)}>${words.reasons[reason]}</button>`,
      )}
      <button type="button" class="btn quiet small" @click=${() => onReporting('')}>${words.withdrawNo}</button>
    </p>
  </div>`;
}

function said(comment: Comment, view: CommentsView): TemplateResult {
  const { words, lang, now, busy, offline, reporting, onSupport, onReporting } = view;
  const { id, author, at, mine, supporters, supported, withheld, can, correction } = comment;
  return html`<li data-comment=${id} tabindex="-1">
    ${avatar(author.name)}
    <div>
      <p class="by"><b>${author.name}</b>${mine ? html` <span class="small muted">${words.me}</span>` : nothing} <span class="small muted">${ago(at, lang, now)}</span></p>
      <p class="words">${comment.words}</p>
      ${withheld ? html`<p><span class="tag wait">${words.held}</span></p>` : nothing}
      ${supporters && !correction ? html`<p class="small muted">${words.supporters(supporters)}${supported ? ` · ${words.supported}` : ''}</p>` : nothing}
      ${correctionOf(comment, view)}
      ${
        reporting === id
          ? reasons(comment, view)
          : html`<p class="acts">
              ${
                can.includes('corrections')
                  ? html`<button type="button" class="btn quiet small" aria-describedby="correct-hint" aria-disabled=${busy || offline} @click=${() => onSupport(comment)}>${words.correct}</button>`
                  : nothing
              }
              ${can.includes('report') ? html`<button type="button" class="btn quiet small dim" @click=${() => onReporting(id)}>${words.report}</button>` : nothing}
            </p>`
      }
    </div>
  </li>`;
}

/** What neighbours say. `below` is where one says something oneself. */
export const renderComments = (items: readonly Comment[], view: CommentsView, below: unknown): TemplateResult =>
  html`<section class="says">
    ${heading(view.level, view.words.say)}
    ${
      items.length
        ? html`<ul>
            ${items.map((comment) => said(comment, view))}
          </ul>`
        : html`<p class="muted small">${view.words.saysNone}</p>`
    }
    ${view.needed && items.some(({ can }) => can.includes('corrections')) ? html`<p class="muted small" id="correct-hint">${view.words.correctHint(view.needed)}</p>` : nothing}
    ${below}
  </section>`;
