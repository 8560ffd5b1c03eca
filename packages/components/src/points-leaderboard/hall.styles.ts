import { css } from 'lit';

/** For the screen in the community centre: read from across the room, nothing under 28 px. */
export const hallStyles = css`
  .fm.hall {
    --fm-size: 36px;
    --fm-t-xs: 29px;
    --fm-t-s: 30px;
    --fm-t-m: 36px;
    --fm-t-l: 42px;
    --fm-t-xl: 50px;
    --fm-t-2xl: 64px;
    --fm-s2: 14px;
    --fm-s3: 14px;
    --fm-s4: 22px;
    --fm-s8: 44px;
  }
  .hall .lines {
    display: grid;
    gap: var(--fm-s8);
    margin-top: var(--fm-s4);
  }
  .hall .podium {
    width: 100%;
    max-width: 860px;
  }
  .hall .step {
    height: 150px;
  }
  .hall .s2 .step {
    height: 230px;
  }
  .hall .s1 .step {
    height: 310px;
  }
  .hall .avatar {
    font-size: var(--fm-t-m);
    width: 2.2em;
    height: 2.2em;
  }
  .hall .podium .avatar,
  .hall .podium .s1 .avatar {
    font-size: var(--fm-t-2xl);
    width: 2.2em;
    height: 2.2em;
  }
  .hall .podium .s1 .avatar {
    width: 2.8em;
    height: 2.8em;
  }
  .hall .board {
    border: 0;
  }
  .hall .board th,
  .hall .board td {
    padding-block: 7px;
  }
  .hall .whose {
    margin: 0;
    font-size: var(--fm-t-xl);
    font-weight: 600;
    color: var(--fm-text);
  }
  @container (min-width: 1400px) {
    .hall .lines {
      grid-template-columns: minmax(0, 9fr) minmax(0, 11fr);
      align-items: end;
      gap: 80px;
    }
    .hall .podium:only-child {
      grid-column: 1 / -1;
    }
    .hall .board .c {
      display: table-cell;
    }
    .hall .podium {
      margin-top: 0;
    }
  }
`;
