import { css } from 'lit';

/** A chip that is a select: one of many, for what does not fit into chips. */
export const chooseStyles = css`
  .choose {
    position: relative;
    max-width: 100%;
    padding: 0;
  }
  .choose select {
    min-width: 0;
    min-height: calc(var(--fm-target) - 2px);
    padding: 0 2.4em 0 1em;
    border: 0;
    border-radius: 99px;
    background: none;
    text-overflow: ellipsis;
    appearance: none;
    cursor: pointer;
  }
  .choose option {
    background: var(--fm-surface-raised);
    color: var(--fm-text);
  }
  .choose .i {
    position: absolute;
    right: 0.8em;
    pointer-events: none;
  }
  .choose.on {
    border-color: var(--fm-accent);
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
    font-weight: 600;
  }
`;
