import { css } from 'lit';
import { formStyles } from '../../shared/styles/form.styles.ts';

export const actionFormStyles = css`
  ${formStyles}
  fm-sheet {
    --fm-sheet-width: 1000px;
  }
  .form-head {
    padding-right: var(--fm-target);
  }
  .form-head [role='heading'] {
    font-size: var(--fm-t-2xl);
    line-height: 1.3;
  }
  .form-head [role='heading']:focus,
  #done:focus {
    outline: 0;
  }
  .form-head p {
    margin-top: var(--fm-s1);
  }
  .action-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s8);
  }
  .parts {
    display: grid;
    gap: var(--fm-s8);
  }
  .part-of {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s5);
  }
  .part-of + .part-of {
    padding-top: var(--fm-s6);
    border-top: 1px solid var(--fm-line);
  }
  .part {
    font-size: var(--fm-t-xl);
  }
  .label {
    font-weight: 600;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--fm-s4);
    align-items: start;
  }
  .row > .field {
    grid-template-columns: minmax(0, 1fr);
  }
  .row > :first-child:nth-last-child(3) {
    grid-column: 1 / -1;
  }
  .row + .hint {
    margin-top: calc(var(--fm-s3) * -1);
  }
  .overnight {
    color: var(--fm-caution);
  }
  .input.area {
    padding: var(--fm-s3) var(--fm-s4);
  }
  .input.area textarea {
    line-height: 1.6;
  }
  .input input[type='date'],
  .input input[type='time'] {
    min-width: 0;
    min-height: 1.6em;
    appearance: none;
    font-variant-numeric: tabular-nums;
  }
  .input select {
    appearance: auto;
  }
  .repeat,
  .dates {
    display: grid;
    gap: var(--fm-s3);
    justify-items: start;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--fm-s3);
    min-height: var(--fm-target);
    font-weight: 600;
    cursor: pointer;
  }
  .check input {
    width: 22px;
    height: 22px;
    accent-color: var(--fm-accent);
  }
  .dates ol {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .preview {
    display: none;
  }
  .preview > p {
    margin-bottom: var(--fm-s4);
  }
  .warn,
  .tells {
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .tells {
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .done {
    display: grid;
    justify-items: center;
    gap: var(--fm-s6);
    padding-top: var(--fm-s8);
  }
  .done .act {
    width: min(100%, 420px);
  }
  @container (min-width: 680px) {
    .action-form {
      grid-template-columns: minmax(0, 1fr) 288px;
      gap: var(--fm-s8) var(--fm-s12);
    }
    .row {
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr) minmax(0, 1fr);
    }
    .row > :first-child:nth-last-child(3) {
      grid-column: auto;
    }
    .row.two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      max-width: 440px;
    }
    .preview {
      display: block;
      position: sticky;
      top: var(--fm-s6);
      align-self: start;
    }
    .end {
      grid-column: 1 / -1;
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: var(--fm-s4) var(--fm-s5);
    }
    .warn,
    .tells {
      grid-column: 1 / -1;
    }
  }
`;
