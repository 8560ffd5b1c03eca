import { css } from 'lit';

/** `.btn` with one of `.primary .tonal .line .quiet`, `.wide` to fill its row; `.icon-btn` round, for one icon. */
export const buttonStyles = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    min-height: var(--fm-target);
    padding: 0.4em 1.35em;
    border: 1px solid transparent;
    border-radius: var(--fm-radius);
    background: none;
    color: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .btn.primary {
    background: var(--fm-accent);
    color: var(--fm-on-accent);
  }
  .btn.primary:hover {
    background: var(--fm-accent-strong);
  }
  .btn.tonal {
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
  }
  .btn.line {
    border-color: var(--fm-line-strong);
    color: var(--fm-text);
    background: var(--fm-surface-raised);
  }
  .btn.line:hover {
    border-color: var(--fm-accent);
  }
  .btn.quiet {
    color: var(--fm-accent);
    padding-inline: 0.6em;
  }
  .btn[disabled] {
    background: var(--fm-surface-sunken);
    color: var(--fm-text-muted);
    border-color: var(--fm-line);
    cursor: default;
  }
  .btn.wide {
    width: 100%;
  }
  .icon-btn {
    display: grid;
    place-items: center;
    width: var(--fm-target);
    height: var(--fm-target);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--fm-text-muted);
    cursor: pointer;
  }
  .icon-btn:hover {
    background: var(--fm-surface-sunken);
    color: var(--fm-text);
  }
`;
