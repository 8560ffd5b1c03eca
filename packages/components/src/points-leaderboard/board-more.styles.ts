import { css } from 'lit';

/** Where the board is, what stands below its lines and in their place. */
export const moreStyles = css`
  .crumbs ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-left: -0.5em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .crumbs ol li {
    display: inline-flex;
    align-items: center;
  }
  .crumbs .btn {
    padding-inline: 0.5em;
    font-weight: 400;
  }
  .crumbs .down {
    color: var(--fm-text-muted);
  }
  .crumbs .i {
    width: 0.9em;
    height: 0.9em;
  }
  .crumbs [aria-expanded='true'] .i {
    rotate: 180deg;
  }
  .crumbs [aria-current] {
    padding-inline: 0.5em;
    font-weight: 600;
    color: var(--fm-text);
  }
  .crumbs .chips {
    margin-bottom: var(--fm-s4);
  }
  .crumbs .chip {
    max-width: 100%;
    white-space: normal;
  }
  .free .avatar,
  .free .step {
    border: 1px dashed var(--fm-line-strong);
    background: none;
  }
  .free .pts {
    margin-top: var(--fm-s2);
  }
  .free .step {
    border-bottom: 0;
    font-weight: 400;
  }
  .mine {
    background: var(--fm-accent-soft);
  }
  .board em {
    font-size: var(--fm-t-xs);
    font-style: normal;
    color: var(--fm-accent);
  }
  .up {
    color: var(--fm-positive);
  }
  .dn {
    color: var(--fm-caution);
  }
  .bad {
    color: var(--fm-negative);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s3) var(--fm-s6);
    justify-content: space-between;
    align-items: start;
    align-content: start;
  }
  .seg {
    display: flex;
    flex-wrap: wrap;
    padding: 3px;
    border-radius: calc(var(--fm-radius) + 3px);
    background: var(--fm-surface-sunken);
  }
  .seg:first-child {
    flex: 1 1 18em;
    max-width: 26em;
  }
  .seg + .seg button {
    padding-inline: 1.1em;
  }
  .seg button {
    flex: 1 0 auto;
    min-height: var(--fm-target);
    padding: 0 0.7em;
    border: 0;
    border-radius: var(--fm-radius);
    background: none;
    font-size: var(--fm-t-s);
    white-space: nowrap;
    cursor: pointer;
  }
  .seg [aria-pressed='true'] {
    background: var(--fm-surface-raised);
    font-weight: 600;
    box-shadow: 0 1px 2px rgb(60 50 30 / 0.14);
  }
  .seg button {
    color: var(--fm-text-muted);
  }
  .seg [aria-pressed='true'] {
    color: var(--fm-text);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 var(--fm-s2);
    min-height: 60px;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .foot-note {
    display: grid;
    gap: var(--fm-s1);
    margin-top: var(--fm-s4);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-top: var(--fm-s4);
    padding: var(--fm-s2) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .asking .lines {
    opacity: 0.6;
  }
  .old .lines {
    filter: saturate(0.5);
  }
  .compact .head {
    align-items: center;
    min-height: var(--fm-target);
  }
  /* what has the focus is never under one's own line */
  .more .btn {
    scroll-margin-bottom: calc(var(--fm-target) * 3 + 40px);
  }
  @media (forced-colors: active) {
    .seg [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @container (max-width: 599px) {
    :host([data-mode='elder']) .seg:first-child {
      max-width: none;
    }
  }
  /* big letters in a narrow place: the names need it more than the faces that stand for them */
  @container (max-width: 419px) {
    :host([data-mode='elder']) .board .avatar,
    :host([data-mode='elder']) .own .avatar {
      display: none;
    }
    :host([data-mode='elder']) .own {
      grid-template-columns: 2.8em minmax(0, 1fr) auto;
    }
    :host([data-mode='elder']) .own .keep {
      white-space: normal;
    }
  }
`;

/** One's own line, pinned to the lower edge of what is seen. */
export const ownStyles = css`
  .own {
    position: sticky;
    z-index: 3;
    bottom: 0;
    display: grid;
    grid-template-columns: 2.8em auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--fm-s2) var(--fm-s3);
    padding: var(--fm-s3) var(--fm-s2);
    padding-bottom: max(var(--fm-s3), env(safe-area-inset-bottom));
    border-top: 2px solid var(--fm-accent);
    border-radius: 0 0 var(--fm-radius) var(--fm-radius);
    background: var(--fm-accent-soft);
  }
  .lines + .own {
    margin-top: var(--fm-s4);
  }
  .alone {
    display: flex;
    gap: 0.5em;
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .alone .i {
    margin-top: 0.2em;
  }
  .own .rank {
    text-align: center;
    font-size: var(--fm-t-l);
    font-weight: 600;
    color: var(--fm-accent-strong);
    font-variant-numeric: tabular-nums;
  }
  .own .avatar {
    background: var(--fm-surface-raised);
  }
  .own b {
    display: block;
    line-height: 1.4;
  }
  .own small {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
    font-size: var(--fm-t-s);
    line-height: 1.5;
    color: var(--fm-text-muted);
  }
  .own .pt {
    font-weight: 600;
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .own .btn {
    order: 1;
    grid-column: 1 / -1;
    background: var(--fm-surface-raised);
    color: var(--fm-accent-strong);
  }
  @container (min-width: 600px) {
    .own {
      grid-template-columns: 2.8em auto minmax(0, 1fr) auto minmax(5em, auto);
    }
    .own .btn {
      order: 0;
      grid-column: auto;
    }
    .own .pt {
      font-size: var(--fm-t-l);
    }
  }
  /* a line that took half of a low window would hide what it belongs to */
  @media (max-height: 479px) {
    .own {
      position: static;
    }
  }
`;
