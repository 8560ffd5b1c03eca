// What Storybook's frame and the story in it say to each other.
import type { Rgba } from './tokens/contrast.ts';

/** Frame to story. */
export const asks = {
  /** What the tokens are now. */
  tokens: 'five-micro/tokens?',
  /** What a webmaster would paste. */
  snippet: 'five-micro/snippet?',
} as const;

/** Story to frame. */
export const says = { tokens: 'five-micro/tokens', snippet: 'five-micro/snippet' } as const;

export interface Token {
  readonly name: string;
  readonly description: string;
  readonly kind: 'colour' | 'length' | 'other';
  /** As it is written; a colour by day and by night as `#0d6668`, or `rgb(…)` where it lets the ground through. */
  readonly light: string;
  readonly dark: string;
}

export interface Measured {
  /** The element that was looked at, as `fm-wish-wall`. */
  readonly tag: string;
  readonly isElder: boolean;
  readonly scheme: 'light' | 'dark';
  readonly tokens: readonly Token[];
  /** Colours by the names of their tokens without `--fm-`. */
  readonly colours: Readonly<Record<'light' | 'dark', Readonly<Record<string, Rgba>>>>;
}

export interface Snippet {
  readonly html: string;
  readonly tag: string;
}
