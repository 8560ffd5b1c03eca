import { css } from 'lit';
import { chooseStyles } from '../shared/styles/choose.styles.ts';

/** The toolbar, own sign-ups, what stands below the cards, and the small sheet that asks once more. */
export const moreStyles = css`
  ${chooseStyles}
  .bar {
    display: grid;
    gap: var(--fm-s4);
  }
  .bar .chips {
    flex-wrap: nowrap;
    overflow-x: auto;
    scrollbar-width: none;
  }
  /* what scrolls cuts off what is around it */
  .bar :focus-visible {
    outline-offset: -3px;
  }
  .bar .chip {
    flex: none;
  }
  .week {
    display: none;
  }
  .week button {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 1px;
    padding: var(--fm-s3) 0;
    border: 0;
    border-left: 1px solid var(--fm-line);
    background: none;
    line-height: 1.35;
    cursor: pointer;
    touch-action: manipulation;
  }
  .week button:first-child {
    border-left: 0;
  }
  .week .turn {
    padding: 0;
    color: var(--fm-text-muted);
  }
  .week .turn:hover,
  .week .day:not(:disabled):hover {
    background: var(--fm-surface-sunken);
    color: var(--fm-text);
  }
  .week span,
  .week small {
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
    white-space: nowrap;
  }
  .week b {
    font-size: var(--fm-t-l);
    font-variant-numeric: tabular-nums;
  }
  .week small {
    justify-self: stretch;
    color: var(--fm-accent-strong);
  }
  .week .day:disabled {
    cursor: default;
  }
  .week .day:disabled b {
    color: var(--fm-text-muted);
    font-weight: 400;
  }
  .week [aria-current='date'] b {
    color: var(--fm-accent);
  }
  .week .day[aria-current='date'],
  .week .day[aria-pressed='true'] {
    background: var(--fm-accent-soft);
  }
  .week [aria-pressed='true'] {
    box-shadow: inset 0 -3px 0 var(--fm-accent);
  }
  .leaf span {
    background: var(--fm-surface-sunken);
  }
  .act {
    --edge: var(--fm-accent);
  }
  .act::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 4px;
    background: var(--edge);
  }
  .kind b {
    font-weight: 600;
  }
  .kind .good {
    color: var(--fm-positive);
  }
  .kind .wait {
    color: var(--fm-caution);
  }
  .act.mine {
    background: linear-gradient(90deg, var(--fm-accent-soft), transparent 62%), var(--fm-surface-raised);
  }
  .act.cancelled .want,
  .act.finished .want {
    color: var(--fm-text-muted);
  }
  .act.cancelled .meta time {
    text-decoration: line-through;
  }
  /* the whole card opens the action, but for what else can be pressed on it */
  .want button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .act .btn {
    position: relative;
    z-index: 1;
  }
  .full svg {
    fill: var(--fm-line-strong);
  }
  .want button {
    cursor: pointer;
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .go .btn {
    flex: 1 1 auto;
    padding-inline: 0.6em;
    white-space: nowrap;
  }
  .cap svg {
    background: var(--fm-surface-sunken);
  }
  .act:has(.want button:focus-visible) {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .act:has(.want button:focus-visible) .want button {
    outline: 0;
  }
  .want button:hover .ph {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .c-home {
    --edge: #5f8a8b;
  }
  .c-care {
    --edge: #c07f52;
  }
  .c-health {
    --edge: #b86a6f;
  }
  .c-law {
    --edge: #6f7fae;
  }
  .c-culture {
    --edge: #a08a3c;
  }
  .c-patrol {
    --edge: #5c7a55;
  }
  .c-policy {
    --edge: #a85a4a;
  }
  .c-relief {
    --edge: #8a6a9a;
  }
  .c-mediation {
    --edge: #5f7f96;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-top: var(--fm-s6);
  }
  .old .acts {
    filter: saturate(0.5);
  }
  .asking .acts {
    opacity: 0.6;
  }
  .ends .all {
    margin-top: var(--fm-s2);
  }
  .ask-sheet {
    --fm-sheet-width: 440px;
  }
  .ask-pane {
    display: grid;
    gap: var(--fm-s5);
    padding: var(--fm-s3) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
  }
  :host([data-mode='elder']) .bar .chips {
    flex-wrap: wrap;
  }
  @media (forced-colors: active) {
    .week [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media (min-width: 680px) {
    .ask-pane {
      padding: var(--fm-s3) var(--fm-s8) var(--fm-s8);
    }
  }
  @container (min-width: 680px) {
    .bar .chips {
      flex-wrap: wrap;
      overflow: visible;
    }
    .week {
      display: grid;
      grid-template-columns: var(--fm-target) repeat(7, minmax(0, 1fr)) var(--fm-target);
      border: 1px solid var(--fm-line);
      border-radius: var(--fm-radius);
      background: var(--fm-surface-raised);
      overflow: hidden;
    }
    .go .btn {
      flex: 1 1 0;
    }
  }
`;
