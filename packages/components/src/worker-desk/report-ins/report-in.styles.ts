import { css } from 'lit';

export const reportInStyles = css`
  .way {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fm-s3);
  }
  .way > div {
    position: relative;
    padding: var(--fm-s3) var(--fm-s4);
    border: 1px solid var(--fm-line);
    border-radius: var(--fm-radius-s);
  }
  .way .to {
    border-color: var(--fm-accent);
    background: var(--fm-accent-soft);
  }
  .way dt {
    font-size: var(--fm-t-s);
    color: var(--fm-text-muted);
  }
  .way dd {
    font-weight: 600;
  }
  .way dd.muted {
    font-weight: 400;
  }
  .case .facts {
    margin-top: 0;
  }
  @container (min-width: 560px) {
    .way {
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    }
  }
`;
