import { css } from 'lit';

/** The last section of the card. */
export const ledgeStyles = css`
  .ledge {
    margin-top: var(--fm-s12);
    padding-top: var(--fm-s6);
    border-top: 1px solid var(--fm-line);
  }
  .ledge-name {
    font-size: var(--fm-t-m);
  }
  .ledge ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    margin-top: var(--fm-s3);
  }
  .ledge li {
    display: grid;
    gap: var(--fm-s1);
    align-content: start;
    justify-items: start;
  }
  .ledge fm-card-export {
    justify-self: stretch;
  }
  .ledge li > p {
    max-width: 34em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .ledge .plain {
    margin-left: -0.6em;
    padding-inline: 0.6em;
    text-align: start;
    color: var(--fm-text-muted);
    text-decoration: underline;
    text-decoration-color: var(--fm-line-strong);
    text-underline-offset: 0.25em;
  }
  .ledge .plain:hover {
    color: var(--fm-text);
  }
  @container (min-width: 560px) {
    .ledge ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--fm-s8);
    }
  }
`;

/** The sheet in which someone leaves. */
export const eraseStyles = css`
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s5);
    padding: var(--fm-s3) var(--fm-s5) var(--fm-s6);
  }
  .what {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s5);
  }
  .part {
    font-size: var(--fm-t-m);
  }
  .what ul {
    display: grid;
    gap: var(--fm-s2);
    margin-top: var(--fm-s2);
  }
  .what li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fm-s2);
  }
  .what .i {
    margin-top: 0.2em;
    color: var(--fm-text-muted);
  }
  .what section:first-child .i {
    color: var(--fm-caution);
  }
  .what section:last-child .i {
    color: var(--fm-positive);
  }
  .counting {
    display: grid;
    gap: var(--fm-s2);
    margin-top: var(--fm-s3);
  }
  .copy {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .sure {
    display: grid;
    gap: var(--fm-s3);
    padding-top: var(--fm-s4);
    border-top: 1px solid var(--fm-line);
  }
  .ready {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
    min-height: var(--fm-target);
    cursor: pointer;
  }
  .ready input {
    flex: none;
    width: 24px;
    height: 24px;
    accent-color: var(--fm-accent);
    cursor: inherit;
  }
  .ready small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .bad {
    color: var(--fm-negative);
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s3);
  }
  .btn.danger:not([disabled]) {
    background: var(--fm-negative);
    color: var(--fm-surface-raised);
  }
  @container (min-width: 560px) {
    .parts {
      padding: var(--fm-s4) var(--fm-s8) var(--fm-s8);
    }
    .what {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--fm-s5) var(--fm-s8);
    }
    .what section:first-child {
      grid-column: 1 / -1;
    }
  }
  @container (max-width: 389px) {
    .go .btn {
      flex: 1 1 100%;
    }
  }
`;
