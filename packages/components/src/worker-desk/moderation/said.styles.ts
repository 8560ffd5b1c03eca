import { css } from 'lit';

export const saidStyles = css`
  .case .wish {
    font-size: var(--fm-t-l);
    font-weight: 400;
    line-height: 1.7;
    max-width: 38em;
  }
  .case .wish > span:not(.vh) {
    white-space: pre-line;
  }
  .photo img {
    display: block;
    width: auto;
    max-height: 340px;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
    object-fit: contain;
    height: auto;
  }
  .context {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s3);
    padding: var(--fm-s2) var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
  }
  q {
    quotes: '“' '”';
  }
`;
