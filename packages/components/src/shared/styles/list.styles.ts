import { css } from 'lit';

/** What the five features have in common before anything is pressed: the title, and the shapes of what is on its way. */
export const listStyles = css`
  .head .title {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .head p {
    color: var(--fm-text-muted);
  }
  /* under 0.4 s nothing appears, so that a quick answer does not flicker */
  .ghosts {
    animation: ghosts 0.4s step-end;
  }
  @keyframes ghosts {
    from {
      visibility: hidden;
    }
  }
`;
