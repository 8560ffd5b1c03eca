import { css, html, nothing, type TemplateResult } from 'lit';
import { clock } from '../../shared/format.ts';
import { shanghai } from '../../shared/days.ts';
import type { Lang } from '../../shared/options.ts';
import { icon } from '../../shared/ui/icons.ts';
import { phrases } from '../../shared/ui/phrases.ts';

/** What a card says, as far as it is known. */
interface Card {
  readonly kind: string;
  readonly title: unknown;
  readonly startsAt: string | undefined;
  readonly endsAt: string | undefined;
  readonly place: string;
  readonly below: unknown;
}

/** `9:00–11:00` */
export const spanText = (startsAt: string, endsAt: string): string => `${clock(startsAt)}–${clock(endsAt)}`;

/** The calendar leaf that leads an action: month, day, weekday. Decoration; the words say it too where they have to. */
export function leaf(startsAt: string | undefined, lang: Lang): TemplateResult {
  const at = startsAt ? shanghai(startsAt) : undefined;
  const part = (options: Intl.DateTimeFormatOptions) => at?.toLocaleDateString('en-GB', { timeZone: 'UTC', ...options });
  const month = lang === 'en' ? part({ month: 'short' }) : at && `${at.getUTCMonth() + 1}月`;
  const weekday = lang === 'en' ? part({ weekday: 'short' }) : at && `周${'日一二三四五六'.charAt(at.getUTCDay())}`;
  return html`<div class="leaf" aria-hidden="true"><span>${month ?? ' '}</span><b>${at?.getUTCDate() ?? '·'}</b><small>${weekday ?? ' '}</small></div>`;
}

/** An action as neighbours will see it. */
export const actionCard = (
  { kind, title, startsAt, endsAt, place, below }: Card,
  lang: Lang,
): TemplateResult => html`<div class="act">
  ${leaf(startsAt, lang)}
  <div>
    <p class="kind">${kind}</p>
    <p class="want">${typeof title === 'string' ? phrases(title) : title}</p>
    <p class="meta">
      ${startsAt && endsAt ? html`<span class="num">${icon('clock')}${spanText(startsAt, endsAt)}</span>` : nothing}
      ${place ? html`<span>${icon('place')}${place}</span>` : nothing}
    </p>
    <p class="free">${below}</p>
  </div>
</div>`;

export const leafStyles = css`
  .leaf {
    align-self: start;
    flex: none;
    width: 64px;
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-raised);
    text-align: center;
    line-height: 1.3;
    overflow: hidden;
  }
  .leaf span {
    display: block;
    padding: 2px 0;
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
    white-space: pre;
  }
  .leaf b {
    display: block;
    padding-top: 3px;
    font-size: var(--fm-t-2xl);
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .leaf small {
    display: block;
    padding-bottom: 5px;
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
    white-space: pre;
  }
`;

export const cardStyles = css`
  .act {
    position: relative;
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr);
    gap: 0 var(--fm-s4);
    padding: var(--fm-s5);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
    overflow: hidden;
  }
  .act::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 4px;
    background: var(--fm-accent);
  }
  .act .want {
    margin-top: 2px;
    font-size: var(--fm-t-l);
    font-weight: 600;
    line-height: 1.4;
  }
  .act .meta {
    display: grid;
    gap: 2px;
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .act .meta span {
    display: flex;
    gap: 0.45em;
  }
  .act .meta .i {
    margin-top: 0.18em;
  }
  .act .free {
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-s);
    font-weight: 600;
    color: var(--fm-accent-strong);
  }
`;
