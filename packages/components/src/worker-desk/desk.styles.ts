import { css } from 'lit';

/** The desk's frame: head, tabs, and the two columns once there is room for them. */
export const deskStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--fm-s4) var(--fm-s6);
  }
  .head .name {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .head p {
    margin-top: var(--fm-s1);
    color: var(--fm-text-muted);
  }
  /* On a phone one row that scrolls; where it goes on, it fades. */
  .tabs {
    --_pad: var(--fm-s4);
    --_first: 2px;
    --_fade: calc(var(--fm-target) * 0.75);
    display: flex;
    gap: var(--fm-s1);
    margin-top: var(--fm-s5);
    padding-right: var(--_fade);
    border-bottom: 1px solid var(--fm-line);
    overflow-x: auto;
    scroll-padding-inline: var(--_fade);
    scrollbar-width: none;
    -webkit-mask: linear-gradient(to right, transparent, #000 var(--_before, 0%), #000 calc(100% - var(--_fade)), transparent);
    mask: linear-gradient(to right, transparent, #000 var(--_before, 0%), #000 calc(100% - var(--_fade)), transparent);
  }
  .tabs.before {
    --_before: var(--_fade);
  }
  .tabs button {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: max(48px, var(--fm-target));
    padding: 0 var(--_pad);
    border: 0;
    background: none;
    color: var(--fm-text-muted);
    white-space: nowrap;
    cursor: pointer;
  }
  .tabs button:first-child {
    padding-left: var(--_first);
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  /* Where there is room all of them are in sight: nobody looks for a tab beyond the edge. Each row begins below the title
     and has its own line. */
  @container (min-width: 520px) {
    .tabs {
      --_pad: var(--fm-s3);
      --_first: var(--_pad);
      --_row: max(48px, var(--fm-target));
      flex-wrap: wrap;
      gap: 0;
      margin-left: calc(var(--fm-s3) * -1);
      padding-right: 0;
      border-bottom: 0;
      background: linear-gradient(to top, var(--fm-line) 1px, transparent 1px) var(--fm-s3) 0 / 100% var(--_row);
      background-repeat: no-repeat repeat;
      overflow: visible;
      -webkit-mask: none;
      mask: none;
    }
  }
  .tabs [aria-selected='true'] {
    color: var(--fm-text);
    font-weight: 600;
  }
  .tabs [aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto var(--_pad) 0;
    height: 3px;
    border-radius: 2px 2px 0 0;
    background: var(--fm-accent);
  }
  .tabs [aria-selected='true']:first-child::after {
    left: var(--_first);
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
    margin-top: var(--fm-s5);
  }
  .desk.two {
    grid-template-columns: 340px minmax(0, 1fr);
  }
  .pick {
    display: grid;
    place-items: center;
    min-height: 320px;
    padding: var(--fm-s6);
    border: 1px dashed var(--fm-line-strong);
    border-radius: var(--fm-radius);
    color: var(--fm-text-muted);
  }
  .ghost-case {
    display: grid;
    gap: var(--fm-s4);
    align-content: start;
    min-height: 320px;
    padding: var(--fm-s6);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
`;

/** Above a tab's list: its filters, and the act that begins a new one. */
export const aboveStyles = css`
  .above {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s3) var(--fm-s5);
    margin-top: var(--fm-s5);
  }
  .above .num {
    margin-left: 0.3em;
    opacity: 0.75;
  }
`;

export const queueStyles = css`
  .queue {
    align-self: start;
    overflow: hidden;
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  .queue li + li {
    border-top: 1px solid var(--fm-line);
  }
  .queue button {
    position: relative;
    display: grid;
    gap: 3px;
    width: 100%;
    min-height: var(--fm-target);
    padding: var(--fm-s4) var(--fm-s4) var(--fm-s4) var(--fm-s5);
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .queue button:focus-visible {
    outline-offset: -3px;
  }
  .queue .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s2);
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
  }
  .queue b {
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.5;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .queue .pressing {
    color: var(--fm-caution);
    font-weight: 600;
  }
  .queue [aria-current='true'] {
    background: var(--fm-accent-soft);
  }
  .queue [aria-current='true'] .tag {
    background: var(--fm-surface-raised);
  }
  .queue [aria-current='true']::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 4px;
    background: var(--fm-accent);
  }
  .queue .rest,
  .queue .rest button {
    padding: var(--fm-s3);
    justify-items: center;
    text-align: center;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .queue .rest:has(button) {
    padding: 0;
  }
`;
