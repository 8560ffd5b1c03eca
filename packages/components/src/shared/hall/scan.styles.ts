import { css } from 'lit';

/** The code and what it is for; beside the heading where there is room. */
export const scanStyles = css`
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
