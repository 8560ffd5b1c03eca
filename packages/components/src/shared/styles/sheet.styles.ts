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
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: var(--fm-s4) 96px;
  }
  .grip {
    position: absolute;
    z-index: 2;
    top: 10px;
    left: 50%;
    width: 36px;
    height: 4px;
    margin-left: -18px;
    border-radius: 2px;
    background: var(--fm-line-strong);
    opacity: 0.6;
  }
  .close {
    position: absolute;
    z-index: 3;
    top: 8px;
    right: 8px;
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
    .close {
      top: 16px;
      right: 16px;
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
