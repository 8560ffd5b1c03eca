import { css } from 'lit';

/** For home pages and sidebars: one star beside their words. */
export const compactStyles = css`
  .compact .title {
    font-size: var(--fm-t-xl);
  }
  .compact .head {
    align-items: center;
    min-height: var(--fm-target);
  }
  .compact .all {
    padding-right: 0;
    font-size: var(--fm-t-s);
  }
  .compact .call {
    margin-top: var(--fm-s2);
  }
  .compact .stars {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s4);
    margin-top: var(--fm-s3);
  }
  .compact .star {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    grid-template-rows: 1fr auto auto auto 1fr;
    gap: 0 var(--fm-s4);
  }
  .compact .star > * {
    grid-column: 2;
  }
  .compact .star .face {
    grid-column: 1;
    grid-row: 1 / -1;
    font-size: var(--fm-t-2xl);
    align-self: start;
  }
  .compact .star > .badge {
    grid-row: 2;
    margin: 0;
  }
  .compact .line {
    text-wrap: pretty;
  }
  @container (min-width: 560px) {
    .compact .stars {
      grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
    }
  }
`;
