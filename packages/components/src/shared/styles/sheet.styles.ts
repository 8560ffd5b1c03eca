import { css } from 'lit';

export const sheetStyles = css`
  :host {
    display: contents;
  }
  dialog {
    position: fixed;
    inset: 0;
    display: none;
    flex-direction: column;
    width: 100%;
    max-width: none;
    height: fit-content;
    max-height: calc(100% - 40px);
    margin: auto 0 0;
    padding: 0;
    border: 0;
    border-radius: var(--fm-radius-l) var(--fm-radius-l) 0 0;
    background: var(--fm-surface-raised);
    color: var(--fm-text);
    box-shadow: var(--fm-shadow-sheet);
    overflow: clip;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: rgb(30 34 32 / 0.5);
  }
  /* As high as its content: WebKit takes a basis of 0 in a dialog that fits its content for a height of 0. */
  .scroll {
    flex: auto;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: calc(var(--fm-target) + var(--fm-s6)) 96px;
  }
  /* Over the top of the content, which may be coloured; solid as soon as something has moved under it. */
  .bar {
    position: absolute;
    z-index: 2;
    inset: 0 0 auto;
    display: flex;
    align-items: center;
    gap: var(--fm-s2);
    height: calc(var(--fm-target) + var(--fm-s4));
    padding: 0 var(--fm-s2) 0 var(--fm-s5);
    border-bottom: 1px solid transparent;
    pointer-events: none;
  }
  .bar.solid {
    border-color: var(--fm-line);
    background: var(--fm-surface-raised);
    pointer-events: auto;
  }
  .grip {
    position: absolute;
    top: 10px;
    left: 50%;
    width: 36px;
    height: 4px;
    margin-left: -18px;
    border-radius: 2px;
    background: var(--fm-line-strong);
    opacity: 0.6;
  }
  .solid .grip {
    top: 5px;
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: var(--fm-t-s);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .close {
    flex: none;
    pointer-events: auto;
  }
  .title {
    padding: var(--fm-s6) calc(var(--fm-target) + var(--fm-s5)) 0 var(--fm-s5);
    font-size: var(--fm-t-xl);
  }
  .title:focus {
    outline: 0;
  }
  .foot {
    padding: var(--fm-s3) var(--fm-s5);
    padding-bottom: max(var(--fm-s3), env(safe-area-inset-bottom));
    border-top: 1px solid var(--fm-line);
    background: var(--fm-surface-raised);
  }
  @media (min-width: 680px) {
    dialog {
      width: min(100% - 48px, var(--fm-sheet-width, 880px));
      max-height: calc(100% - 64px);
      margin: auto;
      border-radius: var(--fm-radius-l);
    }
    .grip {
      display: none;
    }
    .bar {
      height: calc(var(--fm-target) + var(--fm-s6));
      padding: 0 var(--fm-s4) 0 var(--fm-s8);
    }
    .title {
      padding: var(--fm-s8) calc(var(--fm-target) + var(--fm-s8)) 0 var(--fm-s8);
    }
    .foot {
      padding: var(--fm-s4) var(--fm-s8);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:not([data-mode='elder'])) dialog[open] {
      animation: rise 0.22s ease-out;
    }
    @keyframes rise {
      from {
        transform: translateY(24px);
        opacity: 0;
      }
    }
  }
`;
