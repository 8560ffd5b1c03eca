import { css } from 'lit';

export const projectCaseStyles = css`
  details > summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--fm-target);
    color: var(--fm-text-muted);
    cursor: pointer;
  }
  details > .said {
    color: var(--fm-text-muted);
  }
`;

/** What is said between two presses takes the whole line. */
export const projectSameStyles = css`
  .twice {
    grid-column: 1 / -1;
  }
`;

/** Steps and comments: one below the other, each with its own small row of acts. */
export const threadStyles = css`
  :host {
    display: block;
  }
  .thread {
    display: grid;
    gap: var(--fm-s4);
  }
  .thread > ul {
    display: grid;
    border-top: 1px solid var(--fm-line);
  }
  .thread > ul > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s2);
    padding: var(--fm-s4) 0;
    border-bottom: 1px solid var(--fm-line);
  }
  .thread > ul > li > p:first-child {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .thread .planned b {
    color: var(--fm-text-muted);
  }
  .correction {
    display: grid;
    gap: var(--fm-s2);
    padding: var(--fm-s3) var(--fm-s4);
    border-left: 3px solid var(--fm-caution);
    border-radius: 0 var(--fm-radius-s) var(--fm-radius-s) 0;
    background: var(--fm-caution-soft);
    font-size: var(--fm-t-s);
    line-height: 1.55;
    overflow-wrap: anywhere;
  }
  .correction.settled {
    border-color: var(--fm-positive);
    background: var(--fm-surface-sunken);
  }
  .correction .late {
    color: var(--fm-negative);
    font-weight: 600;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .acts .btn {
    font-size: var(--fm-t-s);
  }
  .field-error:focus {
    outline: 0;
  }
`;
