import { css } from 'lit';

export const roundCaseStyles = css`
  .digest {
    font-family: ui-monospace, monospace;
    font-size: var(--fm-t-xs);
    align-self: center;
    overflow-wrap: anywhere;
    color: var(--fm-text-muted);
  }
  .options {
    display: grid;
    border-top: 1px solid var(--fm-line);
  }
  .options > li {
    display: flex;
    gap: var(--fm-s3);
    align-items: baseline;
    justify-content: space-between;
    padding: var(--fm-s2) 0;
    border-bottom: 1px solid var(--fm-line);
    overflow-wrap: anywhere;
  }
  .options + p {
    margin-top: var(--fm-s3);
  }
  .options .num {
    flex: none;
  }
  .options small {
    display: flex;
    gap: 0.3em;
    align-items: center;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .options .won > span:first-child {
    font-weight: 600;
  }
  .options .won small {
    color: var(--fm-positive);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .acts .btn {
    font-size: var(--fm-t-s);
    white-space: normal;
  }
  .deciding {
    grid-column: 1 / -1;
    flex-basis: 100%;
  }
`;

export const roundFormStyles = css`
  fm-sheet {
    --fm-sheet-width: 720px;
  }
  .round-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
  }
  .round-form > section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    padding-top: var(--fm-s5);
    border-top: 1px solid var(--fm-line);
  }
  .round-form details > div {
    display: grid;
    gap: var(--fm-s4);
    padding-top: var(--fm-s3);
  }
  .round-form summary {
    display: list-item;
    min-height: var(--fm-target);
    line-height: var(--fm-target);
    font-weight: 600;
    cursor: pointer;
  }
  .summary {
    padding: var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-accent-soft);
    line-height: 1.7;
  }
`;

/** What may be ticked, one below the other. */
export const picksStyles = css`
  .picks {
    max-height: 360px;
    overflow: auto;
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
  }
  .picks li + li {
    border-top: 1px solid var(--fm-line);
  }
  .picks label.tick {
    padding: var(--fm-s2) var(--fm-s4);
  }
  .picks label.tick > span:last-child:not(:nth-child(2)) {
    margin-left: auto;
    color: var(--fm-text-muted);
    white-space: nowrap;
  }
  .picks small {
    display: block;
    color: var(--fm-text-muted);
  }
`;

export const roundPaperStyles = css`
  :host {
    display: block;
  }
  .papers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
  }
  .papers > ul {
    border-top: 1px solid var(--fm-line);
  }
  .papers > ul > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s2);
    padding: var(--fm-s3) 0;
    border-bottom: 1px solid var(--fm-line);
  }
  .papers .will {
    display: grid;
    gap: var(--fm-s1);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
  }
  .papers .will:focus,
  .papers legend:focus {
    outline: 0;
  }
  .papers li > .btn {
    justify-self: start;
  }
  .head-of {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
    align-items: center;
  }
`;
