import { css } from 'lit';

/** Each consent drawn both ways, so that nobody has to imagine what a switch does. */
export const consentStyles = css`
  :host {
    display: block;
  }
  .seen > li {
    gap: 0;
    padding: var(--fm-s5) 0;
  }
  .two {
    margin-top: var(--fm-s3);
  }
  .sw {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--fm-s4);
    align-items: center;
    min-height: var(--fm-target);
    font-weight: 600;
    line-height: 1.4;
  }
  label.sw {
    cursor: pointer;
  }
  .sw input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .knob {
    position: relative;
    width: 52px;
    height: 30px;
    border: 2px solid var(--fm-line-strong);
    border-radius: 15px;
    background: var(--fm-surface-raised);
  }
  .knob::after {
    content: '';
    position: absolute;
    top: 3px;
    left: 3px;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--fm-line-strong);
  }
  .sw input:checked + .knob {
    border-color: var(--fm-accent);
    background: var(--fm-accent);
  }
  .sw input:checked + .knob::after {
    left: 25px;
    background: var(--fm-on-accent);
  }
  .sw input:focus-visible + .knob {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--fm-s3);
  }
  .two.three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--fm-s2);
  }
  .look {
    position: relative;
    display: flex;
    flex-direction: column;
    padding: var(--fm-s2) var(--fm-s3) var(--fm-s3);
    border: 1px dashed var(--fm-line-strong);
    border-radius: var(--fm-radius-s);
    font-size: var(--fm-t-s);
    line-height: 1.5;
  }
  .three .look {
    padding-inline: var(--fm-s2);
    min-height: var(--fm-target);
    cursor: pointer;
  }
  .look > small {
    display: flex;
    align-items: center;
    gap: 0.3em;
    min-height: 1.8em;
    margin-bottom: var(--fm-s1);
    font-size: var(--fm-t-xs);
    line-height: 1.4;
    color: var(--fm-text-muted);
  }
  .look.is {
    border: 1px solid var(--fm-accent);
    background: var(--fm-accent-soft);
    box-shadow: inset 0 0 0 1px var(--fm-accent);
  }
  .look.is > small {
    color: var(--fm-accent-strong);
    font-weight: 600;
  }
  .look input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .look:focus-within {
    outline: 3px solid var(--fm-accent);
    outline-offset: 2px;
  }
  .look p {
    overflow-wrap: anywhere;
  }
  .look.none p {
    color: var(--fm-text-muted);
  }
  .look.is.none p {
    color: var(--fm-text);
  }
  legend.sw {
    width: 100%;
    padding: 0;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .again {
    min-height: var(--fm-target);
    padding: 0 0.6em;
    border: 0;
    background: none;
    color: var(--fm-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .not-saved {
    margin-top: var(--fm-s2);
    color: var(--fm-negative);
    font-size: var(--fm-t-s);
  }
  @media (forced-colors: active) {
    .sw input:checked + .knob {
      border-color: Highlight;
    }
    .sw input:checked + .knob::after {
      background: Highlight;
    }
    .look.is {
      border: 3px solid Highlight;
    }
  }
  @container (max-width: 339px) {
    .two,
    .two.three {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  /* two columns of large type would break inside words */
  @container (max-width: 559px) {
    :host([data-mode='elder']) .two,
    :host([data-mode='elder']) .two.three {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
