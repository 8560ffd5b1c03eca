import { css } from 'lit';

/** For the screen in the community centre: read from across the room, nothing under 28 px. */
export const hallStyles = css`
  .fm.hall {
    position: relative;
    --fm-size: 34px;
    --fm-t-xs: 28px;
    --fm-t-s: 30px;
    --fm-t-l: 40px;
    --fm-t-xl: 46px;
    --fm-t-2xl: 60px;
  }
  .hall .head {
    min-height: 196px;
    align-items: flex-start;
  }
  .as-of {
    color: var(--fm-text-muted);
    font-size: var(--fm-t-xs);
    text-align: right;
  }
  .scan {
    display: flex;
    align-items: center;
    gap: 28px;
    width: fit-content;
    margin: 32px 0 0 auto;
    padding: 20px 36px 20px 20px;
    border: 2px solid var(--fm-line);
    border-radius: 24px;
    background: var(--fm-surface-raised);
  }
  .scan svg {
    width: 156px;
    border-radius: 8px;
  }
  .scan p {
    display: grid;
    gap: 8px;
  }
  .scan b {
    font-size: var(--fm-t-xl);
  }
  .scan span {
    color: var(--fm-text-muted);
    font-size: var(--fm-t-s);
  }
  @container (min-width: 1101px) {
    .scan {
      position: absolute;
      top: 0;
      right: 0;
      margin: 0;
    }
  }
`;
