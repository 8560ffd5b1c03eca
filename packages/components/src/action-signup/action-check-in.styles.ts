import { css } from 'lit';

/** One real field under six boxes: what is typed, pasted or filled in by the phone goes to the field. */
export const checkInStyles = css`
  fm-sheet {
    --fm-sheet-width: 440px;
  }
  .pane,
  form,
  .done {
    display: grid;
    justify-items: center;
    gap: var(--fm-s5);
    text-align: center;
  }
  .pane {
    padding: calc(var(--fm-target) + var(--fm-s2)) var(--fm-s5) max(var(--fm-s8), env(safe-area-inset-bottom));
  }
  form,
  .done {
    width: 100%;
  }
  .done:focus {
    outline: 0;
  }
  .title {
    font-size: var(--fm-t-xl);
  }
  .boxes {
    position: relative;
    display: grid;
    gap: var(--fm-s3);
    justify-items: center;
    width: 100%;
    cursor: text;
  }
  .say {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .boxes input {
    position: absolute;
    inset: auto 0 0;
    width: 100%;
    height: 60px;
    padding: 0;
    border: 0;
    background: none;
    color: transparent;
    caret-color: transparent;
    font-size: var(--fm-t-2xl);
    text-align: center;
    outline: 0;
    opacity: 0.01;
  }
  .digits {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 52px));
    gap: var(--fm-s2);
    justify-content: center;
    width: 100%;
  }
  .digits i {
    display: grid;
    place-items: center;
    height: 60px;
    border: 1px solid var(--fm-line-strong);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    font-size: var(--fm-t-2xl);
    font-style: normal;
    font-weight: 600;
  }
  .digits .on {
    border: 2px solid var(--fm-accent);
    outline: 2px solid var(--fm-accent);
    outline-offset: 0;
  }
  .bad .digits i {
    border-color: var(--fm-negative);
  }
  .trouble {
    width: 100%;
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
    text-align: start;
  }
  .camera {
    width: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--fm-s2);
  }
  .seal {
    width: 72px;
    fill: none;
    stroke: var(--fm-positive);
    stroke-width: 3.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .seal circle {
    fill: var(--fm-positive-soft);
    stroke-width: 2;
  }
`;
