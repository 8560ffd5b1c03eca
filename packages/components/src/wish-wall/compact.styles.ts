import { css } from 'lit';

/** A few notes in a sidebar or on a home page. */
export const compactStyles = css`
  .compact .head .title {
    font-size: var(--fm-t-xl);
  }
  .compact .head p {
    margin: 0;
    font-size: var(--fm-t-s);
  }
  .compact .head b {
    color: var(--fm-accent);
  }
  .compact .notes {
    gap: var(--fm-s5);
    margin-top: var(--fm-s5);
  }
  .compact .note {
    --fm-tilt: 0;
    padding: var(--fm-s4) var(--fm-s4) var(--fm-s3);
  }
  .compact .note::before {
    left: 28px;
    top: -6px;
    width: 13px;
    height: 13px;
  }
  .compact .note .want {
    margin-top: var(--fm-s2);
    font-size: var(--fm-t-m);
  }
  .compact .done .want {
    font-size: var(--fm-t-s);
  }
  .compact .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--fm-s2);
    margin-top: auto;
    padding-top: var(--fm-s2);
  }
  .compact .foot .who {
    min-width: 0;
    margin: 0;
  }
  .compact .foot .btn {
    flex: none;
    padding-inline: 0.9em;
    font-size: var(--fm-t-s);
  }
  .compact .ribbon {
    margin-inline: calc(var(--fm-s4) * -1 - 7px);
    padding-inline: calc(var(--fm-s4) + 7px);
  }
  .compact .claimed .who {
    margin: var(--fm-s2) 0 var(--fm-s3);
  }
  .compact .ghost {
    min-height: 130px;
  }
  @container (min-width: 520px) {
    .compact .notes {
      gap: var(--fm-s6) var(--fm-s5);
    }
  }
  @container (min-width: 780px) {
    .compact .head div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--fm-s3);
    }
  }
  @container (min-width: 1100px) {
    .compact .notes {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (min-width: 520px) {
    .compact .note {
      --fm-tilt: inherit;
    }
  }
  /* on a home page the notes are as on the wall */
  @container (min-width: 780px) {
    .compact .note {
      padding: var(--fm-s6) var(--fm-s5) var(--fm-s5);
    }
    .compact .note::before {
      left: 50%;
    }
    .compact .note:not(.done) .want {
      font-size: var(--fm-t-l);
    }
    .compact .foot {
      flex-direction: column;
      align-items: stretch;
      justify-content: flex-end;
      gap: var(--fm-s4);
      flex: 1;
    }
    .compact .foot .who {
      margin: var(--fm-s1) 0 auto;
    }
    .compact .foot .btn {
      font-size: inherit;
    }
    .compact .ribbon {
      margin-inline: calc(var(--fm-s5) * -1 - 7px);
      padding-inline: calc(var(--fm-s5) + 7px);
    }
  }
`;
