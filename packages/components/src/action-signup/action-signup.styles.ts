import { css } from 'lit';

/** The head and the cards: what is there before anything is pressed. The rest is `action-more.styles.ts`. */
export const cardStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--fm-s4) var(--fm-s6);
  }
  .kind,
  .meta {
    color: var(--fm-text-muted);
  }
  /* where the toolbar will stand */
  .bar {
    min-height: var(--fm-target);
    margin-top: var(--fm-s6);
  }
  .acts {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s6);
  }
  .act {
    position: relative;
    display: grid;
    grid-template-columns: calc(var(--fm-size) * 4) minmax(0, 1fr);
    gap: 0 var(--fm-s4);
    padding: var(--fm-s5);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
    overflow: hidden;
  }
  .leaf {
    align-self: start;
    min-height: 5.2em;
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-raised);
    line-height: 1.3;
    text-align: center;
    overflow: hidden;
  }
  .leaf span,
  .leaf small {
    display: block;
    padding: 2px 0;
    color: var(--fm-text-muted);
    font-size: var(--fm-t-xs);
  }
  .leaf span {
    background: var(--fm-surface);
  }
  .leaf b {
    display: block;
    padding-top: 3px;
    font-size: var(--fm-t-2xl);
    line-height: 1.2;
  }
  .kind,
  .meta {
    font-size: var(--fm-t-s);
  }
  .kind,
  .meta > span {
    display: flex;
    gap: 0.45em;
    min-height: 1.6em;
  }
  .act .i {
    margin-top: 0.17em;
  }
  .want {
    margin-top: 3px;
    font-size: var(--fm-t-l);
  }
  .meta {
    display: grid;
    gap: 2px;
    margin-top: var(--fm-s2);
  }
  .side {
    display: grid;
    grid-column: 1 / -1;
    gap: var(--fm-s3);
    margin-top: var(--fm-s4);
  }
  .cap p {
    display: flex;
    justify-content: space-between;
    gap: var(--fm-s3);
    font-size: var(--fm-t-s);
  }
  .cap b {
    color: var(--fm-accent-strong);
  }
  .cap svg {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: 6px;
    border-radius: 3px;
    background: var(--fm-line);
    fill: var(--fm-accent);
  }
  .tonal {
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
  }
  .line {
    border-color: var(--fm-line-strong);
  }
  .want button {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: inherit;
  }
  .ghosts i {
    width: 60%;
  }
  @container (min-width: 680px) {
    .bar {
      min-height: calc(var(--fm-target) + var(--fm-size) * 6.6);
    }
    .act {
      grid-template-columns: calc(var(--fm-size) * 4.5) minmax(0, 1fr) calc(var(--fm-size) * 13.5);
      gap: 0 var(--fm-s5);
      align-items: center;
    }
    .side {
      grid-column: auto;
      margin: 0;
    }
    .meta {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--fm-s5);
    }
  }
`;
