import { css } from 'lit';

/** A form in a sheet: its pane, a stepper, and the end with the draft's state and the buttons. */
export const formStyles = css`
  .pane {
    display: grid;
    gap: var(--fm-s6);
    padding: var(--fm-s6) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
  }
  .end {
    display: grid;
    gap: var(--fm-s3);
    align-content: start;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap-reverse;
    gap: var(--fm-s2);
  }
  .buttons .primary {
    flex: 1 1 12em;
  }
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .draft .i {
    color: var(--fm-positive);
  }
  .stepper {
    display: flex;
    align-items: center;
    gap: var(--fm-s4);
  }
  .stepper .btn {
    width: max(56px, var(--fm-target));
    padding: 0;
    font-size: var(--fm-t-xl);
  }
  .stepper .btn[aria-disabled='true'] {
    border-color: var(--fm-line);
    color: var(--fm-text-muted);
    cursor: default;
  }
  .stepper output {
    min-width: 4em;
    text-align: center;
    font-weight: 600;
  }
  .may {
    font-size: var(--fm-t-s);
    font-weight: 400;
    color: var(--fm-text-muted);
  }
  @container (min-width: 680px) {
    .pane {
      padding: var(--fm-s8);
    }
    .buttons {
      flex-wrap: nowrap;
    }
    .buttons .primary {
      min-width: 180px;
    }
  }
`;
