/** As iOS 15.4 and Chrome 93 have it together: no container queries, no style sheets that are shared, nothing of later years. */
export const asIOS15 = `
  delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;
  delete CSSStyleSheet.prototype.replace; delete CSSStyleSheet.prototype.replaceSync;
  delete AbortSignal.any; delete AbortSignal.timeout; delete Promise.withResolvers; delete URL.canParse;
  delete Array.prototype.toSorted; delete Array.prototype.toReversed; delete Array.prototype.toSpliced; delete Array.prototype.with;
  delete window.CloseWatcher; delete window.trustedTypes; delete window.ReportingObserver; delete window.ElementInternals;
  delete HTMLElement.prototype.attachInternals; delete HTMLElement.prototype.showPopover; delete Navigator.prototype.wakeLock;
  delete AbortSignal.prototype.throwIfAborted; delete window.structuredClone;
  delete Array.prototype.findLast; delete Array.prototype.findLastIndex;
  delete Object.groupBy; delete Map.groupBy; delete window.Iterator; delete window.navigation; delete window.scheduler;
`;
