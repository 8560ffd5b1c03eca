import { css } from 'lit';
import { boxStyles, sumsStyles } from '../shared/styles/sums.styles.ts';

/** The page's frame: where it stands, what it is, what came of it. */
export const organisationStyles = css`
  ${sumsStyles}
  ${boxStyles}
  .crumbs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .crumbs li {
    display: inline-flex;
    align-items: center;
  }
  .crumbs .btn {
    padding-inline: 0.4em;
    font-weight: 400;
    text-decoration: underline;
    text-decoration-color: var(--fm-line-strong);
    text-underline-offset: 0.25em;
  }
  .crumbs li:first-child .btn {
    margin-left: -0.4em;
  }
  .crumbs [aria-current] {
    padding-inline: 0.4em;
  }
  .crumbs .i {
    width: 1em;
    height: 1em;
  }
  .who {
    display: grid;
    gap: var(--fm-s5);
    padding-block: var(--fm-s2) var(--fm-s6);
    border-bottom: 1px solid var(--fm-line);
  }
  .is {
    display: flex;
    align-items: center;
    gap: var(--fm-s5);
  }
  .is > div {
    flex: 1;
    min-width: 0;
  }
  .is .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 72px;
    height: 72px;
    border-radius: 50%;
    background: var(--paper, var(--fm-surface-sunken));
    font-size: var(--fm-t-xl);
  }
  .name {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .is p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s1) var(--fm-s3);
    margin-top: var(--fm-s2);
  }
  .did .tiny {
    margin-top: var(--fm-s2);
  }
  .sec {
    margin-top: var(--fm-s8);
  }
  .sec-name {
    font-size: var(--fm-t-xl);
  }
  .sec .chips {
    margin-top: var(--fm-s3);
  }
  .chip {
    max-width: 100%;
    padding-block: 0.3em;
    white-space: normal;
    text-align: start;
  }
  .chip .i {
    width: 1em;
    height: 1em;
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s4);
    padding: var(--fm-s4) 0;
    border-top: 1px solid var(--fm-line);
  }
  .people li:first-child {
    border-top: 0;
  }
  .sec-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2) var(--fm-s4);
  }
  .held button,
  .held .about {
    flex: 1 1 12em;
    min-width: 0;
    min-height: var(--fm-target);
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
  }
  .held button {
    cursor: pointer;
  }
  .held button:hover b {
    color: var(--fm-accent-strong);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .held b,
  .held .small {
    display: block;
  }
  .people.held li {
    align-items: center;
  }
  @container (min-width: 680px) {
    .people.held {
      max-width: none;
    }
    .who {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
    }
    .people {
      max-width: 560px;
    }
  }
`;

export const deedStyles = css`
  .notes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6) var(--fm-s5);
    margin-top: var(--fm-s6);
  }
  .note .want {
    font-size: var(--fm-t-m);
  }
  .want button {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  /* the whole note is the target */
  .want button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .want button:focus-visible {
    outline: 0;
  }
  .want button:focus-visible::after {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .want button:hover {
    color: var(--fm-accent-strong);
  }
  .note blockquote {
    margin-top: var(--fm-s3);
    padding-left: var(--fm-s3);
    border-left: 3px solid var(--fm-accent);
    line-height: 1.6;
  }
  .note .who-for {
    margin-top: auto;
    padding-top: var(--fm-s3);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .who-for span {
    display: inline-block;
  }
  .note .tag .i {
    width: 1em;
    height: 1em;
  }
  .ghost {
    display: grid;
    gap: var(--fm-s3);
    padding-block: var(--fm-s2);
  }
  .more {
    margin-top: var(--fm-s6);
    text-align: center;
  }
  @container (min-width: 520px) {
    .notes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 860px) {
    .notes {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`;
