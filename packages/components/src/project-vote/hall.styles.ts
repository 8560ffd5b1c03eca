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
  .hall .opts {
    gap: 28px;
    margin-top: 28px;
  }
  .hall .say {
    -webkit-line-clamp: 2;
  }
  .hall .opt {
    grid-template: auto / 200px minmax(0, 1fr);
    gap: 0 28px;
    padding: 22px;
  }
  .hall .opt:nth-child(n + 7) {
    display: none;
  }
  .hall .pic {
    width: 200px;
    margin: 0;
    aspect-ratio: 1;
    border-radius: 12px;
  }
  .hall .opts {
    grid-template-columns: minmax(0, 1fr);
  }
  .hall .track {
    height: 24px;
  }
  .hall .part {
    margin-top: 48px;
    padding-top: 36px;
  }
  @container (min-width: 1101px) {
    .hall .opts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .hall .head {
      padding-right: 620px;
    }
    .hall .progs {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`;
