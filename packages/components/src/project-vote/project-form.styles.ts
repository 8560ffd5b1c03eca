import { css } from 'lit';

export const projectFormStyles = css`
  fm-sheet {
    --fm-sheet-width: 640px;
  }
  .pane {
    display: grid;
    gap: var(--fm-s5);
    padding: var(--fm-s3) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
  }
  .input textarea {
    line-height: 1.6;
  }
  .public {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fm-s3);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
  }
  .public .i {
    margin-top: 0.17em;
    color: var(--fm-accent);
  }
  .reason {
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
  }
  .trouble {
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .end {
    display: grid;
    gap: var(--fm-s2);
  }
  #done:focus {
    outline: 0;
  }
  @container (min-width: 560px) {
    .pane {
      padding-inline: var(--fm-s8);
    }
    .end {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: var(--fm-s4);
    }
  }
`;
