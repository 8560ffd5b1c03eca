import { css } from 'lit';
import { btnStyles } from './btn.styles.ts';

/** `.btn` with one of `.primary .tonal .line .quiet`, `.wide` to fill its row; `.icon-btn` round, for one icon. */
export const buttonStyles = css`
  ${btnStyles}
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
