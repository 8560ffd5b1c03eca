import { css } from 'lit';

/** What stands around the portraits. */
export const moreStyles = css`
  .title:focus {
    outline: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--fm-s3);
  }
  .choose {
    position: relative;
    padding-right: 0;
  }
  .choose select {
    min-height: var(--fm-target);
    padding: 0 2.4em 0 0;
    border: 0;
    background: none;
    appearance: none;
    cursor: pointer;
  }
  .choose option {
    color: var(--fm-text);
    background: var(--fm-surface-raised);
  }
  .choose .i {
    position: absolute;
    right: 0.8em;
    pointer-events: none;
  }
  .choose:focus-within {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .choose select:focus-visible {
    outline: 0;
  }
  .own .badge::after {
    content: '';
    width: 0.5em;
    height: 0.5em;
    border-radius: 50%;
    background: var(--fm-accent);
  }
  .gold {
    color: var(--fm-gold);
  }
  .more {
    display: flex;
    justify-content: center;
    margin-top: var(--fm-s6);
  }
  .asked,
  .past li,
  .mine li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2) var(--fm-s4);
  }
  .asked {
    flex: 1 0 100%;
    padding: var(--fm-s3) var(--fm-s4) var(--fm-s3) var(--fm-s5);
    border: 1px solid var(--fm-accent);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  .past,
  .mine {
    margin-top: var(--fm-s8);
    padding-top: var(--fm-s5);
    border-top: 1px solid var(--fm-line);
  }
  .past [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .what-for {
    flex: 1 0 100%;
    color: var(--fm-text-muted);
    font-size: var(--fm-t-s);
  }
  .mine summary {
    display: flex;
    align-items: center;
    min-height: var(--fm-target);
    font-weight: 600;
    cursor: pointer;
  }
  .mine li + li,
  .past li + li {
    border-top: 1px solid var(--fm-line);
  }
  .mine li {
    padding-block: var(--fm-s2);
  }
  .mine small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .asking .stars {
    opacity: 0.6;
  }
  .old .stars {
    filter: saturate(0.5);
  }
  .as-of {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .ask-pane {
    display: grid;
    gap: var(--fm-s4);
    padding: var(--fm-s5);
  }
`;
