import { css } from 'lit';
import { faceStyles } from './face.styles.ts';

/** A page-like dialog: the portrait beside what they did, what was written of them and what neighbours said. */
export const storyStyles = css`
  ${faceStyles}
  .tale {
    display: grid;
  }
  .tale:focus-visible {
    outline-offset: -4px;
    border-radius: var(--fm-radius);
  }
  .tale-face {
    padding: var(--fm-s8) var(--fm-s5) 0;
  }
  .face {
    width: 176px;
    margin: 0 auto;
  }
  .badge {
    display: flex;
    gap: 0.4em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .gold {
    width: 1.1em;
    height: 1.6em;
    color: var(--fm-gold);
    fill: currentColor;
    stroke: none;
  }
  .tale-txt {
    display: grid;
    align-content: start;
    gap: var(--fm-s5);
    min-width: 0;
    padding: var(--fm-s5) var(--fm-s5) var(--fm-s8);
  }
  .tale-txt h2,
  .who {
    font-size: var(--fm-t-2xl);
    line-height: 1.35;
  }
  .say {
    color: var(--fm-text-muted);
  }
  .about-words {
    margin-left: -0.6em;
    color: var(--fm-text-muted);
    font-size: var(--fm-t-s);
    font-weight: 400;
  }
  .record {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    border-block: 1px solid var(--fm-line);
  }
  .record div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: var(--fm-s3) 0 var(--fm-s3) var(--fm-s4);
    border-left: 1px solid var(--fm-line);
  }
  .record div:first-child {
    padding-left: 0;
    border: 0;
  }
  .record dd {
    font-size: var(--fm-t-xl);
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .record dd small {
    margin-left: 2px;
    font-size: var(--fm-t-s);
    font-weight: 400;
  }
  .record dt {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .words {
    display: grid;
    gap: var(--fm-s4);
    max-width: 38em;
    line-height: 1.8;
  }
  blockquote {
    padding-left: var(--fm-s5);
    border-left: 3px solid var(--fm-gold);
  }
  blockquote p {
    font-size: var(--fm-t-l);
  }
  blockquote footer,
  .foot {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .mine {
    display: grid;
    gap: var(--fm-s3);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .mine [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .mine .label {
    font-size: var(--fm-t-s);
    font-weight: 600;
  }
  .mine .chips {
    margin-top: var(--fm-s2);
  }
  .mine .btn {
    justify-self: start;
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .sure {
    display: grid;
    gap: var(--fm-s4);
    padding: var(--fm-s8) var(--fm-s5);
    padding-right: calc(var(--fm-target) + var(--fm-s5));
  }
  .sure [role='heading'] {
    font-size: var(--fm-t-xl);
  }
  .sure [role='heading']:focus {
    outline: 0;
  }
  .ghost {
    display: grid;
    gap: var(--fm-s4);
  }
  .full:empty {
    display: none;
  }
  .full {
    margin-bottom: var(--fm-s2);
    font-size: var(--fm-t-s);
    color: var(--fm-caution);
  }
  .pad {
    padding: var(--fm-s8) var(--fm-s5);
  }
  @container (min-width: 680px) {
    .tale {
      grid-template-columns: 236px minmax(0, 1fr);
    }
    .tale-face {
      padding: var(--fm-s8) 0 var(--fm-s8) var(--fm-s8);
    }
    .face {
      width: 100%;
    }
    .tale-txt,
    .sure {
      padding: var(--fm-s8);
    }
    .tale-txt > :first-child {
      padding-right: var(--fm-target);
    }
    .record {
      grid-template-columns: repeat(2, auto);
      justify-content: start;
    }
    .record div {
      padding-right: var(--fm-s8);
    }
  }
`;
