/**
 * What someone has written so far, kept in the host page's own storage. It may be lost at any time (private
 * windows, full or partitioned storage), so nothing here throws and every caller can go on without it.
 */

const prefix = 'five-micro:draft:';

/** Long enough for a weekend away, short enough that a phone number does not lie around for a year. */
const longestLife = 7 * 24 * 3_600_000;

export interface Draft<T> {
  value: T;
  savedAt: Date;
}

/** `tab`: only as long as this tab is open. */
export type Keeper = 'device' | 'tab';

/** Reading `localStorage` itself throws where the host page is sandboxed or cookies are blocked. */
function hostStorage(keeper: Keeper): Storage | undefined {
  try {
    return keeper === 'tab' ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    return undefined;
  }
}

interface Stored {
  readonly value: unknown;
  readonly savedAt: Date;
  /** When it is to be forgotten, in milliseconds. */
  readonly until: number;
}

/** What some script of the page may have written; undefined where it is no draft. */
function parsed(text: string | null): Stored | undefined {
  const stored: unknown = JSON.parse(text ?? 'null');
  if (typeof stored !== 'object' || stored === null || !('value' in stored) || !('savedAt' in stored)) return undefined;
  const savedAt = new Date(String(stored.savedAt));
  const until = 'until' in stored ? new Date(String(stored.until)).getTime() : savedAt.getTime() + longestLife;
  return { value: stored.value, savedAt, until };
}

/**
 * The draft under `key`, or undefined where there is none, its time is over, or `read` does not recognise it.
 * @param read - turns what was stored, which any script of the page may have written, into a draft's value
 */
export function readDraft<T>(
  key: string,
  read: (raw: unknown) => T | undefined,
  now = new Date(),
  keeper: Keeper = 'device',
): Draft<T> | undefined {
  try {
    const storage = hostStorage(keeper);
    const stored = parsed(storage?.getItem(prefix + key) ?? null);
    if (!stored) return undefined;
    if (!(stored.until > now.getTime())) {
      forgetDraft(key, keeper);
      return undefined;
    }
    const value = read(stored.value);
    return value === undefined ? undefined : { value, savedAt: stored.savedAt };
  } catch {
    return undefined;
  }
}

/** Until when a draft is kept instead of for a week, and where. */
interface Keeping {
  readonly until?: Date | undefined;
  readonly keeper?: Keeper;
}

/** Keeps the draft; false where the browser would not. What has had its time goes with it, whoever wrote it. */
export function saveDraft(key: string, value: unknown, now = new Date(), { until, keeper = 'device' }: Keeping = {}): boolean {
  try {
    const storage = hostStorage(keeper);
    if (!storage) return false;
    sweep(storage, now);
    storage.setItem(
      prefix + key,
      JSON.stringify({ value, savedAt: now.toISOString(), ...(until && { until: until.toISOString() }) }),
    );
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(key: string, keeper: Keeper = 'device'): void {
  try {
    hostStorage(keeper)?.removeItem(prefix + key);
  } catch {
    // Nothing is kept that could be forgotten.
  }
}

/** Nobody asks for a draft again that somebody has left for good on a shared computer. */
function sweep(storage: Storage, now: Date): void {
  const keys = [...Array(storage.length).keys()].map((at) => storage.key(at) ?? '').filter((key) => key.startsWith(prefix));
  for (const key of keys) {
    try {
      const stored = parsed(storage.getItem(key));
      if (stored && !(stored.until > now.getTime())) storage.removeItem(key);
    } catch {
      // Not ours, whatever it is called.
    }
  }
}
