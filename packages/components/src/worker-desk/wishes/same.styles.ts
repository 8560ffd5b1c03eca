import { css } from 'lit';

export const sameStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .same {
    display: grid;
    gap: var(--fm-s3);
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .same li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s2) var(--fm-s4);
    align-items: center;
  }
  .same li + li {
    padding-top: var(--fm-s3);
    border-top: 1px solid var(--fm-line);
  }
  .same small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  @container (min-width: 560px) {
    .same li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
`;
