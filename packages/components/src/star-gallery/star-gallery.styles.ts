import { css } from 'lit';
import { faceStyles } from './face.styles.ts';

/** The head and the portraits in their arches: what is there before anything is pressed. */
export const galleryStyles = css`
  ${faceStyles}
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--fm-s3) var(--fm-s4);
  }
  .head p {
    margin-top: var(--fm-s1);
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2) var(--fm-s4);
    margin-top: var(--fm-s5);
    padding: var(--fm-s3) var(--fm-s4) var(--fm-s3) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-accent-soft);
  }
  .call .btn {
    background: var(--fm-accent);
    color: var(--fm-on-accent);
  }
  /* where chips and years will stand */
  .bar {
    min-height: calc(var(--fm-target) * 2 + var(--fm-s3));
    margin-top: var(--fm-s5);
  }
  .stars {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fm-s8) var(--fm-s4);
    margin-top: var(--fm-s6);
  }
  .star {
    position: relative;
  }
  .badge {
    display: flex;
    gap: 0.4em;
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .gold {
    width: 1.1em;
    height: 1.6em;
    color: #c29b4c;
    fill: currentColor;
    stroke: none;
  }
  .star [role='heading'] {
    margin-top: 2px;
    font-size: var(--fm-t-l);
  }
  .star button {
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    text-align: start;
    cursor: pointer;
  }
  /* all of a card opens it */
  .star button::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 999px 999px var(--fm-radius) var(--fm-radius);
  }
  .star button:focus-visible {
    outline: 0;
  }
  .star button:focus-visible::after {
    outline: 3px solid var(--fm-accent);
    outline-offset: 4px;
    border-radius: var(--fm-radius);
  }
  .star:hover button {
    color: var(--fm-accent);
  }
  .line,
  .where {
    margin-top: 2px;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
    text-wrap: balance;
  }
  .ghosts .face {
    opacity: 0.5;
  }
  .ghosts i {
    width: 50%;
    height: 1em;
    margin: var(--fm-s3) 0 0;
  }
  .ghosts i + i {
    width: 90%;
    margin-top: var(--fm-s2);
  }
  @container (min-width: 620px) {
    .bar {
      min-height: var(--fm-target);
    }
    .stars {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: var(--fm-s6);
    }
  }
  @container (min-width: 800px) {
    .stars {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (min-width: 1080px) {
    .stars {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
  }
`;
