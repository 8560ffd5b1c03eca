import { css } from 'lit';

/** A plain `.btn`, as on a note; the others are `button.styles.ts`. */
export const btnStyles = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    min-height: var(--fm-target);
    padding: 0.4em 1.35em;
    border: 1px solid transparent;
    border-radius: var(--fm-radius);
    background: none;
    color: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .btn.wide {
    width: 100%;
  }
`;
