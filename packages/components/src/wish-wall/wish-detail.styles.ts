import { css } from 'lit';

export const detailStyles = css`
  fm-sheet {
    --fm-sheet-width: 912px;
  }
  .wish {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .paper {
    position: relative;
    padding: var(--fm-s6) var(--fm-s5);
    background: linear-gradient(176deg, var(--fm-note-sheen), transparent 60%), var(--paper, var(--fm-note-1));
  }
  .paper .top {
    display: flex;
    align-items: center;
    gap: var(--fm-s3);
    min-height: 24px;
    padding-right: var(--fm-target);
  }
  .paper .tag {
    background: var(--fm-on-note);
  }
  .paper .want {
    margin-top: var(--fm-s3);
    padding-right: var(--fm-s6);
    font-size: var(--fm-t-xl);
    line-height: 1.5;
  }
  .paper .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s1) var(--fm-s5);
    margin-top: var(--fm-s3);
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .paper .facts li {
    display: inline-flex;
    gap: 0.35em;
  }
  .paper .facts .i {
    margin-top: 0.15em;
  }
  .main {
    display: grid;
    align-content: start;
    gap: var(--fm-s8);
    padding: var(--fm-s6) var(--fm-s5);
  }
  .main section > [role='heading'] {
    margin-bottom: var(--fm-s4);
  }
  .story {
    display: grid;
    gap: var(--fm-s3);
    max-width: 38em;
    overflow-wrap: anywhere;
  }
  .pics {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fm-s3);
    margin-top: var(--fm-s2);
  }
  .pics img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--fm-radius-s);
    background: var(--fm-surface-sunken);
  }
  .pics a {
    display: block;
    border-radius: var(--fm-radius-s);
  }
  .withheld {
    display: flex;
    gap: 0.4em;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .withheld.held,
  .withheld.reported {
    color: var(--fm-caution);
  }
  .withheld .i {
    margin-top: 0.15em;
  }
  .pics .withheld {
    font-size: var(--fm-t-xs);
  }
  .paper .withheld {
    width: fit-content;
    margin-top: var(--fm-s2);
    padding: 0.1em 0.65em;
    border-radius: var(--fm-radius-s);
    background: var(--fm-on-note);
  }
  .btn.flag {
    justify-self: start;
    margin: calc(var(--fm-s3) * -1) 0 calc(var(--fm-s3) * -1) -0.6em;
    padding-block: 0;
    font-size: var(--fm-t-s);
    font-weight: 400;
    color: var(--fm-text-muted);
  }
  .btn.flag:hover {
    color: var(--fm-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .org {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: var(--fm-accent);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .private {
    display: grid;
    gap: var(--fm-s2);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-caution-soft);
  }
  .private .muted {
    color: inherit;
  }
  .quote {
    padding-left: var(--fm-s4);
    border-left: 3px solid var(--fm-line);
    white-space: pre-line;
  }
  .private .quote {
    border-color: var(--fm-caution);
  }
  .helped {
    display: grid;
    gap: var(--fm-s1);
  }
  .thanks {
    display: grid;
    justify-items: start;
    gap: var(--fm-s1);
    padding: var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-positive-soft);
  }
  .said {
    margin-top: var(--fm-s1);
    max-width: 38em;
    white-space: pre-line;
  }
  .acts {
    display: grid;
    align-content: start;
    gap: var(--fm-s8);
    margin: 0 var(--fm-s5);
    padding: var(--fm-s6) 0 max(var(--fm-s6), env(safe-area-inset-bottom));
    border-top: 1px solid var(--fm-line);
  }
  .acts:focus {
    outline: 0;
  }
  .notice {
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-positive-soft);
    color: var(--fm-positive);
    font-weight: 600;
  }
  .notice.wait,
  .notice.bad {
    background: var(--fm-caution-soft);
    color: var(--fm-caution);
  }
  .rest {
    display: grid;
    justify-items: start;
    gap: var(--fm-s3);
  }
  .rest [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .rest .btn {
    margin-top: var(--fm-s2);
  }
  .acts .calm {
    padding: 0;
  }
  .opening {
    display: grid;
    gap: var(--fm-s4);
    padding: var(--fm-s8) var(--fm-s5);
  }
  .stale {
    margin: var(--fm-s4) var(--fm-s5) 0;
  }
  .pane {
    padding: var(--fm-s6) var(--fm-s5);
  }
  @container (min-width: 680px) {
    .wish {
      grid-template-columns: minmax(0, 1fr) 336px;
    }
    .paper {
      grid-column: 1 / -1;
    }
    .paper {
      padding: var(--fm-s8) var(--fm-s8) var(--fm-s6);
    }
    .main {
      padding: var(--fm-s8);
    }
    .acts {
      margin: 0;
      padding: var(--fm-s6);
      border-top: 0;
      background: var(--fm-surface-sunken);
    }
    .opening,
    .pane {
      padding: var(--fm-s8);
    }
  }
`;
