import { css } from 'lit';

/** The next two on a home page, or in a sidebar. */
export const compactStyles = css`
  .compact .head .title {
    font-size: var(--fm-t-xl);
  }
  .compact .head p {
    font-size: var(--fm-t-s);
  }
  .compact .acts {
    gap: var(--fm-s3);
    margin-top: var(--fm-s4);
  }
  .compact .act {
    gap: 0 var(--fm-s3);
    padding: var(--fm-s4);
  }
  .compact .want {
    font-size: var(--fm-t-m);
  }
  .compact .side {
    gap: var(--fm-s2);
    margin-top: var(--fm-s3);
  }
  .compact .cap svg,
  .compact .cap .num {
    display: none;
  }
  .compact .head .all {
    display: none;
  }
  @container (max-width: 300px) {
    .compact .act {
      grid-template-columns: calc(var(--fm-size) * 3) minmax(0, 1fr);
    }
    .compact .leaf b {
      font-size: var(--fm-t-xl);
    }
    .compact .go {
      display: grid;
    }
  }
  @container (min-width: 680px) {
    .compact .act {
      grid-template-columns: calc(var(--fm-size) * 4) minmax(0, 1fr) calc(var(--fm-size) * 12.5);
    }
    .compact .side {
      margin: 0;
    }
    .compact .head .all {
      display: inline-flex;
    }
    .compact .ends {
      display: none;
    }
  }
`;
