import { css } from 'lit';
import { formStyles } from '../shared/styles/form.styles.ts';

export const wishFormStyles = css`
  ${formStyles}
  fm-sheet {
    --fm-sheet-width: 960px;
  }
  .wf-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fm-s1) var(--fm-s4);
    padding-right: var(--fm-target);
  }
  .wf-head [role='heading'] {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .wf-head [role='heading']:focus,
  #done:focus {
    outline: 0;
  }
  .wf-head + p {
    margin-top: calc(var(--fm-s6) * -1);
  }
  .wf {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s8);
  }
  .questions {
    display: grid;
    gap: var(--fm-s8);
  }
  legend,
  .field > label[for='title'],
  .label,
  .questions > .field > label {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.5em;
    font-size: var(--fm-t-l);
    font-weight: 600;
    line-height: 1.4;
  }
  .n {
    flex: none;
    font-size: var(--fm-t-s);
    color: var(--fm-accent);
    font-variant-numeric: tabular-nums;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--fm-s3);
    margin-top: var(--fm-s3);
  }
  .kinds label {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 2px;
    padding: var(--fm-s4) var(--fm-s2);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    text-align: center;
    line-height: 1.4;
    cursor: pointer;
  }
  .kinds label.on {
    border-color: var(--fm-accent);
    box-shadow: inset 0 0 0 1px var(--fm-accent);
    background: var(--fm-accent-soft);
  }
  .kinds input {
    position: absolute;
    inset: 0;
    appearance: none;
    border-radius: inherit;
    cursor: pointer;
  }
  .kinds .i {
    width: 28px;
    height: 28px;
    margin-bottom: var(--fm-s1);
    color: var(--fm-accent);
    stroke-width: 1.4;
  }
  .kinds small {
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
  }
  .input.area {
    flex-direction: column;
    align-items: flex-start;
    gap: 0;
    padding: var(--fm-s3) var(--fm-s4);
  }
  .input.area textarea {
    width: 100%;
    line-height: 1.6;
  }
  .input.area #title {
    font-size: var(--fm-t-l);
  }
  .count {
    align-self: flex-end;
    font-size: var(--fm-t-xs);
    color: var(--fm-text-muted);
  }
  .count.over {
    color: var(--fm-negative);
    font-weight: 600;
  }
  .three {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s3);
  }
  .contact legend .i {
    align-self: center;
    color: var(--fm-accent);
  }
  .side {
    display: grid;
    align-content: start;
    gap: var(--fm-s8);
  }
  .preview {
    display: none;
  }
  .preview > p {
    margin-bottom: var(--fm-s5);
  }
  .public {
    padding: var(--fm-s5);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
  }
  .public [role='heading'] {
    font-size: var(--fm-t-m);
  }
  .public dl {
    display: grid;
    gap: var(--fm-s4);
    margin-top: var(--fm-s3);
  }
  .public dt {
    display: flex;
    align-items: center;
    gap: 0.45em;
    font-weight: 600;
  }
  .public dd {
    padding-left: 1.75em;
    color: var(--fm-text-muted);
  }
  .public .hint {
    margin-top: var(--fm-s3);
  }
  .public .i {
    color: var(--fm-accent);
  }
  .warn {
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .reason {
    display: grid;
    gap: var(--fm-s1);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
    white-space: pre-line;
  }
  .done {
    display: grid;
    justify-items: center;
    gap: var(--fm-s4);
    padding-top: var(--fm-s8);
  }
  .done .note {
    width: min(100%, 320px);
  }
  @container (min-width: 680px) {
    .wf {
      grid-template-columns: minmax(0, 1fr) 288px;
      grid-template-rows: auto 1fr;
      gap: var(--fm-s8) var(--fm-s12);
    }
    .side {
      grid-row: span 2;
    }
    .preview {
      display: block;
      padding: 0 var(--fm-s3);
    }
    .questions .field .input:not(.area) {
      max-width: 340px;
    }
    .end {
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: var(--fm-s5);
    }
    .warn {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .kinds label.on {
      border: 3px solid Highlight;
    }
  }
`;
