import { css } from 'lit';

/** The head, the rule and the cards: what is there before anything is pressed. The rest is `vote-more.styles.ts`. */
export const voteStyles = css`
  /* where it stands, and until when */
  .head p {
    min-height: 3.2em;
  }
  .rule dt,
  .rule span,
  .say,
  .opt .i {
    color: var(--fm-text-muted);
  }
  .rule {
    display: grid;
    gap: var(--fm-s2) var(--fm-s6);
    margin: var(--fm-s5) 0 0;
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken, rgb(0 0 0 / 0.04));
  }
  .rule div {
    display: grid;
    grid-template-columns: 4.5em 1fr;
    gap: 0 var(--fm-s3);
    align-items: baseline;
  }
  .rule dt,
  .rule span,
  .say,
  .cost {
    font-size: var(--fm-t-s);
  }
  .opts {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s6);
  }
  .opt {
    position: relative;
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr);
    align-content: start;
    gap: 0 var(--fm-s4);
    padding: var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
  }
  .pic {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    object-fit: cover;
    border-radius: var(--fm-radius-s);
    background: var(--paper, var(--fm-line));
    fill: none;
    stroke: var(--fm-text-muted);
    stroke-width: 1.6;
  }
  .want {
    font-size: var(--fm-t-l);
  }
  .want button {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .say {
    display: -webkit-box;
    margin-top: var(--fm-s1);
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .cost {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fm-s4);
    margin-top: var(--fm-s2);
  }
  .cost .i {
    margin-right: 0.35em;
  }
  .opt .btn {
    grid-column: 1 / -1;
    align-self: end;
    margin-top: var(--fm-s4);
  }
  .line {
    border-color: var(--fm-line-strong);
  }
  .ghosts i {
    width: 75%;
  }
  @container (min-width: 560px) {
    .head p {
      min-height: 0;
    }
    .opts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--fm-s5);
    }
    .opt {
      grid-template: auto 1fr / minmax(0, 1fr);
      gap: var(--fm-s4) 0;
      padding: 0 var(--fm-s5) var(--fm-s5);
    }
    .pic {
      width: calc(100% + var(--fm-s5) * 2);
      max-width: none;
      margin: 0 calc(var(--fm-s5) * -1);
      aspect-ratio: 2;
      border-radius: var(--fm-radius) var(--fm-radius) 0 0;
    }
    .opt .btn {
      margin: 0;
    }
  }
  @container (min-width: 680px) {
    .rule {
      grid-auto-flow: column;
      justify-content: space-between;
    }
    .rule div {
      display: block;
    }
  }
  @container (min-width: 800px) {
    .opts {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`;
