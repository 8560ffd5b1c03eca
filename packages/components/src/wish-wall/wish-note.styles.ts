import { css } from 'lit';

/** What a wish adds to a note: its title as a button, the ribbon of a claim, the back with the thank-you. */
export const wishNoteStyles = css`
  .want button {
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    line-height: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  /* the whole sheet opens the wish, but for what else can be pressed on it */
  .want button::after {
    content: '';
    position: absolute;
    z-index: 0;
    inset: 0;
  }
  .note .btn {
    position: relative;
    z-index: 1;
  }
  .want button:focus-visible {
    outline: 0;
  }
  .note:has(.want button:focus-visible) {
    outline: 3px solid var(--fm-accent);
    outline-offset: 3px;
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
  .note .kind {
    white-space: nowrap;
  }
  .note .state {
    margin-top: auto;
    padding-top: var(--fm-s4);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .ribbon {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: max(44px, var(--fm-target));
    margin: auto calc(var(--fm-s5) * -1 - 7px) 0;
    padding: var(--fm-s2) calc(var(--fm-s5) + 7px);
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
    font-size: var(--fm-t-s);
    line-height: 1.4;
    box-shadow: 0 1px 2px rgb(40 40 30 / 0.14);
    pointer-events: none;
  }
  .claimed .who {
    margin-bottom: var(--fm-s4);
  }
  .ribbon::before,
  .ribbon::after {
    content: '';
    position: absolute;
    top: 100%;
    border: 0 solid transparent;
    border-top: 6px solid var(--fm-accent-strong);
  }
  .ribbon::before {
    left: 0;
    border-left-width: 7px;
  }
  .ribbon::after {
    right: 0;
    border-right-width: 7px;
  }
  @supports (color: color-mix(in srgb, red, blue)) {
    .ribbon::before,
    .ribbon::after {
      border-top-color: color-mix(in srgb, var(--fm-accent) 56%, #000);
    }
  }
  .done figure {
    margin: var(--fm-s3) 0 0;
    padding: 5px;
    background: var(--fm-surface-raised);
    box-shadow: 0 1px 3px rgb(60 50 30 / 0.18);
  }
  .done img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 2 / 1;
    object-fit: cover;
    filter: var(--fm-photo, none);
  }
  .done .want {
    font-size: var(--fm-t-s);
    font-weight: 400;
    color: var(--fm-text-muted);
  }
  .done blockquote {
    margin-top: var(--fm-s2);
    line-height: 1.6;
  }
  .done .who {
    margin-top: auto;
    padding-top: var(--fm-s3);
  }
  .ghost {
    min-height: 214px;
    gap: 10px;
  }
  .ghost::before {
    background: var(--fm-line-strong);
    opacity: 0.5;
    box-shadow: none;
  }
  .ghost .tall {
    margin-top: auto;
  }
  .compact .note {
    --fm-tilt: 0;
    padding: var(--fm-s4) var(--fm-s4) var(--fm-s3);
  }
  .compact .note::before {
    left: 28px;
    top: -6px;
    width: 13px;
    height: 13px;
  }
  .compact .note .want {
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-m);
  }
  .compact .done .want {
    font-size: var(--fm-t-s);
  }
  .compact .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2);
    margin-top: auto;
    padding-top: var(--fm-s2);
  }
  .compact .foot .who {
    min-width: 0;
    margin: 0;
  }
  .compact .foot .btn {
    flex: none;
    padding-inline: 0.9em;
    font-size: var(--fm-t-s);
  }
  .compact .ribbon {
    margin-inline: calc(var(--fm-s4) * -1 - 7px);
    padding-inline: calc(var(--fm-s4) + 7px);
  }
  .compact .claimed .who {
    margin: var(--fm-s2) 0 var(--fm-s3);
  }
  .compact .ghost {
    min-height: 130px;
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
  @container (min-width: 520px) {
    .compact .note {
      --fm-tilt: inherit;
    }
  }
  /* on a home page the notes are as on the wall */
  @container (min-width: 780px) {
    .compact .note {
      padding: var(--fm-s6) var(--fm-s5) var(--fm-s5);
    }
    .compact .note::before {
      left: 50%;
    }
    .compact .note:not(.done) .want {
      font-size: var(--fm-t-l);
    }
    .compact .foot {
      flex-direction: column;
      align-items: stretch;
      justify-content: flex-end;
      gap: var(--fm-s4);
      flex: 1;
    }
    .compact .foot .who {
      margin: var(--fm-s1) 0 auto;
    }
    .compact .foot .btn {
      font-size: inherit;
    }
    .compact .ribbon {
      margin-inline: calc(var(--fm-s5) * -1 - 7px);
      padding-inline: calc(var(--fm-s5) + 7px);
    }
  }
`;
