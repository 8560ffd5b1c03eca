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

/** Reading `localStorage` itself throws where the host page is sandboxed or cookies are blocked. */
function hostStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * The draft under `key`, or undefined where there is none, it is too old, or `read` does not recognise it.
 * @param read - turns what was stored, which any script of the page may have written, into a draft's value
 * @param life - how old it may be, in milliseconds: a week
 */
export function readDraft<T>(
  key: string,
  read: (raw: unknown) => T | undefined,
  now = new Date(),
  life = longestLife,
): Draft<T> | undefined {
  try {
    const stored: unknown = JSON.parse(hostStorage()?.getItem(prefix + key) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('value' in stored) || !('savedAt' in stored)) return undefined;
    const savedAt = new Date(String(stored.savedAt));
    const age = now.getTime() - savedAt.getTime();
    if (!(age < life)) {
      forgetDraft(key);
      return undefined;
    }
    const value = read(stored.value);
    return value === undefined ? undefined : { value, savedAt };
  } catch {
    return undefined;
  }
}

/** Keeps the draft; false where the browser would not. */
export function saveDraft(key: string, value: unknown, now = new Date()): boolean {
  try {
    const storage = hostStorage();
    if (!storage) return false;
    storage.setItem(prefix + key, JSON.stringify({ value, savedAt: now.toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(key: string): void {
  try {
    hostStorage()?.removeItem(prefix + key);
  } catch {
    // Nothing is kept that could be forgotten.
  }
}
