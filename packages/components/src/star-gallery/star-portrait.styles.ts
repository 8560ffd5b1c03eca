import { css } from 'lit';

/** A button that lets a picture be chosen: the file input lies over all of it. */
export const portraitStyles = css`
  .upload {
    position: relative;
  }
  .upload input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .upload:focus-within {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
`;
