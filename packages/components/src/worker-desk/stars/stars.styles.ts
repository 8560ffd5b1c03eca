import { css } from 'lit';

export const starCaseStyles = css`
  .portrait {
    width: 96px;
    height: 120px;
    border-radius: var(--fm-radius-s);
    object-fit: cover;
    background: var(--fm-surface-sunken);
    filter: var(--fm-photo);
  }
  .lead {
    margin-top: var(--fm-s1);
    font-size: var(--fm-t-l);
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2) var(--fm-s4);
    align-items: center;
    justify-content: space-between;
  }
  blockquote {
    margin: 0;
    padding-left: var(--fm-s4);
    border-left: 3px solid var(--fm-line-strong);
    overflow-wrap: anywhere;
  }
  blockquote + blockquote {
    margin-top: var(--fm-s3);
  }
  blockquote footer {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .quote-of {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
    padding-top: var(--fm-s3);
    border-top: 1px solid var(--fm-line);
  }
`;
