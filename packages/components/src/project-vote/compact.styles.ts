import { css } from 'lit';

/** For home pages and sidebars. */
export const compactStyles = css`
  .compact .head .title {
    font-size: var(--fm-t-xl);
  }
  .compact .head p {
    font-size: var(--fm-t-s);
  }
  .compact .opts {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
    margin-top: var(--fm-s3);
  }
  .compact .opt {
    grid-template: auto / 3.5em minmax(0, 1fr);
    gap: 0 var(--fm-s3);
    padding: var(--fm-s3) 0;
    border: 0;
    border-bottom: 1px solid var(--fm-line);
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  .compact .opt:nth-child(n + 4),
  .compact .say,
  .compact .beside,
  .compact .prog .last {
    display: none;
  }
  .compact .pic {
    width: 100%;
    margin: 0;
    aspect-ratio: 1;
    border-radius: var(--fm-radius-s);
  }
  .compact .want {
    font-size: var(--fm-t-m);
  }
  .compact .cost {
    margin: 0;
  }
  .compact .res {
    grid-template-columns: minmax(0, 1fr);
    margin-top: var(--fm-s4);
  }
  .compact .bars li:nth-child(n + 4) {
    display: none;
  }
  .compact .part {
    margin-top: var(--fm-s5);
    padding-top: 0;
    border: 0;
  }
  .compact .part > [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .compact .part > .muted {
    display: none;
  }
  .compact .progs {
    grid-template-columns: minmax(0, 1fr);
    margin-top: var(--fm-s3);
  }
  .compact .prog {
    padding: var(--fm-s3) var(--fm-s4);
  }
  .compact .all {
    width: 100%;
  }
  @container (min-width: 480px) {
    .compact .all {
      width: auto;
    }
  }
`;
