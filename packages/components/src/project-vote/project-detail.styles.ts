import { css } from 'lit';

/** One project in its sheet; with `progressStyles`. */
export const projectDetailStyles = css`
  fm-sheet {
    --fm-sheet-width: 960px;
  }
  .opening,
  .pane {
    display: grid;
    gap: var(--fm-s4);
    padding: var(--fm-s12) var(--fm-s5) var(--fm-s8);
  }
  .stale {
    margin: var(--fm-s12) var(--fm-s5) 0;
  }
  .project {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .top {
    display: grid;
    gap: var(--fm-s2);
    padding: var(--fm-s8) var(--fm-s5) var(--fm-s5);
  }
  .top > p:first-child {
    padding-right: var(--fm-target);
  }
  .want {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--fm-s5);
  }
  .meta li {
    display: flex;
    gap: 0.45em;
  }
  .meta .i {
    margin-top: 0.17em;
    color: var(--fm-text-muted);
  }
  .main,
  aside {
    display: grid;
    align-content: start;
    gap: var(--fm-s8);
    padding: 0 var(--fm-s5) var(--fm-s8);
  }
  .main section > [role='heading'],
  aside section > [role='heading'] {
    margin-bottom: var(--fm-s2);
    font-size: var(--fm-t-l);
  }
  .story {
    max-width: 38em;
    overflow-wrap: anywhere;
  }
  .story p + p {
    margin-top: var(--fm-s3);
  }
  .reason {
    margin-bottom: var(--fm-s4);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin-left: -0.6em;
  }
  .btn.small {
    font-size: var(--fm-t-s);
  }
  .btn.dim {
    color: var(--fm-text-muted);
    font-weight: 400;
  }
  .btns {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .reasons {
    display: grid;
    gap: var(--fm-s2);
    margin-top: var(--fm-s2);
    padding: var(--fm-s3);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .reasons .btn {
    padding-inline: 0.9em;
    font-weight: 400;
  }
  .says form {
    display: grid;
    gap: var(--fm-s3);
  }
  .says textarea {
    line-height: 1.6;
  }
  .box,
  .trouble {
    display: grid;
    gap: var(--fm-s3);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-accent-soft);
  }
  .trouble {
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .stars {
    display: flex;
    margin: var(--fm-s2) 0 0 -0.5em;
  }
  .stars .i {
    width: 1.75em;
    height: 1.75em;
  }
  .stars .lit {
    color: var(--fm-gold);
  }
  .lit .i {
    fill: currentColor;
  }
  .unfit {
    margin: 0 0 0 -0.6em;
  }
  aside > p:empty {
    display: none;
  }
  @container (min-width: 680px) {
    .top {
      padding: var(--fm-s8) var(--fm-s8) var(--fm-s6);
    }
    .main,
    aside {
      padding: 0 var(--fm-s8) var(--fm-s8);
    }
  }
  @container (min-width: 760px) {
    .project {
      grid-template-columns: minmax(0, 1fr) calc(var(--fm-size) * 20);
    }
    .top {
      grid-column: 1 / -1;
    }
    aside {
      padding-left: 0;
    }
    .says {
      padding: var(--fm-s5);
      border: 1px solid var(--fm-line);
      border-radius: var(--fm-radius);
    }
  }
`;
