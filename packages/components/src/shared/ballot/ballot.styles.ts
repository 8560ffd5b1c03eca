import { css } from 'lit';

/** The tray at the lower edge. */
export const trayStyles = css`
  .tray {
    position: sticky;
    z-index: 4;
    bottom: 0;
    display: grid;
    gap: var(--fm-s3) var(--fm-s5);
    margin-top: var(--fm-s6);
    padding: var(--fm-s4);
    padding-bottom: max(var(--fm-s4), env(safe-area-inset-bottom));
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-l) var(--fm-radius-l) 0 0;
    background: var(--fm-surface-raised);
    box-shadow: 0 -8px 24px -12px var(--d-shade-deep);
  }
  .tray:focus {
    outline: 0;
  }
  .tray .count {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--fm-s3);
  }
  .tray .count b {
    font-size: var(--fm-t-l);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .tray .count span {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .tray progress {
    width: 100%;
    height: 8px;
    border: 0;
    border-radius: 4px;
    background: var(--fm-surface-sunken);
    appearance: none;
    overflow: hidden;
  }
  .tray progress::-webkit-progress-bar {
    background: var(--fm-surface-sunken);
  }
  .tray progress::-webkit-progress-value {
    background: var(--fm-accent);
  }
  .tray progress::-moz-progress-bar {
    background: var(--fm-accent);
  }
  .tray .fold {
    justify-self: start;
    margin-left: -0.6em;
    font-size: var(--fm-t-s);
  }
  .tray .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .tray .go .primary {
    flex: 1;
    white-space: nowrap;
  }
  .tray .note-line {
    font-size: var(--fm-t-s);
    color: var(--fm-caution);
  }
  .tray .note-line:empty {
    display: none;
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr));
    gap: var(--fm-s2);
    max-height: 40vh;
    overflow-y: auto;
  }
  .few .slots {
    grid-template-columns: repeat(3, minmax(0, 1fr));
    overflow: visible;
  }
  .slots li {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s1);
    min-height: var(--fm-target);
    padding: 0 var(--fm-s1) 0 var(--fm-s3);
    border-radius: var(--fm-radius-s);
    background: var(--fm-accent-soft);
    color: var(--fm-accent-strong);
    font-size: var(--fm-t-s);
    font-weight: 600;
    line-height: 1.3;
  }
  .slots li span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .slots li.empty {
    justify-content: center;
    padding: 0 var(--fm-s1);
    border: 1.5px dashed var(--fm-line-strong);
    background: none;
    color: var(--fm-text-muted);
    font-weight: 400;
  }
  .slots button {
    flex: none;
    display: grid;
    place-items: center;
    width: 32px;
    height: var(--fm-target);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  /* all of it takes it off: a place of 44 px for a finger */
  .slots button::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .slots button:focus-visible {
    outline: 0;
  }
  .slots button:focus-visible::after {
    outline: 3px solid var(--fm-accent);
    outline-offset: -3px;
  }
  @container (min-width: 680px) {
    .tray {
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      bottom: 16px;
      padding: var(--fm-s4) var(--fm-s5);
      border-radius: var(--fm-radius-l);
    }
    .tray .count,
    .tray .count span {
      display: block;
    }
    .tray .go {
      grid-column: 3;
      grid-row: 1;
    }
    .tray progress,
    .tray .fold {
      grid-column: 2;
      grid-row: 1;
    }
    .tray progress ~ .fold {
      grid-row: 2;
    }
    .few .slots {
      grid-column: 2;
      grid-row: 1;
    }
    .tray:not(.few) .slots,
    .tray .note-line {
      grid-column: 1 / -1;
    }
  }
  /* as long as nothing is on it, it takes no more of a phone than it must */
  @container (max-width: 679px) {
    .blank .slots {
      display: none;
    }
  }
  @container (max-width: 339px) {
    .few .slots {
      grid-template-columns: minmax(0, 1fr);
    }
    .slots li.empty {
      display: none;
    }
  }
  /* what took half of a low window would hide what it belongs to */
  @media (max-height: 479px) {
    .tray {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .slots li {
      border: 1px solid;
    }
  }
`;

/** A small paper slip to save: the receipt. */
export const slipStyles = css`
  .slip {
    display: grid;
    gap: var(--fm-s1);
    padding: var(--fm-s6) var(--fm-s5);
    border-radius: 2px;
    background: linear-gradient(176deg, var(--fm-note-sheen), transparent 60%), var(--fm-note-1);
    box-shadow: var(--fm-shadow-note);
    font-size: var(--fm-t-s);
  }
  .slip [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .slip [role='heading']:focus {
    outline: 0;
  }
  .slip .code {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-xl);
    font-weight: 600;
    line-height: 1.4;
    letter-spacing: 0.08em;
    font-variant-numeric: tabular-nums;
  }
  .slip p {
    color: var(--fm-text-muted);
  }
  .slip p.said {
    color: var(--fm-text);
  }
  .slip .stay {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--fm-s3);
    margin-top: var(--fm-s2);
  }
  .ballot-note {
    margin-top: var(--fm-s5);
    padding: var(--fm-s4) var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .slip hr {
    width: 100%;
    margin: var(--fm-s2) 0;
    border: 0;
    border-top: 1.5px dashed var(--fm-line-strong);
  }
  .slip .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
    margin-top: var(--fm-s3);
  }
  .slip .btn.line {
    background: var(--fm-on-note);
    color: var(--fm-accent-strong);
  }
  .slip img {
    width: 100%;
    max-width: 300px;
    height: auto;
    margin-top: var(--fm-s2);
    border: 1px solid var(--fm-note-edge);
  }
  .told {
    display: grid;
    align-content: start;
    gap: var(--fm-s4);
    padding: var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
  }
  .checkers {
    font-size: var(--fm-t-s);
  }
  .checkers summary {
    min-height: var(--fm-target);
    align-content: center;
    color: var(--fm-accent-strong);
    cursor: pointer;
  }
  .checkers p + p {
    margin-top: var(--fm-s3);
  }
  .checkers code {
    overflow-wrap: anywhere;
  }
  .told [role='heading'] {
    font-size: var(--fm-t-m);
  }
  @container (max-width: 440px) {
    .slip .code {
      display: grid;
      grid-template-columns: auto auto;
      justify-content: start;
      gap: 0 1em;
    }
  }
  @container (min-width: 760px) {
    .slip {
      padding: var(--fm-s8);
    }
  }
`;
