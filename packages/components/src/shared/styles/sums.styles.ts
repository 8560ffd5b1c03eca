import { css } from 'lit';

/** Sums beside a name. */
export const sumsStyles = css`
  .sums {
    display: flex;
    gap: var(--fm-s5);
  }
  .sums > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding-left: var(--fm-s5);
    border-left: 1px solid var(--fm-line);
  }
  .sums > div:first-child {
    padding-left: 0;
    border: 0;
  }
  .sums dd {
    font-size: var(--fm-t-2xl);
    font-weight: 600;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .sums dd small {
    margin-left: 3px;
    font-size: var(--fm-t-s);
    font-weight: 400;
  }
  .sums dt {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
`;

/** What belongs together on one paper. */
export const boxStyles = css`
  .card {
    margin-top: var(--fm-s3);
    padding: 0 var(--fm-s5);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
  }
  .kindly {
    padding-block: var(--fm-s5);
    color: var(--fm-text-muted);
  }
`;
