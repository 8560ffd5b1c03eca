import { css } from 'lit';

/** The head, the podium and the table: what is there before anything is pressed. The rest is `board-more.styles.ts`. */
export const boardStyles = css`
  .crumbs {
    min-height: var(--fm-target);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s4);
  }
  .head p {
    margin-top: var(--fm-s1);
  }
  /* where the toolbar will stand */
  .bar {
    min-height: calc(var(--fm-target) * 2 + 24px);
    margin-top: var(--fm-s5);
  }
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 2.8em;
    height: 2.8em;
    border-radius: 50%;
    background: var(--paper);
    font-size: var(--fm-t-s);
    font-weight: 600;
  }
  .podium {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: end;
    gap: var(--fm-s2);
    max-width: 640px;
    margin: var(--fm-s8) auto 0;
  }
  .podium li {
    display: grid;
    grid-column: 1;
    grid-row: 1;
    justify-items: center;
    text-align: center;
    line-height: var(--fm-leading-tight);
  }
  .podium li:first-child {
    grid-column: 2;
  }
  .podium li:nth-child(3) {
    grid-column: 3;
  }
  .podium .avatar {
    font-size: var(--fm-t-xl);
  }
  .podium b {
    margin-top: var(--fm-s2);
  }
  .pts {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .board small,
  .pts small {
    display: block;
    font-size: var(--fm-t-xs);
    font-weight: 400;
    color: var(--fm-text-muted);
  }
  .step {
    display: grid;
    place-items: center;
    width: 100%;
    height: 36px;
    margin-top: var(--fm-s3);
    border: 1px solid var(--fm-line);
    border-bottom: 0;
    border-radius: var(--fm-radius) var(--fm-radius) 0 0;
    background: var(--fm-surface-sunken, rgb(0 0 0 / 0.04));
    font-size: var(--fm-t-xl);
    font-weight: 600;
    color: var(--fm-text-muted);
  }
  .s1 .step {
    height: 72px;
    border-top: 3px solid var(--fm-gold, var(--fm-line-strong));
    font-size: var(--fm-t-2xl);
    color: var(--fm-accent);
  }
  .s1 .avatar {
    font-size: var(--fm-t-2xl);
  }
  .s2 .step {
    height: 48px;
  }
  .board {
    width: 100%;
    border-collapse: collapse;
    border-top: 1px solid var(--fm-line);
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }
  .board th,
  .board td {
    padding: var(--fm-s3) var(--fm-s2);
    border-bottom: 1px solid var(--fm-line);
    text-align: start;
    font-weight: 400;
  }
  .board thead th,
  .board .c {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .board .r {
    width: 3.4em;
    text-align: center;
    color: var(--fm-text-muted);
    white-space: nowrap;
  }
  .board td.r,
  .board td.p {
    font-weight: 600;
  }
  .board .p {
    text-align: end;
    white-space: nowrap;
  }
  .n {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
  }
  .ch {
    display: inline-block;
  }
  .board .c {
    display: none;
    white-space: nowrap;
  }
  .ghosts .avatar,
  .ghosts i {
    background: var(--fm-line);
    opacity: 0.6;
  }
  .ghosts i {
    height: 2.4em;
    margin: var(--fm-s5) 0 0;
    border-radius: var(--fm-radius);
  }
  @container (min-width: 600px) {
    .bar {
      min-height: calc(var(--fm-target) + 6px);
    }
    .board .c {
      display: table-cell;
    }
    .board .ch {
      display: none;
    }
    .podium .avatar {
      font-size: calc(var(--fm-size) * 1.8);
    }
    .podium .s1 .avatar {
      font-size: calc(var(--fm-size) * 2.3);
    }
  }
`;
