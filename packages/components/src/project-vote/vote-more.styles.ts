import { css } from 'lit';

/** The ballot, the slip, and the sections below. */
export const moreStyles = css`
  .old .opts,
  .old .part {
    filter: saturate(0.5);
  }
  .opt.on {
    border-color: var(--fm-accent);
    box-shadow:
      inset 0 0 0 1px var(--fm-accent),
      var(--fm-shadow);
  }
  /* what has the keyboard is not under the tray */
  .opt .btn,
  .want button {
    scroll-margin-bottom: 240px;
  }
  .opt [aria-disabled='true'] {
    border-color: var(--fm-line);
    background: var(--fm-surface-sunken);
    color: var(--fm-text-muted);
    cursor: default;
  }
  .title:focus {
    outline: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--fm-s4) var(--fm-s6);
  }
  .tonal {
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
  }
  .pic path {
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .want button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fm-s3);
    margin-top: var(--fm-s5);
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-accent-soft);
  }
  .notice > .i {
    margin-top: 0.2em;
    color: var(--fm-accent-strong);
  }
  .notice > div {
    display: grid;
    gap: var(--fm-s1);
    justify-items: start;
  }
  .notice .btns,
  .notice a.btn {
    margin-top: var(--fm-s2);
  }
  .notice.bad {
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .notice.bad > .i {
    color: inherit;
  }
  .btns {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .bad {
    color: var(--fm-negative);
  }
  .good {
    color: var(--fm-positive);
  }
  .kept {
    display: grid;
    gap: var(--fm-s5);
    align-items: start;
    margin-top: var(--fm-s6);
  }
  .look-up {
    display: grid;
    gap: var(--fm-s2);
    padding-top: var(--fm-s3);
    font-size: var(--fm-t-s);
  }
  .look-up label {
    font-weight: 600;
  }
  .look-up .go {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--fm-s2);
  }
  .said:empty {
    display: none;
  }
  .part {
    margin-top: var(--fm-s12);
    padding-top: var(--fm-s8);
    border-top: 1px solid var(--fm-line);
  }
  .part > [role='heading'],
  .part .head [role='heading'] {
    font-size: var(--fm-t-xl);
  }
  .lost summary {
    min-height: var(--fm-target);
    align-content: center;
    cursor: pointer;
    font-weight: 600;
  }
  .lost li {
    display: grid;
    justify-items: start;
    padding: var(--fm-s2) 0;
    border-bottom: 1px solid var(--fm-line);
  }
  .lost .btn {
    margin-left: -0.6em;
    text-align: left;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-top: var(--fm-s6);
  }
  .others li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0;
  }
  .others {
    margin: var(--fm-s3) 0 0 -0.6em;
  }
  .others span {
    padding-inline-start: 0.6em;
  }
  .also {
    margin-top: var(--fm-s5);
  }
  .also .others {
    margin-top: 0;
  }
  .none {
    margin-top: var(--fm-s4);
  }
  .others .btn {
    padding-right: 0.6em;
    text-align: start;
  }
  .small-cards .pic {
    aspect-ratio: 1;
  }
  @container (min-width: 560px) {
    .small-cards .opt {
      grid-template: auto / 5.5em minmax(0, 1fr);
      gap: 0 var(--fm-s4);
      padding: var(--fm-s4);
    }
    .small-cards .pic {
      width: 100%;
      margin: 0;
      border-radius: var(--fm-radius-s);
    }
  }
  @container (min-width: 760px) {
    .kept:has(> .slip) {
      grid-template-columns: minmax(0, 1fr) calc(var(--fm-size) * 17.5);
    }
  }
  @media (forced-colors: active) {
    .opt.on {
      outline: 3px solid Highlight;
    }
  }
`;
