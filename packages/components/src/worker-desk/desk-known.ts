import type { Page } from '@five-micro/sdk';
import type { DrawingName } from '../shared/ui/drawing.ts';

/** What is known of a list so far. */
export interface Known<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  /** The question that it answers: another filter's list is no list of this one. */
  readonly of: string;
}

/** How a list that is empty says so. */
export interface EmptyWords {
  readonly drawing: DrawingName;
  readonly title: string;
  readonly text: string;
}

/** Reads a list from its beginning, on to as many as stood there before: one of those below may be in hand. */
export async function readAtLeast<T>(many: number, read: (cursor?: string) => PromiseLike<Page<T>>): Promise<Page<T>> {
  let { items, nextCursor } = await read();
  while (nextCursor && items.length < many) {
    const page = await read(nextCursor);
    items = [...items, ...page.items];
    ({ nextCursor } = page);
  }
  return { items, nextCursor };
}
