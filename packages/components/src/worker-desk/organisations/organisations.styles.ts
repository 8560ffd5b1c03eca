import { css } from 'lit';

export const treeStyles = css`
  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    align-content: start;
  }
  .tree li {
    border-top: 1px solid var(--fm-line);
  }
  .tree > ul > li:first-child {
    border-top: 0;
  }
  .tree ul ul button {
    padding-left: calc(var(--fm-s5) + 1.4em);
  }
  .tree ul ul ul button {
    padding-left: calc(var(--fm-s5) + 2.8em);
  }
  .tree ul ul ul ul button {
    padding-left: calc(var(--fm-s5) + 4.2em);
  }
  /* The line from an organisation to the one above it. */
  .tree ul ul > li > button::after {
    content: '';
    position: absolute;
    top: 0;
    bottom: calc(100% - 1.9em);
    right: calc(100% - var(--fm-s5) - 1em);
    width: 0.7em;
    border: solid var(--fm-line-strong);
    border-width: 0 0 1px 1px;
  }
  .tree ul ul ul > li > button::after {
    right: calc(100% - var(--fm-s5) - 2.4em);
  }
  .tree ul ul ul ul > li > button::after {
    right: calc(100% - var(--fm-s5) - 3.8em);
  }
`;

export const pageStyles = css`
  .path {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    color: var(--fm-text-muted);
    font-size: var(--fm-t-s);
  }
  .path .btn {
    font-size: inherit;
  }
  .path .btn:first-child {
    margin-left: -0.6em;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2) var(--fm-s8);
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .deeds li {
    display: flex;
    gap: var(--fm-s2);
    align-items: baseline;
    color: var(--fm-text-muted);
  }
  .deeds b {
    font-size: var(--fm-t-xl);
    color: var(--fm-text);
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fm-s2);
    margin-left: -0.6em;
  }
  .helped {
    border-top: 1px solid var(--fm-line);
  }
  .helped li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s3);
    padding: var(--fm-s3) 0;
    border-bottom: 1px solid var(--fm-line);
    line-height: 1.5;
  }
  .helped small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .helped .btn {
    flex: none;
    margin-right: -0.6em;
    font-size: var(--fm-t-s);
  }
`;

export const peopleStyles = css`
  .who-acts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
  }
  .people > li:last-child {
    border-bottom: 1px solid var(--fm-line);
  }
  .people .coming,
  .people .going small {
    color: var(--fm-caution);
  }
  .people .btn.quiet {
    margin-right: -0.6em;
  }
  .who-acts > p > .quiet {
    margin-left: -0.6em;
  }
  .going s {
    color: var(--fm-text-muted);
  }
  .save:not(:has(p)) {
    display: none;
  }
  .caution,
  .done {
    display: flex;
    gap: var(--fm-s2);
    align-items: center;
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
    font-size: var(--fm-t-s);
  }
  .done {
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
`;

export const newStyles = css`
  legend {
    margin-bottom: var(--fm-s2);
  }
  select {
    min-height: 1.6em;
  }
`;
