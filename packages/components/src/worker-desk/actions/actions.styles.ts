import { css } from 'lit';

export const leftOverStyles = css`
  .left-over:not(:has(div)) {
    display: none;
  }
  .left-over {
    display: grid;
    gap: var(--fm-s3);
    margin-top: var(--fm-s5);
  }
`;

export const actionCaseStyles = css`
  .action-head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fm-s4);
  }
  .action-head .wish {
    margin-top: var(--fm-s1);
    line-height: 1.4;
  }
  .kind {
    flex-wrap: wrap;
  }
  .facts:first-child {
    margin-top: 0;
  }
  .deciding {
    grid-column: 1 / -1;
  }
  .case-act > fieldset,
  .case-act > .twice,
  .deciding {
    grid-column: 1 / -1;
    flex-basis: 100%;
  }
  .case-act .btn .i {
    flex: none;
  }
  @container (min-width: 560px) {
    .case-act .quiet {
      margin-left: auto;
    }
  }
`;

export const unsentStyles = css`
  .unsent,
  .refused {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s2) var(--fm-s3);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
    line-height: 1.5;
  }
  .refused {
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .unsent p,
  .refused p {
    flex: 1 1 12em;
  }
  .unsent b {
    display: block;
  }
  .unsent p span {
    font-size: var(--fm-t-s);
  }
`;

export const peopleStyles = css`
  .fm {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
  }
  .people-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s4);
    padding-top: var(--fm-s5);
    border-top: 1px solid var(--fm-line);
  }
  #list {
    font-size: var(--fm-t-l);
  }
  #list:focus {
    outline: 0;
  }
  .sub {
    margin-top: var(--fm-s3);
  }
  .told-small {
    display: flex;
    gap: var(--fm-s2);
    align-items: center;
    padding: var(--fm-s2) var(--fm-s3);
    border-radius: var(--fm-radius-s);
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
    font-size: var(--fm-t-s);
  }
  .rows {
    border-block: 1px solid var(--fm-line);
  }
  .rows:empty {
    display: none;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2) var(--fm-s3);
    padding: var(--fm-s3) 0;
  }
  .rows > li + li {
    border-top: 1px solid var(--fm-line);
  }
  .person {
    display: flex;
    flex: 1 1 11em;
    align-items: center;
    gap: var(--fm-s3);
    min-width: 0;
    line-height: 1.45;
  }
  .person .avatar {
    font-size: var(--fm-t-s);
  }
  .person small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s2);
    margin-left: auto;
  }
  .ticks small {
    font-size: var(--fm-t-s);
  }
  .chip.attended[aria-pressed='true'] {
    border-color: var(--fm-positive);
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
  }
  .chip.absent[aria-pressed='true'] {
    border-color: var(--fm-line-strong);
    background: var(--fm-surface-sunken);
    color: var(--fm-text);
  }
  .icon-btn.up .i {
    rotate: 180deg;
  }
  .opened {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex-basis: 100%;
    gap: var(--fm-s4);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .input.short {
    width: 8em;
  }
  .remove {
    display: grid;
    justify-items: start;
    gap: var(--fm-s2);
  }
`;

export const addStyles = css`
  .adding {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    padding: var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
  }
  .newcomer {
    display: grid;
    gap: var(--fm-s4);
    padding-top: var(--fm-s4);
    border-top: 1px solid var(--fm-line);
  }
  .sides {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2) var(--fm-s4);
  }
`;
