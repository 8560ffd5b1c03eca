import { css } from 'lit';
import { chooseStyles } from '../shared/styles/choose.styles.ts';

/** The toolbar, what stands below the notes, and the dock. */
export const moreStyles = css`
  ${chooseStyles}
  .head .btn {
    display: none;
    white-space: nowrap;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s3) var(--fm-s2);
    min-height: 0;
  }
  .bar form {
    flex: 1 1 calc(var(--fm-size) * 8);
    min-width: 0;
    margin-left: auto;
  }
  .counts {
    display: grid;
    flex: 1 0 100%;
    margin-bottom: var(--fm-s1);
    grid-template-columns: repeat(3, minmax(0, 1fr));
    border-block: 1px solid var(--fm-line);
  }
  .counts button {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    padding: var(--fm-s3) var(--fm-s2) var(--fm-s3) var(--fm-s4);
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .counts button + button::before {
    content: '';
    position: absolute;
    left: 0;
    top: var(--fm-s4);
    bottom: var(--fm-s4);
    width: 1px;
    background: var(--fm-line);
  }
  .counts button:first-child {
    padding-left: 2px;
  }
  .counts b {
    min-width: 1.4em;
    font-size: var(--fm-t-2xl);
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .counts b:empty::before {
    content: '–';
    color: var(--fm-text-muted);
    font-weight: 400;
  }
  .counts span {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
    overflow-wrap: normal;
  }
  .counts button:hover span {
    color: var(--fm-text);
  }
  .counts [aria-pressed='true'] b {
    color: var(--fm-accent);
  }
  .counts [aria-pressed='true'] span {
    color: var(--fm-text);
    font-weight: 600;
  }
  .counts [aria-pressed='true']::after {
    content: '';
    position: absolute;
    left: var(--fm-s4);
    right: var(--fm-s4);
    bottom: -2px;
    height: 3px;
    border-radius: 2px;
    background: var(--fm-accent);
  }
  .counts button:first-child[aria-pressed='true']::after {
    left: 0;
  }
  /* keeps the place of one that comes with the area */
  .to-come {
    visibility: hidden;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-top: var(--fm-s8);
  }
  .dock {
    position: sticky;
    z-index: 5;
    bottom: 0;
    margin-top: var(--fm-s6);
    padding: var(--fm-s3) 0 max(var(--fm-s3), env(safe-area-inset-bottom));
    background: var(--fm-surface);
    border-top: 1px solid var(--fm-line);
  }
  .old .notes,
  .old .counts {
    filter: saturate(0.5);
  }
  .asking .notes {
    opacity: 0.6;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:not([data-mode='elder'])) .turning {
      animation: turn 0.7s cubic-bezier(0.3, 0.7, 0.3, 1);
    }
    @keyframes turn {
      from {
        transform: perspective(900px) rotateY(-180deg);
      }
      50% {
        transform: perspective(900px) rotateY(-80deg);
      }
    }
  }
  @supports not selector(:has(a)) {
    .want button:focus-visible::after {
      outline: 3px solid var(--fm-accent);
      outline-offset: 3px;
    }
  }
  .want button:hover .ph {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  @supports (color: color-mix(in srgb, red, blue)) {
    .ribbon::before,
    .ribbon::after {
      border-top-color: color-mix(in srgb, var(--fm-accent) 56%, #000);
    }
  }
  /* what has the focus is never under the dock */
  .notes button,
  .more button {
    scroll-margin-block: 16px calc(var(--fm-target) + 40px);
  }
  .ends {
    display: grid;
    gap: var(--fm-s1);
    margin-top: var(--fm-s5);
  }
  @container (max-width: 519px) {
    .counts button {
      padding-inline: var(--fm-s3) var(--fm-s1);
    }
    /* what does not fit in the first row goes on in the second, with the categories and the search */
    .chips {
      display: contents;
    }
    :host([data-mode='elder']) .chips {
      display: grid;
      flex: 1 0 100%;
      grid-template-columns: 1fr 1fr;
    }
    :host([data-mode='elder']) .chip {
      justify-content: center;
    }
  }
  @container (min-width: 520px) {
    .bar form {
      flex-basis: calc(var(--fm-size) * 11);
    }
    .head .btn.primary {
      display: inline-flex;
    }
    .dock {
      display: none;
    }
    .ends {
      grid-template-columns: auto auto;
      justify-content: start;
    }
  }
  @container (min-width: 660px) {
    .bar form {
      max-width: calc(var(--fm-size) * 15);
    }
  }
  @container (min-width: 780px) {
    .compact .head .all {
      display: inline-flex;
    }
    .compact .ends .all {
      display: none;
    }
  }
`;
