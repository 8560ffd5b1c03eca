import { css } from 'lit';

/** Entries of the ledger: `.sum` and `.entries`. */
export const entryStyles = css`
  .sum {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s1) var(--fm-s6);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .sum b,
  .entries b {
    font-variant-numeric: tabular-nums;
  }
  .sum b {
    color: var(--fm-text);
  }
  .entries > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--fm-s4);
    padding: var(--fm-s3) 0;
    border-top: 1px solid var(--fm-line);
    line-height: 1.5;
  }
  .entries > li > b {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
    color: var(--fm-positive);
  }
  .entries > li > :not(b) {
    grid-column: 1;
  }
  .entries .rev > b {
    color: var(--fm-caution);
  }
  .entries .zero > b,
  .entries .undone > b {
    color: var(--fm-text-muted);
  }
  .entries .undone > b {
    text-decoration: line-through;
  }
  .entries small,
  .entries q {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .entries q {
    quotes: none;
  }
  .earlier {
    padding-top: var(--fm-s2);
    border-top: 1px solid var(--fm-line);
    text-align: center;
  }
`;
