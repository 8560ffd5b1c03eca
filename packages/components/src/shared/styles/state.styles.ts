import { css } from 'lit';

/** What every element shows when it has nothing to show: `.skeleton` bars, the `.calm` panel, the `.stale` line. */
export const stateStyles = css`
  .skeleton {
    display: block;
    height: 15px;
    border-radius: 5px;
    background: var(--fm-line);
  }
  @supports (color: color-mix(in srgb, red, blue)) {
    .skeleton {
      background: color-mix(in srgb, var(--fm-text) 9%, transparent);
    }
  }
  .w30 {
    width: 30%;
  }
  .w50 {
    width: 50%;
  }
  .w75 {
    width: 75%;
  }
  .w95 {
    width: 95%;
  }
  .skeleton.tall {
    height: var(--fm-target);
    border-radius: var(--fm-radius);
  }
  /* under 0.4 s nothing appears, so that a quick answer does not flicker */
  .late {
    animation: late 0.4s step-end;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .calm {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--fm-s2);
    padding: var(--fm-s8) 0;
    text-align: center;
  }
  .calm .draw {
    width: 176px;
    height: 132px;
    max-width: 100%;
    margin-bottom: var(--fm-s3);
    fill: none;
    stroke: var(--fm-text-muted);
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .draw .a {
    stroke: var(--fm-accent);
  }
  .draw .f {
    fill: var(--fm-note-1);
  }
  .draw .g {
    fill: var(--fm-note-3);
  }
  .draw .h {
    fill: var(--fm-note-2);
  }
  .calm [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .calm p {
    max-width: 24em;
    color: var(--fm-text-muted);
  }
  .calm .btns {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--fm-s2);
    margin-top: var(--fm-s4);
  }
  .calm .code {
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-xs);
  }
  .stale {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-bottom: var(--fm-s5);
    padding: var(--fm-s2) var(--fm-s3) var(--fm-s2) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
    font-size: var(--fm-t-s);
    line-height: 1.5;
  }
  .stale .btn {
    margin-left: auto;
    color: inherit;
  }
`;
