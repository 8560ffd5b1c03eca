import { css } from 'lit';

/** What the boxes beside a wish are made of. */
export const actStyles = css`
  .box {
    display: grid;
    gap: var(--fm-s5);
  }
  .box > [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .acts {
    display: grid;
    gap: var(--fm-s2);
  }
  .two {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fm-s2);
  }
  .two > .btn {
    flex: 1 1 auto;
  }
  .part {
    display: grid;
    gap: var(--fm-s4);
    padding: var(--fm-s5) var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius);
    background: var(--fm-surface-raised);
  }
  .part:focus,
  .box:focus {
    outline: 0;
  }
  .input.tall {
    align-items: stretch;
  }
  .trouble {
    display: grid;
    gap: var(--fm-s1);
    padding: var(--fm-s3) var(--fm-s4);
    border-radius: var(--fm-radius);
    background: var(--fm-negative-soft);
    color: var(--fm-negative);
  }
  .trouble .code {
    font-size: var(--fm-t-xs);
  }
  .quote {
    padding-left: var(--fm-s4);
    border-left: 3px solid var(--fm-line);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .ask {
    display: grid;
    gap: var(--fm-s2);
    justify-items: center;
    padding: var(--fm-s4) 0;
    text-align: center;
  }
  .ask [role='heading'] {
    font-size: var(--fm-t-l);
  }
  .ask .two {
    justify-content: center;
    margin-top: var(--fm-s3);
  }
`;
