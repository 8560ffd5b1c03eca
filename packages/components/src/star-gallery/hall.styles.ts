import { css } from 'lit';

/** For the screen in the community centre: read from across the room, nothing under 28 px. */
export const hallStyles = css`
  .fm.hall {
    --fm-size: 32px;
    --fm-t-xs: 28px;
    --fm-t-s: 29px;
    --fm-t-m: 32px;
    --fm-t-l: 42px;
    --fm-t-xl: 50px;
    --fm-t-2xl: 64px;
    --fm-s2: 12px;
    --fm-s3: 16px;
    --fm-s4: 22px;
    --fm-s6: 40px;
    --fm-s8: 44px;
  }
  .hall .call {
    font-size: var(--fm-t-l);
  }
  .hall .line {
    font-size: var(--fm-t-m);
    line-height: 1.5;
  }
  @container (min-width: 1000px) {
    .hall .stars {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      column-gap: 56px;
    }
  }
`;
