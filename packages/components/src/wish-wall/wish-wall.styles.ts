import { css } from 'lit';

export const wallStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--fm-s4) var(--fm-s6);
  }
  .head .title {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
    letter-spacing: 0.01em;
  }
  .head p {
    margin-top: var(--fm-s1);
    color: var(--fm-text-muted);
  }
  .head .btn {
    display: none;
    white-space: nowrap;
  }
  .bar {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s6);
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
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
  .choose {
    position: relative;
    max-width: 100%;
    padding: 0;
  }
  .choose select {
    min-width: 0;
    min-height: calc(var(--fm-target) - 2px);
    padding: 0 2.4em 0 1em;
    border: 0;
    border-radius: 99px;
    background: none;
    text-overflow: ellipsis;
    appearance: none;
    cursor: pointer;
  }
  .choose option {
    background: var(--fm-surface-raised);
    color: var(--fm-text);
  }
  .choose .i {
    position: absolute;
    right: 0.8em;
    pointer-events: none;
  }
  .choose.on {
    border-color: var(--fm-accent);
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
    font-weight: 600;
  }
  .notes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
    margin-top: var(--fm-s8);
  }
  .old .notes,
  .old .counts {
    filter: saturate(0.5);
  }
  .asking .notes {
    opacity: 0.6;
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
    margin: var(--fm-s6) -8px 0;
    padding: var(--fm-s3) 8px max(var(--fm-s3), env(safe-area-inset-bottom));
    background: var(--fm-surface);
    border-top: 1px solid var(--fm-line);
  }
  /* what has the focus is never under the dock */
  .notes button,
  .more button {
    scroll-margin-block: 16px calc(var(--fm-target) + 40px);
  }
  .compact .head .title {
    font-size: var(--fm-t-xl);
  }
  .compact .head p {
    margin: 0;
    font-size: var(--fm-t-s);
  }
  .compact .head b {
    color: var(--fm-accent);
  }
  .compact .notes {
    gap: var(--fm-s5);
    margin-top: var(--fm-s5);
  }
  .ends {
    display: grid;
    gap: var(--fm-s1);
    margin-top: var(--fm-s5);
  }
  @container (max-width: 519px) {
    :host([data-mode='elder']) .chips {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    :host([data-mode='elder']) .chip {
      justify-content: center;
    }
    :host([data-mode='elder']) .choose {
      grid-column: 1 / -1;
      justify-content: stretch;
    }
    :host([data-mode='elder']) .choose select {
      flex: 1;
    }
  }
  @container (min-width: 520px) {
    .bar {
      grid-template-columns: minmax(0, 1fr) minmax(180px, calc(var(--fm-size) * 15));
      align-items: start;
    }
    .counts {
      grid-column: 1 / -1;
    }
    .notes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--fm-s8) var(--fm-s6);
    }
    .head .btn.primary {
      display: inline-flex;
    }
    .dock {
      display: none;
    }
    .compact .notes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--fm-s6) var(--fm-s5);
    }
    .ends {
      grid-template-columns: auto auto;
      justify-content: start;
    }
  }
  @container (min-width: 780px) {
    .notes,
    .compact .notes {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (min-width: 780px) {
    .compact .head div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--fm-s3);
    }
    .compact .head .all {
      display: inline-flex;
    }
    .compact .ends .all {
      display: none;
    }
  }
  @container (min-width: 1100px) {
    .notes {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  /* iOS 15: no containers, so as many as fit */
  @supports not (container-type: inline-size) {
    .notes {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 236px), 1fr));
    }
  }
`;
