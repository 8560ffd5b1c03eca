import { css } from 'lit';
import { hallStyles as shared } from '../shared/hall/hall.styles.ts';

export const hallStyles = css`
  ${shared}
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
