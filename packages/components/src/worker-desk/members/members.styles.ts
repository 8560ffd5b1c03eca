import { css } from 'lit';

export const searchStyles = css`
  .finding {
    max-width: 640px;
    margin-top: var(--fm-s5);
  }
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--fm-s2);
  }
  .finding .btn.quiet {
    margin-left: -0.6em;
  }
`;

export const memberStyles = css`
  .person {
    display: flex;
    align-items: center;
    gap: var(--fm-s4);
  }
  .person .wish {
    margin: 0;
  }
  .person .avatar {
    font-size: var(--fm-t-l);
  }
  .part + .muted {
    margin-bottom: var(--fm-s3);
  }
  .case .facts {
    margin-top: 0;
  }
  .grave-part {
    padding-top: var(--fm-s5);
    border-top: 1px solid var(--fm-line);
  }
`;

export const mergeStyles = css`
  .merge {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
  }
  .merge > p > .quiet {
    margin-left: -0.6em;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fm-s3);
  }
  .pair section {
    display: grid;
    gap: var(--fm-s2);
    align-content: start;
    padding: var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
  }
  .pair .stays {
    border: 2px solid var(--fm-accent);
    background: var(--fm-accent-soft);
  }
  .pair .tag {
    justify-self: start;
  }
  .pair .tag.own {
    background: var(--fm-surface-raised);
  }
  .pair .name {
    font-size: var(--fm-t-l);
    overflow-wrap: anywhere;
  }
  .pair .facts {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
    margin: 0;
    padding: 0;
    background: none;
  }
  .pair .facts dt {
    font-size: var(--fm-t-s);
  }
  .pair .facts dd + dt {
    margin-top: var(--fm-s2);
  }
`;

export const pointsStyles = css`
  .points {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
  }
  .take {
    margin-left: -0.6em;
    font-size: var(--fm-t-s);
  }
  .entries > li > .taking {
    display: grid;
    grid-column: 1 / -1;
    gap: var(--fm-s3);
    padding-block: var(--fm-s3);
  }
  /* a live region is there before it speaks, and takes no place until then */
  .done:empty {
    margin-bottom: calc(-1 * var(--fm-s4));
  }
  .done:focus {
    outline: 0;
  }
  .done .i {
    margin-right: 0.4em;
    color: var(--fm-positive);
  }
  .ghost {
    display: grid;
    gap: var(--fm-s3);
  }
`;
