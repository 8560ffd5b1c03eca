import type { Language } from './common.ts';

/** What a portal is sent when one of its members has a new notice; `type` is the notice's, as in `/me/notices`. */
export interface NoticeMessage {
  type: string;
  /** RFC 3339: when it happened, which may be well before it was sent. */
  timestamp: string;
  data: {
    /** The notice's id in `/me/notices`. */
    notice: string;
    /** Who is to be told: the portal's own `sub` of its tokens. */
    sub: string;
    /** The sentence that the member's card says, in every language: the portal knows which one its member reads. */
    words: Record<Language, string>;
    /** The page of what it is about, by the area's `links`; null where it is about none, or no link is set. */
    link: string | null;
  };
}

/** What `five-micro webhooks test` sends. */
export interface TestMessage {
  type: 'webhook.test';
  timestamp: string;
  data: Record<string, never>;
}
