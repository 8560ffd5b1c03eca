import { css } from 'lit';

/** A portrait under a round arch, or the surname where there is no picture. */
export const faceStyles = css`
  .face {
    display: grid;
    place-items: center;
    aspect-ratio: 4 / 5;
    border: 1px solid var(--fm-line);
    border-radius: 999px 999px var(--fm-radius) var(--fm-radius);
    background: var(--paper, var(--fm-line));
    overflow: hidden;
    font-size: calc(var(--fm-size) * 3.4);
    font-weight: 600;
    line-height: 1;
  }
  .face img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;
