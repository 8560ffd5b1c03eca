import { readDraft, saveDraft } from '../../shared/draft.ts';

export type TickState = 'attended' | 'absent' | 'signed-up';

/** That someone came, or did not, as the organiser noted it: it waits on this device until the server has it. */
export interface Tick {
  readonly action: string;
  /** The action's, for where it is not in sight. */
  readonly title: string;
  readonly member: string;
  readonly name: string;
  readonly state: TickState;
  readonly minutes?: number | undefined;
  /** When they had checked in, as far as the list said when it was noted. */
  readonly knew?: string | undefined;
  /** Its idempotency key, fixed when it was noted: however often it is sent, it counts once. */
  readonly key: string;
  /** Why the server refused it, or `came`: they checked in by code meanwhile. It stays until the organiser has read it. */
  readonly refused?: string | undefined;
}

const states: readonly TickState[] = ['attended', 'absent', 'signed-up'];

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What the browser would not keep, by its owner: a sheet that is closed and opened again finds it. */
const here = new Map<string, readonly Tick[]>();

/**
 * One organiser's ticks, kept in the host page's storage as drafts are: over a reload, and between two tabs. One of each
 * member and action; the latest replaces what was not sent yet. They live as long as the server takes ticks: 7 days.
 */
export class TickBook {
  readonly #key: string;

  constructor(owner: string) {
    this.#key = `ticks:${owner}`;
  }

  /** False where this browser keeps nothing: then they live as long as the page. */
  get kept(): boolean {
    return !here.has(this.#key);
  }

  /** As they are now, also where another tab changed them. */
  get all(): readonly Tick[] {
    return here.get(this.#key) ?? readDraft(this.#key, readTicks)?.value ?? [];
  }

  /** Those that wait to be sent, in the order in which they were noted. */
  get waiting(): readonly Tick[] {
    return this.all.filter(({ refused }) => refused === undefined);
  }

  of(action: string, member: string): Tick | undefined {
    return this.all.find((tick) => tick.action === action && tick.member === member);
  }

  /** Answers its key. */
  put(tick: Omit<Tick, 'key' | 'refused'>): string {
    const others = this.all.filter(({ action, member }) => action !== tick.action || member !== tick.member);
    const key = newKey();
    this.#keep([...others, { ...tick, key }]);
    return key;
  }

  /** Sent, or read: it is gone. One that replaced it meanwhile stays. */
  drop(key: string): void {
    this.#keep(this.all.filter((tick) => tick.key !== key));
  }

  refuse(key: string, refused: string): void {
    this.#keep(this.all.map((tick) => (tick.key === key ? { ...tick, refused } : tick)));
  }

  #keep(ticks: readonly Tick[]): void {
    if (saveDraft(this.#key, ticks)) here.delete(this.#key);
    else here.set(this.#key, ticks);
  }
}

/** What was stored, or undefined where it is not ticks; any script of the page may have written it. */
function readTicks(raw: unknown): Tick[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.flatMap((item: unknown): Tick[] => {
    if (typeof item !== 'object' || item === null) return [];
    const stored = new Map<string, unknown>(Object.entries(item));
    const text = (name: keyof Tick): string | undefined => {
      const value = stored.get(name);
      return typeof value === 'string' && value ? value : undefined;
    };
    const [action, member, key, name, title] = [text('action'), text('member'), text('key'), text('name'), text('title')];
    const state = states.find((one) => one === stored.get('state'));
    const minutes = stored.get('minutes');
    const [refused, knew] = [text('refused'), text('knew')];
    if (!action || !member || !key || !state) return [];
    return [
      {
        ...{ action, member, key, state, name: name ?? '', title: title ?? '' },
        ...(typeof minutes === 'number' && Number.isInteger(minutes) && { minutes }),
        ...(refused && { refused }),
        ...(knew && { knew }),
      },
    ];
  });
}
