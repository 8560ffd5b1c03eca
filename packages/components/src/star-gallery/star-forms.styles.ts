import { css } from 'lit';
import { faceStyles } from './face.styles.ts';

/** The form in which someone is nominated, and what a nominee is asked. */
export const formsStyles = css`
  ${faceStyles}
  .pane {
    display: grid;
    gap: var(--fm-s5);
    padding: var(--fm-s8) var(--fm-s5) var(--fm-s6);
  }
  .top {
    padding-right: var(--fm-target);
  }
  .top [role='heading'] {
    font-size: var(--fm-t-xl);
  }
  [role='heading']:focus {
    outline: 0;
  }
  .top p {
    margin-top: var(--fm-s1);
    color: var(--fm-text-muted);
  }
  form {
    display: grid;
    gap: var(--fm-s5);
  }
  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--fm-s2);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .warn {
    color: var(--fm-negative);
  }
  blockquote {
    padding-left: var(--fm-s4);
    border-left: 3px solid var(--fm-gold);
  }
  blockquote p {
    font-size: var(--fm-t-l);
  }
  blockquote footer,
  .notes {
    margin: var(--fm-s2) 0 0;
    padding: 0;
    list-style: none;
  }
  .hush {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .asif {
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr);
    gap: 0 var(--fm-s4);
    align-items: center;
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
  }
  .asif p {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .asif b {
    display: block;
    font-size: var(--fm-t-l);
  }
  .face {
    border-radius: 999px 999px var(--fm-radius-s) var(--fm-radius-s);
    font-size: var(--fm-t-2xl);
  }
  .upload {
    margin-top: var(--fm-s3);
  }
  .yes {
    display: grid;
    gap: var(--fm-s2);
  }
  .chip {
    white-space: normal;
  }
  @container (min-width: 340px) {
    .yes {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 560px) {
    .pane {
      padding: var(--fm-s8);
    }
  }
`;
