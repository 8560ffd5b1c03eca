import { css } from 'lit';

/** A form inside a case: its boxes one below the other, its buttons at the end. */
export const deskFormStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
  }
  .form.framed {
    padding: var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
  }
  .input.short {
    max-width: 16em;
  }
  .row-of {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    align-items: start;
  }
  @container (min-width: 560px) {
    .row-of {
      grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    }
    /* Labels, hints and boxes beside each other stand on the same lines, whichever of them has a hint or an error. */
    @supports (grid-template-rows: subgrid) {
      .row-of {
        row-gap: 0.4em;
      }
      .row-of > .field {
        display: grid;
        grid-row: span 4;
        grid-template-rows: subgrid;
      }
      .row-of .hint {
        grid-row: 2;
      }
      .row-of .input {
        grid-row: 3;
        align-self: start;
      }
      .row-of .field-error {
        grid-row: 4;
      }
    }
  }
  label.tick {
    display: flex;
    gap: var(--fm-s3);
    align-items: center;
    min-height: var(--fm-target);
    cursor: pointer;
  }
  label.tick input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0;
    accent-color: var(--fm-accent);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s1) var(--fm-s2);
  }
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s1) var(--fm-s3);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
`;

/** A form in a sheet of its own: its head, its parts, its buttons at the end. */
export const formSheetStyles = css`
  .pane {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
    padding: var(--fm-s6) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
  }
  .pane > header {
    padding-right: var(--fm-target);
  }
  .pane header [role='heading'] {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .pane header p {
    margin-top: var(--fm-s1);
  }
  .pane header [role='heading']:focus {
    outline: 0;
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s3);
    align-items: center;
    justify-content: flex-end;
  }
  .end p {
    flex: 1 1 100%;
  }
`;

/** The search above a long list. */
export const findStyles = css`
  .find {
    display: grid;
    gap: var(--fm-s1);
  }
`;
