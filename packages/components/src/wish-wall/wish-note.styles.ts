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
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
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
  .ghost i {
    margin: 0;
    background: var(--fm-note-edge);
  }
  .ghost i:first-child {
    width: 30%;
  }
  .ghost i:nth-child(3) {
    width: 75%;
  }
  .ghost i:last-child {
    height: var(--fm-target);
    margin-top: auto;
  }
`;
