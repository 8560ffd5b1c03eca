import { css } from 'lit';

/**
 * A sheet of paper on a pin: `.note` with `.p1`…`.p6` (its paper) and `.t1`…`.t6` (its tilt, times `--fm-tilt`);
 * inside `.top`, `.want`, `.who`, `.act`.
 */
export const noteStyles = css`
  .t1 {
    --t: -0.9deg;
  }
  .t2 {
    --t: 0.7deg;
  }
  .t3 {
    --t: -0.4deg;
  }
  .t4 {
    --t: 0.5deg;
  }
  .t5 {
    --t: -0.6deg;
  }
  .t6 {
    --t: 0.8deg;
  }
  .note {
    position: relative;
    display: flex;
    flex-direction: column;
    padding: var(--fm-s6) var(--fm-s5) var(--fm-s5);
    border-radius: 2px 2px 3px 2px;
    background: linear-gradient(168deg, var(--fm-note-sheen), transparent 46%), var(--paper, var(--fm-note-1));
    box-shadow:
      inset 0 0 0 1px var(--fm-note-edge),
      var(--fm-shadow-note);
    rotate: calc(var(--t, 0deg) * var(--fm-tilt));
  }
  .note::before {
    content: '';
    position: absolute;
    z-index: 2;
    top: -7px;
    left: 50%;
    width: 15px;
    height: 15px;
    margin-left: -7px;
    border-radius: 50%;
    background:
      radial-gradient(circle at 36% 30%, rgb(255 255 255 / 0.75) 0 9%, transparent 34%),
      radial-gradient(circle at 50% 46%, transparent 0 42%, rgb(0 0 0 / 0.2) 72%), var(--fm-pin);
    box-shadow:
      2px 5px 4px -1px rgb(60 40 20 / 0.32),
      0 1px 1px rgb(60 40 20 / 0.3);
  }
  .note .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2);
    line-height: 1.5;
  }
  .note .top time {
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
    white-space: nowrap;
  }
  .note .want {
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-l);
    font-weight: 600;
    line-height: 1.55;
  }
  .note .who {
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .note .who b {
    color: var(--fm-text);
  }
  .note .act {
    margin-top: auto;
    padding-top: var(--fm-s4);
  }
  .note .btn {
    background: var(--fm-on-note);
    border-color: var(--fm-accent);
    color: var(--fm-accent-strong);
  }
  @supports (color: color-mix(in srgb, red, blue)) {
    .note .btn {
      border-color: color-mix(in srgb, var(--fm-accent) 42%, transparent);
    }
  }
  .note .btn[disabled] {
    background: transparent;
    border-color: var(--fm-note-edge);
    color: var(--fm-text-muted);
  }
  .note .btn:not([disabled]):hover {
    background: var(--fm-accent);
    color: var(--fm-on-accent);
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid;
    }
  }
`;
