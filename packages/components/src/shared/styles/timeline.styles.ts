import { css } from 'lit';

/** `ol.steps > li` (`.now`, `.next`): what happened, oldest first; inside `b` and `small`. */
export const timelineStyles = css`
  .steps {
    position: relative;
    display: grid;
    gap: var(--fm-s5);
  }
  .steps > li {
    position: relative;
    padding-left: 32px;
  }
  .steps > li::before {
    content: '';
    position: absolute;
    left: 4px;
    top: 0.42em;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    border: 2px solid var(--fm-accent);
    background: var(--fm-accent);
  }
  .steps > li::after {
    content: '';
    position: absolute;
    left: 9px;
    top: calc(0.42em + 18px);
    bottom: calc(var(--fm-s5) * -1 - 0.42em + 6px);
    width: 2px;
    background: var(--fm-accent);
    opacity: 0.35;
  }
  .steps > li:last-child::after {
    display: none;
  }
  .steps > li.now::before {
    background: var(--fm-surface-raised);
    box-shadow: 0 0 0 4px var(--fm-accent-soft);
  }
  .steps > li.now::after,
  .steps > li.next::after {
    background: var(--fm-line-strong);
    opacity: 0.5;
  }
  .steps > li.next::before {
    border-color: var(--fm-line-strong);
    background: var(--fm-surface-raised);
  }
  @media (forced-colors: active) {
    /* The system takes every background away, and with it which dots are full. */
    .steps > li::before {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
    .steps > li:is(.now, .next)::before {
      background: Canvas;
    }
    .steps > li.next::before {
      border: 2px dotted CanvasText;
    }
  }
  .steps > li.next {
    color: var(--fm-text-muted);
  }
  .steps > li.next b {
    font-weight: 400;
  }
  .steps b {
    display: block;
    line-height: 1.5;
  }
  .steps small {
    display: block;
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
`;
