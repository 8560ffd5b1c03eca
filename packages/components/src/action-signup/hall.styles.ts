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
