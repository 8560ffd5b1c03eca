import { css } from 'lit';

/** By the width of the screen's own box: full screen it is as wide as the display, whatever held it before. */
export const checkInStyles = css`
  fm-sheet {
    --fm-sheet-width: 1040px;
  }
  .screen {
    container-type: inline-size;
    background: var(--fm-surface-raised);
  }
  .screen:fullscreen {
    display: grid;
    align-items: center;
    overflow: auto;
    color: var(--fm-text);
  }
  .checkin {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s5);
    padding: var(--fm-s8) var(--fm-s5) max(var(--fm-s6), env(safe-area-inset-bottom));
  }
  .show {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    justify-items: center;
    gap: var(--fm-s5);
    text-align: center;
  }
  .name {
    padding-inline: var(--fm-target);
    font-size: var(--fm-t-l);
    text-wrap: balance;
  }
  .name + p {
    margin-top: calc(var(--fm-s4) * -1);
  }
  .qr,
  .ghost {
    display: block;
    width: min(260px, 66cqi);
    height: auto;
    aspect-ratio: 1;
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
    forced-color-adjust: none;
  }
  .qr rect {
    fill: #fff;
  }
  .qr path {
    fill: #1e2829;
  }
  .code {
    display: flex;
    justify-content: center;
    gap: 0.32em;
    font-size: clamp(40px, 13cqi, 60px);
    font-weight: 600;
    line-height: 1.1;
    letter-spacing: 0.05em;
  }
  .left {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
    color: var(--fm-text-muted);
    font-size: var(--fm-t-s);
  }
  .left svg {
    flex: none;
    width: 28px;
    height: 28px;
    rotate: -90deg;
    fill: none;
    stroke-width: 3;
  }
  .track {
    stroke: var(--fm-line);
  }
  .ring {
    stroke: var(--fm-accent);
  }
  .cut {
    display: grid;
    justify-items: center;
    gap: var(--fm-s3);
    width: 100%;
    padding: var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .cut b {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .sides {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--fm-s2);
  }
  .arrived {
    padding-top: var(--fm-s4);
    border-top: 1px solid var(--fm-line);
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s4);
  }
  .sum b {
    font-size: var(--fm-t-xl);
  }
  .sum span {
    font-size: var(--fm-t-s);
  }
  .arrived ul {
    margin-top: var(--fm-s2);
  }
  .arrived li {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
    min-height: 52px;
  }
  .arrived li + li {
    border-top: 1px solid var(--fm-line);
  }
  .arrived li small {
    margin-left: auto;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .arrived .avatar {
    font-size: var(--fm-t-s);
  }
  .arrived > .muted {
    margin-top: var(--fm-s3);
  }
  .to-list {
    margin: var(--fm-s2) 0 0 -0.6em;
    text-align: start;
  }
  @container (min-width: 720px) {
    .checkin {
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
      gap: var(--fm-s12);
      padding: var(--fm-s8) var(--fm-s12) var(--fm-s8) var(--fm-s8);
    }
    .show .name {
      padding: 0;
      font-size: max(var(--fm-t-xl), 2.3cqi);
    }
    .qr,
    .ghost {
      width: min(40cqi, 44vh);
    }
    .code {
      font-size: clamp(60px, 8.5cqi, 18vh);
    }
    .arrived {
      align-self: center;
      padding: 0 0 0 var(--fm-s8);
      border: 0;
      border-left: 1px solid var(--fm-line);
    }
    .sum b {
      font-size: max(var(--fm-t-2xl), 3.4cqi);
    }
  }
  @container (min-width: 1280px) {
    .left,
    .sum span,
    .arrived li,
    .arrived li small,
    .show > .muted {
      font-size: 1.6cqi;
    }
    .arrived li {
      min-height: 5cqi;
    }
    .arrived .avatar {
      font-size: 1.25cqi;
    }
    .to-list,
    .full {
      font-size: 1.2cqi;
    }
    .left svg {
      width: 2.4cqi;
      height: 2.4cqi;
    }
  }
`;
