import { css } from 'lit';

/** `.chips > .chip[aria-pressed|aria-checked]`. A chip may be a button, or a label around a native select (`.chip.choose`). */
export const chipStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: var(--fm-target);
    padding: 0 1em;
    border: 1px solid var(--fm-line);
    border-radius: 99px;
    background: var(--fm-surface-raised);
    color: var(--fm-text);
    font-size: var(--fm-t-s);
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
  }
  .chip:hover {
    border-color: var(--fm-line-strong);
  }
  .chip .i {
    color: var(--fm-text-muted);
  }
  .chip[aria-pressed='true'],
  .chip[aria-checked='true'] {
    border-color: var(--fm-accent);
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
    font-weight: 600;
  }
  .chip[aria-pressed='true'] .i,
  .chip[aria-checked='true'] .i {
    color: inherit;
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'],
    .chip[aria-checked='true'] {
      border: 3px solid Highlight;
    }
  }
`;
