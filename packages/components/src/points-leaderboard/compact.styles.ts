import { css } from 'lit';

/** For home pages and sidebars. */
export const compactStyles = css`
  .compact .title {
    font-size: var(--fm-t-xl);
  }
  .compact .lines {
    margin-top: var(--fm-s3);
  }
  .compact thead,
  .compact .ch {
    display: none;
  }
  .compact .r {
    width: 2em;
  }
  .compact td,
  .compact th {
    padding-inline: 0;
  }
  .compact tr:first-child .r {
    color: var(--fm-accent);
  }
  .compact .board .c {
    display: none;
  }
`;
