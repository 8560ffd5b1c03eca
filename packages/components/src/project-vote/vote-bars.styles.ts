import { css } from 'lit';

/** Bars with counts, why, and how far winners are. */
export const barStyles = css`
  .res {
    display: grid;
    gap: var(--fm-s8);
    margin-top: var(--fm-s6);
  }
  .bars {
    display: grid;
    gap: var(--fm-s5);
    align-content: start;
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--fm-s4);
    align-items: baseline;
  }
  .track {
    display: block;
    grid-column: 1 / -1;
    width: 100%;
    height: 12px;
    border-radius: 6px;
    background: var(--fm-surface-sunken);
    fill: var(--fm-line-strong);
  }
  .win .track,
  .prog .track {
    fill: var(--fm-accent);
  }
  .bars .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--fm-s2);
  }
  .bars .name button {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .bars .name button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .win .name {
    font-weight: 600;
  }
  .bars small {
    grid-column: 1 / -1;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .beside {
    display: grid;
    gap: var(--fm-s4);
    align-content: start;
  }
  .why {
    display: grid;
    gap: var(--fm-s3);
    padding: var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
  }
  .why [role='heading'] {
    font-size: var(--fm-t-m);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fm-s5);
  }
  .links a {
    display: inline-flex;
    align-items: center;
    min-height: var(--fm-target);
  }
  .other > div {
    display: grid;
    gap: var(--fm-s2);
    padding: var(--fm-s4) var(--fm-s5) 0;
    font-size: var(--fm-t-s);
  }
  .other ul {
    display: grid;
    gap: var(--fm-s1);
  }
  .lead {
    display: grid;
    gap: var(--fm-s5) var(--fm-s12);
    align-items: start;
    margin-top: var(--fm-s5);
  }
  .lead .progress > [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .lead .steps {
    margin-top: var(--fm-s6);
  }
  .lead .says {
    padding: var(--fm-s5);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  .lead-more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--fm-s3);
    margin-left: -0.6em;
  }
  .lead-more span {
    margin-left: 0.6em;
  }
  .progs {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s5);
  }
  .prog {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--fm-s2) var(--fm-s4);
    align-items: start;
    align-content: start;
    padding: var(--fm-s4) var(--fm-s5);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  .prog > .small,
  .prog .last {
    grid-column: 1 / -1;
  }
  .prog .state {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
    margin-top: var(--fm-s1);
  }
  .prog .pct b {
    font-size: var(--fm-t-xl);
    line-height: 1.3;
    color: var(--fm-accent);
  }
  .prog .track {
    height: 8px;
  }
  .prog .last {
    display: flex;
    gap: 0.5em;
    font-size: var(--fm-t-s);
  }
  .prog .last .i {
    margin-top: 0.17em;
    color: var(--fm-accent);
  }
  @container (min-width: 560px) {
    .progs {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 760px) {
    .res {
      grid-template-columns: minmax(0, 1fr) calc(var(--fm-size) * 17.5);
      gap: var(--fm-s8) var(--fm-s12);
    }
    .lead {
      grid-template-columns: minmax(0, 1fr) calc(var(--fm-size) * 17.5);
    }
  }
`;
