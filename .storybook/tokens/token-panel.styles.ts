import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: block;
    padding: 12px 16px 40px;
    color: inherit;
    font: 13px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  }
  /* Beside one another where the panel lies below the story, below one another where it stands beside it. */
  :host {
    container-type: inline-size;
  }
  @container (min-width: 760px) {
    .all {
      display: grid;
      grid-template-columns: minmax(270px, 330px) 1fr;
      align-items: start;
      gap: 32px;
    }
    .groups {
      columns: 340px;
      column-gap: 32px;
    }
  }
  /* A group never goes on in the next column, where nothing would say what it is. */
  .groups section {
    break-inside: avoid;
  }
  /* No margin above: at the top of the first column it would stay, at the top of the others it would go. */
  h2 {
    margin: 0 0 6px;
    padding-top: 20px;
    font-size: 13px;
    font-weight: 600;
  }
  .hint,
  small,
  th span {
    color: color-mix(in srgb, currentcolor 72%, transparent);
  }
  .hint {
    margin: 0 0 6px;
  }
  .looks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .looks label {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  button,
  select,
  input {
    box-sizing: border-box;
    min-height: 28px;
    border: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: 4px;
    background: transparent;
    color: inherit;
    font: inherit;
  }
  button {
    padding: 0 10px;
    cursor: pointer;
  }
  button.main {
    border-color: #0d6668;
    background: #0d6668;
    color: #fff;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid #0d6668;
    outline-offset: 2px;
  }
  pre {
    margin: 10px 0 0;
    padding: 10px;
    overflow: auto;
    border-radius: 4px;
    background: color-mix(in srgb, currentcolor 7%, transparent);
    font: 12px/1.5 ui-monospace, monospace;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 3px 8px 3px 0;
    border-bottom: 1px solid color-mix(in srgb, currentcolor 14%, transparent);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  td svg {
    margin-right: 6px;
    vertical-align: -4px;
  }
  td {
    font-variant-numeric: tabular-nums;
  }
  thead th {
    font-weight: 600;
  }
  th[scope='row'] {
    white-space: normal;
  }
  .bad {
    color: #b3261e;
    font-weight: 600;
  }
  .token {
    display: grid;
    grid-template-columns: minmax(9em, 1fr) 44px minmax(6em, 9em) 32px;
    align-items: center;
    gap: 2px 8px;
    padding: 5px 0;
    border-bottom: 1px solid color-mix(in srgb, currentcolor 10%, transparent);
  }
  .token code {
    font: 12px/1.4 ui-monospace, monospace;
  }
  .token.edited code {
    font-weight: 700;
  }
  .token input[type='color'] {
    width: 44px;
    padding: 2px;
    cursor: pointer;
  }
  .token input[type='text'] {
    grid-column: 3;
    padding: 0 6px;
    font: 12px/1.4 ui-monospace, monospace;
  }
  .token .back {
    grid-column: 4;
    padding: 0;
  }
  .token small {
    grid-column: 1 / -1;
  }
`;
