import { css } from 'lit';

export const whyStyles = css`
  :host {
    display: contents;
    --fm-sheet-width: 600px;
  }
  .ledger {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    padding: var(--fm-s3) var(--fm-s5) var(--fm-s6);
  }
  .ghost {
    display: grid;
    gap: var(--fm-s4);
  }
  @container (min-width: 520px) {
    .ledger {
      padding: var(--fm-s3) var(--fm-s8) var(--fm-s8);
    }
  }
`;
