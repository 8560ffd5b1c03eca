import { css } from 'lit';

export const photosStyles = css`
  .label {
    font-weight: 600;
  }
  .thumbs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(7em, 100%), 1fr));
    gap: var(--fm-s3);
  }
  .thumbs li {
    position: relative;
    display: grid;
    align-content: start;
    gap: var(--fm-s2);
  }
  figure {
    display: grid;
  }
  img,
  .blank {
    display: grid;
    place-items: center;
    width: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
    color: var(--fm-text-muted);
    font-size: var(--fm-t-s);
  }
  figcaption {
    margin-top: var(--fm-s1);
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
  }
  .bad figcaption {
    color: var(--fm-negative);
  }
  .remove {
    position: absolute;
    top: 4px;
    right: 4px;
    background: var(--fm-surface-raised);
    color: var(--fm-text);
    box-shadow: 0 0 0 1px var(--fm-line);
  }
  .add {
    position: relative;
    display: grid;
    place-items: center;
    align-content: center;
    gap: var(--fm-s1);
    width: 100%;
    min-height: max(88px, var(--fm-target));
    aspect-ratio: 4 / 3;
    border: 1px dashed var(--fm-line-strong);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-raised);
    color: var(--fm-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .add:hover {
    border-color: var(--fm-accent);
  }
  .add .i {
    width: 28px;
    height: 28px;
    stroke-width: 1.4;
  }
  .add:focus-within {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .add input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
`;
