import { css } from 'lit';

/** The head and the grid of notes: what is there before anything is pressed. The rest is `wall-more.styles.ts`. */
export const wallStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--fm-s4) var(--fm-s6);
  }
  .head .title {
    letter-spacing: 0.01em;
  }
  .head p {
    margin-top: var(--fm-s1);
  }
  /* where the toolbar will stand */
  .bar {
    display: grid;
    gap: var(--fm-s4);
    min-height: calc(var(--fm-target) * 2 + var(--fm-size) * 7.05);
    margin-top: var(--fm-s6);
  }
  .bar:empty::before {
    content: '';
    height: 5.2em;
    border-block: 1px solid var(--fm-line);
  }
  .notes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
    margin-top: var(--fm-s8);
    /* tilted paper and its ribbons stay inside */
    padding: 0 10px;
  }
  @container (min-width: 520px) {
    .bar {
      min-height: calc(var(--fm-target) + var(--fm-size) * 6.2);
    }
    .notes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--fm-s8) var(--fm-s6);
    }
  }
  @container (min-width: 780px) {
    .notes {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (min-width: 1100px) {
    .notes {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  /* iOS 15: no containers, so as many as fit */
  @supports not (container-type: inline-size) {
    .notes {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 236px), 1fr));
    }
  }
`;
