import { css } from 'lit';

/** How far a project is and what neighbours say of it: in its sheet, and on the page. With `timelineStyles`. */
export const progressStyles = css`
  .progress > .pct {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--fm-s4);
    margin-top: var(--fm-s2);
  }
  .progress > .pct b {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
    color: var(--fm-accent);
  }
  .progress > .track {
    display: block;
    width: 100%;
    height: 8px;
    margin-bottom: var(--fm-s5);
    border-radius: 4px;
    background: var(--fm-line);
    fill: var(--fm-accent);
  }
  .steps .small {
    color: var(--fm-text);
  }
  .blocks {
    margin-bottom: var(--fm-s4);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .closing {
    max-width: 38em;
    margin-top: var(--fm-s5);
    padding-left: var(--fm-s4);
    border-left: 3px solid var(--fm-positive);
    overflow-wrap: anywhere;
  }
  .closing b {
    font-size: var(--fm-t-s);
    color: var(--fm-positive);
  }
  .pics {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
    margin-top: var(--fm-s3);
  }
  .pics li {
    flex: 1 1 8em;
    max-width: 20em;
  }
  .pics img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 16 / 10;
    object-fit: cover;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
  }
  .says {
    display: grid;
    gap: var(--fm-s4);
  }
  .says ul:not(.pics) {
    display: grid;
    gap: var(--fm-s5);
  }
  .says > ul > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--fm-s3);
  }
  .says .avatar {
    font-size: var(--fm-t-s);
  }
  .by,
  .says .words {
    line-height: 1.5;
  }
  .says .words {
    max-width: 38em;
    overflow-wrap: anywhere;
  }
  .fix {
    display: grid;
    gap: var(--fm-s2);
    margin-top: var(--fm-s2);
  }
  .fix blockquote {
    padding-left: var(--fm-s3);
    border-left: 3px solid var(--fm-line);
    font-size: var(--fm-t-s);
  }
`;
