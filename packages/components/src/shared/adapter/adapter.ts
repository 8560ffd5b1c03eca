/**
 * What the app around the page can do better than the page itself: a scanner, a picker of pictures, words for sharing, as
 * WeChat has them for a page that it knows. The page brings it (`fm-community.adapter`) and has done whatever the app
 * wants first (in WeChat: `wx.config`); nothing here knows any app. Whatever a page leaves out, the elements do with what
 * the browser has. Each may be asynchronous, may fail, and is told by the signal when nobody waits any more.
 */
export interface FiveMicroAdapter {
  /**
   * Opens the app's scanner. Resolves to what the code says, word for word; to nothing where somebody left without
   * scanning. A rejection is said in words, and the digits can still be typed. Where there is never an answer, a second
   * press ends the waiting, and the signal says so.
   */
  scanQrCode?(options: { signal: AbortSignal }): Promise<string | null | undefined>;
  /**
   * Lets somebody choose pictures, at most as many as `most`. Resolves to none where they left. They are made smaller here and
   * sent as any other.
   */
  chooseImage?(options: { most: number; signal: AbortSignal }): Promise<readonly Blob[]>;
  /**
   * Something has been opened that can be shared, or something else, or nothing (`null`: the page's own words again). It
   * is told what is shared, never whether somebody did, and nothing comes of it.
   */
  setShareData?(share: FiveMicroShare | null): unknown;
}

/** What a card in a chat says. No names of people stand in it. */
export interface FiveMicroShare {
  readonly title: string;
  readonly description: string;
  /** The address of the thing: the portal's page for it, by the area's `links`, else the page that is open. */
  readonly link: string;
}
