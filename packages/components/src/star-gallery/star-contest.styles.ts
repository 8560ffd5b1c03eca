import { css } from 'lit';
import { faceStyles } from './face.styles.ts';

/** The contest: its rule, whom one looks for, the candidates, and how it ended. */
export const contestStyles = css`
  ${faceStyles}
  .back {
    margin-left: -0.6em;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--fm-s3) var(--fm-s4);
  }
  .title {
    scroll-margin-top: 5em;
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .title:focus {
    outline: 0;
  }
  .head p,
  .turnout {
    margin-top: var(--fm-s1);
    color: var(--fm-text-muted);
  }
  .rule {
    display: grid;
    gap: var(--fm-s2) var(--fm-s8);
    margin-top: var(--fm-s5);
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .rule div {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
    gap: var(--fm-s3);
    font-size: var(--fm-t-s);
  }
  :host([lang='en']) .rule div {
    grid-template-columns: 7em minmax(0, 1fr);
  }
  .rule dt {
    color: var(--fm-text-muted);
  }
  .rule dd b {
    font-size: var(--fm-t-m);
  }
  .why {
    margin-top: var(--fm-s4);
    padding: var(--fm-s3) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .find {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3) var(--fm-s4);
    margin-top: var(--fm-s6);
  }
  .find .chips {
    grid-column: 1 / -1;
  }
  .find select {
    appearance: none;
    cursor: pointer;
  }
  .find option {
    color: var(--fm-text);
    background: var(--fm-surface-raised);
  }
  .found {
    margin-top: var(--fm-s5);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .found b {
    color: var(--fm-text);
    font-variant-numeric: tabular-nums;
  }
  .cands,
  .won {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s3);
  }
  .cand {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    grid-template-rows: 1fr auto;
    gap: var(--fm-s3) var(--fm-s4);
    padding: var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
    scroll-margin-bottom: 240px;
  }
  .cand:focus-visible {
    outline-offset: 4px;
  }
  .cand .do {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2;
    gap: var(--fm-s1) var(--fm-s2);
  }
  .cand .btn {
    scroll-margin-bottom: 240px;
  }
  .do .btn:not(.quiet) {
    flex: 1 1 6em;
  }
  .do .quiet {
    padding-inline: 0.6em;
    font-size: var(--fm-t-s);
  }
  .do .quiet:first-child {
    margin-left: -0.6em;
  }
  .cand .face {
    grid-row: 1 / 3;
    align-self: start;
  }
  .cand.on {
    border-color: var(--fm-accent);
    box-shadow:
      inset 0 0 0 1px var(--fm-accent),
      var(--fm-shadow);
  }
  .face {
    border-radius: 999px 999px var(--fm-radius-s) var(--fm-radius-s);
    font-size: var(--fm-t-2xl);
  }
  .cand [role='heading'] {
    font-size: var(--fm-t-l);
    line-height: 1.35;
  }
  .cand .from,
  .bars small {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .cand .say {
    margin-top: var(--fm-s1);
    font-size: var(--fm-t-s);
    line-height: 1.55;
  }
  .cand .got {
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-l);
    font-weight: 600;
    color: var(--fm-accent);
  }
  .more {
    display: flex;
    justify-content: center;
    margin-top: var(--fm-s6);
  }
  .after {
    display: grid;
    gap: var(--fm-s6);
    margin-top: var(--fm-s6);
  }
  .results {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s8);
  }
  .results > [role='heading'] {
    font-size: var(--fm-t-xl);
  }
  .results > [role='heading'] ~ [role='heading'] {
    margin-top: var(--fm-s4);
    font-size: var(--fm-t-l);
  }
  .bars {
    display: grid;
    gap: var(--fm-s4);
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--fm-s3);
  }
  .track {
    grid-column: 1 / -1;
    width: 100%;
    height: 8px;
    border-radius: 4px;
    background: var(--fm-surface-sunken);
    fill: var(--fm-line-strong);
  }
  .bars small {
    grid-column: 1 / -1;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .told .btn,
  .look-up .btn {
    background: var(--fm-surface-raised);
  }
  .look-up {
    display: grid;
    gap: var(--fm-s2);
    margin-top: var(--fm-s6);
    padding: var(--fm-s5);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
  }
  .look-up label {
    font-weight: 600;
  }
  .look-up .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .look-up .input {
    flex: 1 1 14em;
  }
  .ghost {
    display: grid;
    gap: var(--fm-s4);
  }
  .old .cands {
    filter: saturate(0.5);
  }
  @container (min-width: 560px) {
    .find {
      grid-template-columns: minmax(0, 1fr) minmax(0, 260px);
    }
    .find > .input:first-child:last-child {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 640px) {
    .cands,
    .won {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 760px) {
    .rule {
      grid-template-columns: repeat(auto-fit, minmax(0, auto));
      justify-content: space-between;
      grid-auto-flow: column;
    }
    .rule div,
    :host([lang='en']) .rule div {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: 0;
    }
    .after {
      grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr);
      align-items: start;
    }
  }
  @container (min-width: 980px) {
    .cands,
    .won {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (max-width: 339px) {
    .cand {
      grid-template-columns: 64px minmax(0, 1fr);
    }
    .cand .do {
      grid-column: 1 / -1;
    }
    .cand .face {
      grid-row: 1;
    }
    .rule div,
    :host([lang='en']) .rule div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;
