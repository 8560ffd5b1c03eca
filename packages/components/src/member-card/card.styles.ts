import { css } from 'lit';

/** The card's frame: who I am, two columns, sections on paper. */
export const cardStyles = css`
  .me {
    display: grid;
    gap: var(--fm-s5);
    padding-bottom: var(--fm-s6);
    border-bottom: 1px solid var(--fm-line);
  }
  .me-who {
    display: flex;
    align-items: center;
    gap: var(--fm-s5);
  }
  .me-who > div {
    min-width: 0;
  }
  .me-who .avatar {
    width: 72px;
    height: 72px;
    font-size: var(--fm-t-2xl);
  }
  .me-who .name {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .me-who p {
    color: var(--fm-text-muted);
  }
  .me-who .roles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s1) var(--fm-s2);
    margin-top: var(--fm-s2);
  }
  .me .tag {
    white-space: normal;
  }
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
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s12);
    margin-top: var(--fm-s8);
  }
  .col {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s12);
    align-content: start;
    min-width: 0;
  }
  .mine-alone {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-s);
  }
  .mine-alone .i {
    align-self: center;
  }
  .mine-alone b {
    color: var(--fm-text);
  }
  .report {
    display: grid;
    gap: var(--fm-s3);
    grid-column: 1 / -1;
  }
  .report .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s1) var(--fm-s3);
    align-items: center;
  }
  .report .go .quiet {
    font-size: var(--fm-t-s);
  }
  .report .go .quiet:first-child {
    margin-left: -0.6em;
  }
  .waits {
    display: flex;
    gap: var(--fm-s3);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
  }
  .waits .i {
    flex: none;
    margin-top: 0.15em;
    color: var(--fm-caution);
  }
  .waits small {
    display: block;
    font-size: var(--fm-t-s);
  }
  .ghost {
    display: grid;
    gap: var(--fm-s3);
    padding-block: var(--fm-s5);
  }
  @container (min-width: 680px) {
    .me {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
    }
  }
  @container (min-width: 980px) {
    .cols {
      grid-template-columns: minmax(0, 1fr) 420px;
    }
  }
`;

export const sectionStyles = css`
  .sec > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--fm-s4);
    min-height: var(--fm-target);
  }
  .sec-name {
    font-size: var(--fm-t-xl);
  }
  .sec-name .tag {
    font-weight: 400;
    vertical-align: middle;
  }
  .sides {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fm-s2);
  }
  .sec > .lead {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .sec > header .quiet {
    margin-right: -0.6em;
    font-size: var(--fm-t-s);
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s2) var(--fm-s4);
    padding: var(--fm-s4) 0;
    border-top: 1px solid var(--fm-line);
  }
  .rows > li:first-child {
    border-top: 0;
  }
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
  .more {
    border-top: 1px solid var(--fm-line);
    text-align: center;
  }
`;

export const rowStyles = css`
  .tell > li {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
  }
  .tell .mark {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: var(--fm-surface-sunken);
    color: var(--fm-text-muted);
  }
  .tell .new .mark {
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
  }
  .tell b {
    display: block;
    font-weight: 400;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .tell .new b {
    font-weight: 600;
  }
  .tell q {
    display: block;
    color: var(--fm-text-muted);
    overflow-wrap: anywhere;
    quotes: none;
  }
  .tell small {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .tell .go {
    grid-column: 2;
  }
  .go .btn {
    padding-inline: 1.1em;
    font-size: var(--fm-t-s);
  }
  .go .quiet {
    padding-inline: 0.6em;
  }
  .deed .go .quiet:first-child {
    margin-left: -0.6em;
  }
  .deed .st {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s1) var(--fm-s3);
  }
  .deed .want {
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-m);
    line-height: 1.55;
    overflow-wrap: anywhere;
  }
  .deed .nextup {
    margin-top: 2px;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
    overflow-wrap: anywhere;
  }
  .deed .pressing {
    color: var(--fm-caution);
  }
  .deed .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
    align-items: center;
    margin-top: var(--fm-s1);
  }
  @container (min-width: 560px) {
    .tell > li {
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
    }
    .tell .go {
      grid-column: auto;
    }
  }
`;
