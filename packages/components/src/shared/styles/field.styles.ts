import { css } from 'lit';

/** `.field` (label, hint, control, error) and `.input`, the box around a native control and its icon. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--fm-s2);
  }
  .field > label,
  legend {
    font-weight: 600;
    padding: 0;
  }
  .hint {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .field-error {
    display: flex;
    gap: 0.4em;
    font-size: var(--fm-t-s);
    color: var(--fm-negative);
  }
  .input {
    display: flex;
    align-items: center;
    gap: 0.5em;
    width: 100%;
    min-height: var(--fm-target);
    padding: 0.55em 0.8em;
    border: 1px solid var(--fm-line-strong);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  .input:focus-within {
    border-color: var(--fm-accent);
    outline: 2px solid var(--fm-accent);
    outline-offset: 0;
  }
  .input.bad,
  .field.bad .input {
    border-color: var(--fm-negative);
  }
  .input :is(input, textarea, select) {
    flex: 1;
    /* as wide as there is room: browsers make a field twenty letters wide, which big letters have no room for */
    width: 0;
    min-width: 0;
    border: 0;
    padding: 0;
    background: none;
    outline: 0;
    resize: none;
    line-height: inherit;
  }
  .input input::-webkit-search-cancel-button {
    cursor: pointer;
  }
  .input ::placeholder {
    color: var(--fm-text-muted);
    opacity: 1;
  }
  .input > .i {
    color: var(--fm-text-muted);
  }
`;
