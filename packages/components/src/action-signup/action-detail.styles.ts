import { css } from 'lit';

/** One action in its sheet. The leaf, the places and the buttons are the card's. */
export const detailStyles = css`
  fm-sheet:not(.ask-sheet) {
    --fm-sheet-width: 880px;
  }
  .action {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .action .top {
    display: grid;
    grid-template-columns: calc(var(--fm-size) * 4) minmax(0, 1fr);
    gap: 0 var(--fm-s4);
    padding: var(--fm-s8) var(--fm-s5) var(--fm-s5);
    border-top: 4px solid var(--edge, var(--fm-accent));
  }
  .action.mine .top {
    background: linear-gradient(90deg, var(--fm-accent-soft), transparent 62%);
  }
  .action .kind {
    padding-right: var(--fm-target);
  }
  .action .want {
    font-size: var(--fm-t-xl);
  }
  .action .meta {
    display: grid;
    gap: var(--fm-s1);
    font-size: var(--fm-t-m);
  }
  .action .meta li {
    display: flex;
    gap: 0.45em;
  }
  .kind .i,
  .meta .i {
    margin-top: 0.17em;
  }
  .action.cancelled .meta time {
    text-decoration: line-through;
  }
  .main {
    display: grid;
    align-content: start;
    gap: var(--fm-s6);
    padding: var(--fm-s3) var(--fm-s5) var(--fm-s6);
  }
  .main [role='heading'],
  aside [role='heading'] {
    margin-bottom: var(--fm-s3);
  }
  .story {
    max-width: 38em;
  }
  .story p + p {
    margin-top: var(--fm-s3);
  }
  .pics {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fm-s3);
    margin-top: var(--fm-s4);
  }
  .pics li:only-child {
    grid-column: 1 / -1;
  }
  .pics img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
    filter: var(--fm-photo, none);
  }
  .pics li:only-child img {
    aspect-ratio: 16 / 9;
  }
  .facts {
    display: grid;
    border-top: 1px solid var(--fm-line);
  }
  .facts div {
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr);
    gap: var(--fm-s3);
    padding: var(--fm-s3) 0;
    border-bottom: 1px solid var(--fm-line);
  }
  .facts dt {
    color: var(--fm-text-muted);
  }
  /* Large enough to be met with a thumb, in a line as high as the others. */
  .facts a {
    display: inline-flex;
    align-items: center;
    min-height: var(--fm-target);
    margin-block: calc((1em * var(--fm-leading) - var(--fm-target)) / 2);
  }
  .called-off {
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .away {
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .unfit {
    margin: 0 0 0 -0.6em;
  }
  aside {
    display: grid;
    align-content: start;
    gap: var(--fm-s5);
    padding: var(--fm-s5) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
    border-top: 1px solid var(--fm-line);
  }
  aside .side {
    margin: 0;
  }
  .opening {
    display: grid;
    gap: var(--fm-s4);
    padding: var(--fm-s8) var(--fm-s5);
  }
  .stale {
    margin: var(--fm-s12) var(--fm-s5) 0;
  }
  .pane {
    padding: var(--fm-s6) var(--fm-s5);
  }
  @container (max-width: 679px) {
    aside {
      position: sticky;
      bottom: 0;
      background: var(--fm-surface-raised);
    }
    aside:has(.steps) {
      position: static;
    }
  }
  @container (min-width: 680px) {
    .action {
      grid-template-columns: minmax(0, 1fr) 304px;
    }
    .action .top {
      grid-column: 1 / -1;
      grid-template-columns: calc(var(--fm-size) * 4.5) minmax(0, 1fr);
      gap: 0 var(--fm-s5);
      padding: var(--fm-s8) var(--fm-s8) var(--fm-s6);
    }
    .main {
      padding: var(--fm-s5) var(--fm-s8) var(--fm-s8);
    }
    aside {
      padding: var(--fm-s6);
      border-top: 0;
      border-radius: var(--fm-radius) 0 0 0;
      background: var(--fm-surface-sunken);
    }
    aside .cap svg {
      background: var(--fm-line);
    }
    .opening,
    .pane {
      padding: var(--fm-s8);
    }
  }
`;
