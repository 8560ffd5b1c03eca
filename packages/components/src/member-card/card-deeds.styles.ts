import { css } from 'lit';

/** 我的行动 and 我的积分. */
export const deedsStyles = css`
  .kindly .btn {
    margin-left: 0.2em;
  }
  .ghost {
    display: grid;
    gap: var(--fm-s4);
    padding-block: var(--fm-s5);
  }
  .mine > li {
    grid-template-columns: 60px minmax(0, 1fr);
    align-items: center;
  }
  .leaf {
    width: 60px;
    overflow: hidden;
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
    line-height: 1.3;
    text-align: center;
  }
  .leaf span {
    display: block;
    padding: 1px 0;
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
    white-space: nowrap;
  }
  .leaf b {
    display: block;
    font-size: var(--fm-t-xl);
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  .want {
    font-size: var(--fm-t-m);
  }
  .want a {
    color: inherit;
    text-decoration-color: var(--fm-line-strong);
  }
  .mine small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .mine .when,
  .mine .stand,
  .mine .well {
    display: inline-block;
    margin-right: 0.5em;
  }
  .mine .stand {
    color: var(--fm-caution);
  }
  .mine .well {
    color: var(--fm-positive);
  }
  .mine .go {
    grid-column: 2;
  }
  .go .btn,
  .ever .btn {
    padding-inline: 1.1em;
    font-size: var(--fm-t-s);
  }
  .go .quiet,
  .ever .quiet {
    margin-left: -0.6em;
    padding-inline: 0.6em;
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--fm-s4);
    padding: var(--fm-s4) 0;
    border-top: 1px solid var(--fm-line);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .hours span {
    display: inline-block;
    margin-right: var(--fm-s2);
  }
  .hours b {
    font-size: var(--fm-t-l);
    color: var(--fm-text);
    font-variant-numeric: tabular-nums;
  }
  .hours .go {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fm-s3);
  }
  .pts {
    padding-block: var(--fm-s4) var(--fm-s2);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--fm-s3);
  }
  .top b {
    font-size: var(--fm-t-xl);
    line-height: 1.3;
    color: var(--fm-accent);
    font-variant-numeric: tabular-nums;
  }
  .stack {
    display: block;
    width: 100%;
    height: 10px;
    margin: var(--fm-s3) 0;
    border-radius: 3px;
  }
  .key {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fm-s1) var(--fm-s5);
    font-size: var(--fm-t-s);
  }
  .key li {
    display: flex;
    align-items: center;
    gap: var(--fm-s2);
  }
  .key i {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 3px;
    background: var(--c);
  }
  .key b {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .stack rect {
    fill: var(--c);
  }
  .k1 {
    --c: var(--fm-accent);
  }
  .k2 {
    --c: var(--fm-positive);
  }
  .k3 {
    --c: var(--fm-gold);
  }
  .k4 {
    --c: var(--fm-pin);
  }
  .k5,
  .k6 {
    --c: var(--fm-line-strong);
  }
  @supports (color: color-mix(in srgb, red, blue)) {
    .k2 {
      --c: color-mix(in srgb, var(--fm-accent) 60%, var(--fm-surface));
    }
  }
  .ever {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--fm-s3);
    min-height: var(--fm-target);
    margin-top: var(--fm-s3);
    border-top: 1px solid var(--fm-line);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .ever .btn {
    margin-right: -0.6em;
  }
  @container (min-width: 560px) {
    .mine > li {
      grid-template-columns: 60px minmax(0, 1fr) auto;
    }
    .mine .go {
      grid-column: auto;
    }
  }
`;
