import { css } from 'lit';

/** What every shadow root starts from. `.fm` is the outermost box of an element: it is the container that is measured. */
export const baseStyles = css`
  :host {
    display: block;
    text-indent: 0 !important;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* Whatever a page says to everything on it is inherited through the host. What hides a part of the page, what the day
     or night of it is, and the bigger letters that WeChat gives its body hold in here too; all our words are read from left
     to right. */
  .fm {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    direction: ltr;
    display: block;
    container-type: inline-size;
    font-family: var(--fm-font, inherit);
    font-size: var(--fm-t-m);
    line-height: var(--fm-leading);
    color: var(--fm-text);
    line-break: strict;
    overflow-wrap: anywhere;
    text-wrap: pretty;
    text-spacing-trim: trim-start;
    -webkit-text-size-adjust: inherit;
  }
  /* A line under the page's words is no inherited value: it goes through all boxes but those that stand in a line of text.
     Such a box cannot be divided between two sheets of paper. */
  @media screen {
    section.fm[aria-label],
    .whole {
      display: inline-block;
      width: 100%;
      vertical-align: top;
    }
  }
  @media print {
    li,
    tr {
      break-inside: avoid;
    }
  }
  /* Chromium and Safari keep there what the attribute lang says, for the shapes of Chinese characters. */
  .fm:lang(zh) {
    -webkit-locale: 'zh-CN';
  }
  .fm:lang(en) {
    -webkit-locale: 'en';
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :where(h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(h1, h2, h3, h4, [role='heading']) {
    font-size: inherit;
    font-weight: 600;
    line-height: var(--fm-leading-tight);
  }
  :where(b, strong) {
    font-weight: 600;
  }
  :where(button, input, textarea, select) {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  :where(img) {
    max-width: 100%;
  }
  :where(a) {
    color: var(--fm-accent);
    text-underline-offset: 0.2em;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--fm-text-muted);
  }
  .small {
    font-size: var(--fm-t-s);
  }
  .tiny {
    font-size: var(--fm-t-xs);
  }
  .keep {
    white-space: nowrap;
  }
  .ph {
    display: inline-block;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .i {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.25em;
  }
  .p1 {
    --paper: var(--fm-note-1);
  }
  .p2 {
    --paper: var(--fm-note-2);
  }
  .p3 {
    --paper: var(--fm-note-3);
  }
  .p4 {
    --paper: var(--fm-note-4);
  }
  .p5 {
    --paper: var(--fm-note-5);
  }
  .p6 {
    --paper: var(--fm-note-6);
  }
`;
