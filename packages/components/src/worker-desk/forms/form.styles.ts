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
