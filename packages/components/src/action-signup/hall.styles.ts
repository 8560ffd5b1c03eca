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
    align-items: flex-start;
    min-height: 196px;
  }
  .hall .acts {
    gap: 0;
    margin: 24px 0 0;
    border-top: 2px solid var(--fm-line);
  }
  .hall .act {
    grid-template-columns: 118px minmax(0, 1fr) auto;
    gap: 0 36px;
    align-items: center;
    padding: 16px 0;
    border: 0;
    border-bottom: 2px solid var(--fm-line);
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  .hall .act::before,
  .hall .kind,
  .hall .leaf span,
  .hall .cap svg,
  .hall .cap .num {
    display: none;
  }
  .hall .leaf {
    display: grid;
    min-height: 0;
    border-width: 2px;
    border-radius: 12px;
  }
  .hall .leaf small {
    order: -1;
    background: var(--fm-surface-sunken);
  }
  .hall .leaf b {
    padding: 0 0 4px;
  }
  .hall .want {
    margin: 0;
  }
  .hall .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 36px;
    margin-top: 4px;
  }
  .hall .side {
    grid-column: auto;
    justify-items: end;
    max-width: 420px;
    margin: 0;
    text-align: right;
  }
  .hall .cap p {
    font-size: var(--fm-t-l);
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
  @container (max-width: 1100px) {
    .hall .head {
      min-height: 0;
    }
    .hall .act {
      grid-template-columns: 130px minmax(0, 1fr);
    }
    .hall .side {
      grid-column: 2;
      justify-items: start;
      max-width: none;
      margin-top: 8px;
      text-align: left;
    }
  }
`;
