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
  .ghosts i {
    display: block;
    height: 15px;
    margin: 6px 0;
    border-radius: 5px;
    background: var(--fm-line);
  }
  @keyframes ghosts {
    from {
      visibility: hidden;
    }
  }
`;
