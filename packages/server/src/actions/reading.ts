import type { ActionEdit } from '@five-micro/contract';
import type { ActionRecord } from './statements.ts';

/** What an organisation says of its action, by the name of its field: a worker reads it before it goes up. */
const words = { title: 'title', story: 'story', category: 'category', bring: 'bring', forWhom: 'for_whom' } as const;
const fields = Object.keys(words) as (keyof typeof words)[];

/** Whether an edit would change what a worker has read; when and where it is, and for how many, is not among that. */
export const rewrites = (action: ActionRecord, body: Pick<ActionEdit, keyof typeof words>, photos = action.photos): boolean =>
  fields.some((field) => body[field] !== undefined && body[field] !== action[words[field]]) ||
  photos.join() !== action.photos.join();

/** Whether whoever has read the one has read the other. */
export const saysTheSame = (one: ActionRecord, other: ActionRecord): boolean =>
  fields.every((field) => one[words[field]] === other[words[field]]) && one.photos.join() === other.photos.join();
