import { css } from 'lit';

export const doctorStyles = css`
  .panel {
    margin: 0 0 var(--fm-s6);
    padding: var(--fm-s5);
    border: 1px solid var(--fm-line-strong);
    border-radius: var(--fm-radius-l);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2) var(--fm-s4);
  }
  .title {
    font-size: var(--fm-t-l);
  }
  [role='status'] {
    margin-top: var(--fm-s2);
  }
  ul {
    margin-top: var(--fm-s3);
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--fm-s3);
    padding: var(--fm-s3) 0;
    border-top: 1px solid var(--fm-line);
  }
  .sign {
    display: grid;
    place-items: center;
    width: 1.75em;
    height: 1.75em;
    border-radius: 50%;
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
  }
  .wrong .sign {
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .caution .sign {
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .skipped .sign {
    background: none;
    color: var(--fm-text-muted);
  }
  .what {
    font-weight: 600;
  }
  .fine .what,
  .skipped .what {
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .sign {
      border: 1px solid;
    }
  }
`;
