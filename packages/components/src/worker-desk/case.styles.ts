import { css } from 'lit';

/** One case on paper: what was written, what to look at, what to say, what to do. */
export const caseStyles = css`
  :host {
    display: block;
  }
  .case {
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
    box-shadow: var(--fm-shadow);
  }
  :host([framed='no']) .case {
    border: 0;
    border-radius: 0;
    box-shadow: none;
    background: none;
  }
  /* The sheet's way out stands there. */
  :host([framed='no']) .kind {
    padding-right: var(--fm-target);
  }
  .case-in {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s6);
    padding: var(--fm-s5);
  }
  .wish {
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-xl);
    line-height: 1.5;
    scroll-margin-top: 160px;
    overflow-wrap: anywhere;
  }
  /* It waits there for words, and takes no row of the grid meanwhile. */
  .case-in > [role='status']:empty {
    position: absolute;
  }
  .wish:focus {
    outline: none;
  }
  .part {
    margin-bottom: var(--fm-s2);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s1) var(--fm-s4);
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .who .btn {
    margin-left: -0.6em;
    font-size: var(--fm-t-s);
    white-space: normal;
    text-align: left;
  }
  .said {
    max-width: 38em;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  mark {
    padding: 1px 3px;
    border-radius: 3px;
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
    box-shadow: inset 0 -1.5px 0 var(--fm-caution);
  }
  .facts {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: var(--fm-s1) var(--fm-s4);
    margin-top: var(--fm-s3);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
  }
  .facts dt {
    color: var(--fm-text-muted);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .facts a {
    display: inline-flex;
    align-items: center;
    min-height: var(--fm-target);
    font-weight: 600;
  }
  .facts dt:has(+ dd a) {
    align-self: center;
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(128px, 1fr));
    gap: var(--fm-s3);
  }
  .photos img {
    display: block;
    width: 100%;
    height: 128px;
    object-fit: cover;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
    filter: var(--fm-photo);
  }
  .photos figcaption {
    font-size: var(--fm-t-xs);
    line-height: 1.45;
    color: var(--fm-text-muted);
  }
  .after {
    display: grid;
    gap: var(--fm-s2);
    justify-items: start;
  }
  .look {
    display: grid;
    border-block: 1px solid var(--fm-line);
  }
  .look > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--fm-s2) var(--fm-s3);
    align-items: center;
    min-height: 56px;
    padding: var(--fm-s2) 0;
    line-height: 1.45;
  }
  .look > li + li {
    border-top: 1px solid var(--fm-line);
  }
  .look > li > .i {
    color: var(--fm-positive);
  }
  .look > .warn > .i {
    color: var(--fm-caution);
  }
  .look small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .look .btn {
    margin-right: -0.6em;
    font-size: var(--fm-t-s);
  }
  .look .opened {
    grid-column: 1 / -1;
    display: grid;
    gap: var(--fm-s4);
    padding-bottom: var(--fm-s3);
  }
  .look .will {
    padding: var(--fm-s2) var(--fm-s3);
    gap: 0;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
    font-size: var(--fm-t-s);
    overflow-wrap: anywhere;
  }
  .look .opened.chips {
    display: flex;
    gap: var(--fm-s2);
  }
  .look .opened .btn,
  .look .opened .chip {
    margin: 0;
  }
  .helper {
    padding: var(--fm-s3) 0;
    border-top: 1px solid var(--fm-line);
  }
  .helper .photos {
    margin-top: var(--fm-s3);
  }
  .twice {
    display: grid;
    gap: var(--fm-s3);
  }
  .follows {
    display: flex;
    gap: var(--fm-s3);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius-s);
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
    line-height: 1.5;
  }
  .follows:focus {
    outline: none;
  }
  /* The keyboard comes to rest neither under the acts below nor under a sheet's head. */
  .follows,
  .twice .btn,
  .case-in :is(button, input, textarea),
  .form :is(button, input, textarea) {
    scroll-margin-block: calc(var(--fm-target) * 2);
  }
  .follows li + li {
    margin-top: var(--fm-s1);
  }
  .btn.grave:not([disabled]) {
    background: var(--fm-negative);
    color: var(--fm-surface-raised);
  }
  .sides {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s2) var(--fm-s4);
  }
  .told {
    display: flex;
    gap: var(--fm-s2);
    align-items: center;
    padding: var(--fm-s3) calc(var(--fm-target) + var(--fm-s3)) var(--fm-s3) var(--fm-s5);
    border-radius: var(--fm-radius) var(--fm-radius) 0 0;
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
    font-size: var(--fm-t-s);
    line-height: 1.5;
  }
  .gone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fm-s2) var(--fm-s4);
    padding: var(--fm-s3) var(--fm-s5);
    border-radius: var(--fm-radius) var(--fm-radius) 0 0;
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .reply {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
    padding: var(--fm-s5);
    border-top: 1px solid var(--fm-line);
  }
  .reply .part {
    margin-bottom: 0;
  }
  .case-act {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--fm-s2);
    padding: var(--fm-s4) var(--fm-s5);
    border-top: 1px solid var(--fm-line);
    border-radius: 0 0 var(--fm-radius) var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  :host([framed='no']) .case-act {
    padding-bottom: max(var(--fm-s4), env(safe-area-inset-bottom));
  }
  .case-act .primary,
  .case-act > .btn:only-child,
  .case-act p {
    grid-column: 1 / -1;
  }
  /* A second act alone in its row takes it. */
  .case-act .primary + .btn:not(:has(~ .btn)) {
    grid-column: 1 / -1;
  }
  .case-act p {
    flex-basis: 100%;
  }
  .case-act .btn {
    padding-inline: 0.8em;
    white-space: normal;
  }
  .case-act .muted {
    display: none;
  }
  @container (min-width: 560px) {
    .case-in {
      padding: var(--fm-s6) var(--fm-s8);
    }
    .gone,
    .told {
      padding-inline: var(--fm-s8);
    }
    .reply {
      padding: var(--fm-s5) var(--fm-s8) var(--fm-s6);
    }
    .case-act {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      padding: var(--fm-s4) var(--fm-s8);
    }
    .case-act .primary {
      min-width: 140px;
    }
    .case-act .muted {
      display: inline;
      margin-left: auto;
    }
  }
`;
