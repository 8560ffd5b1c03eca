import { css } from 'lit';

/** `.tag` (`.ok .wait .no .own`), `.kind` and `.avatar`. */
export const tagStyles = css`
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.1em 0.65em;
    border-radius: 99px;
    font-size: var(--fm-t-xs);
    line-height: 1.7;
    background: var(--fm-surface-sunken);
    color: var(--fm-text-muted);
    white-space: nowrap;
  }
  .tag.ok {
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
  }
  .tag.wait {
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .tag.no {
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .tag.own {
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
  }
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 2.5em;
    height: 2.5em;
    border-radius: 50%;
    background: var(--paper, var(--fm-note-1));
    color: var(--fm-text);
    font-weight: 600;
    line-height: 1;
    overflow: hidden;
  }
`;
