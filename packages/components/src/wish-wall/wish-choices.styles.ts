import { css } from 'lit';

/** Radio groups as cards (`.pick`) or chips. The native control stays: arrow keys and screen readers know it. */
export const choiceStyles = css`
  .pick {
    display: grid;
    gap: var(--fm-s2);
    margin-top: var(--fm-s2);
  }
  .pick label {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
    min-height: max(56px, var(--fm-target));
    padding: var(--fm-s2) var(--fm-s3);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    cursor: pointer;
    line-height: 1.4;
  }
  .pick label.on {
    border-color: var(--fm-accent);
    box-shadow: inset 0 0 0 1px var(--fm-accent);
  }
  .pick input {
    appearance: none;
    flex: none;
    width: 20px;
    height: 20px;
    border: 2px solid var(--fm-line-strong);
    border-radius: 50%;
    cursor: pointer;
  }
  .pick input:checked {
    border: 6px solid var(--fm-accent);
  }
  .pick small {
    display: block;
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
  }
  legend + .chips,
  legend + .hint {
    margin-top: var(--fm-s2);
  }
  fieldset > .field {
    margin-top: var(--fm-s3);
  }
  fieldset > .field-error {
    margin-top: var(--fm-s2);
  }
  .chip {
    position: relative;
  }
  .chip.on {
    border-color: var(--fm-accent);
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
    font-weight: 600;
  }
  .chip.on .i {
    color: inherit;
  }
  .chip input {
    position: absolute;
    inset: 0;
    appearance: none;
    border-radius: inherit;
    cursor: pointer;
  }
  label:focus-within:has(:focus-visible) {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  label:has(:focus-visible) :focus-visible {
    outline: 0;
  }
  @media (forced-colors: active) {
    .pick label.on,
    .chip.on {
      border: 3px solid Highlight;
    }
    .pick input {
      appearance: auto;
    }
  }
`;
