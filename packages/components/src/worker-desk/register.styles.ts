import { css } from 'lit';

export const registerStyles = css`
  .pick {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
  }
  .pick .people {
    margin-top: var(--fm-s2);
  }
  .steps-in {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s5);
    padding: var(--fm-s5);
  }
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--fm-s2);
  }
  .people > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2) var(--fm-s4);
    padding: var(--fm-s3) 0;
    border-top: 1px solid var(--fm-line);
  }
  .person {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
    min-width: 0;
  }
  .people small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .newcomer {
    display: grid;
    gap: var(--fm-s4);
    padding-top: var(--fm-s4);
    border-top: 1px solid var(--fm-line);
  }
  @container (min-width: 560px) {
    .steps-in {
      padding: var(--fm-s6) var(--fm-s8) var(--fm-s8);
    }
  }
`;
