// Answers the frame's questions about the story that is shown.
import type { Decorator } from '@storybook/web-components-vite';
import { addons } from 'storybook/preview-api';
import { asks, says } from './channel.ts';
import { type Shown, snippetOf } from './snippet/snippet.ts';
import { measure, wear } from './tokens/measure.ts';

let shown: Shown | undefined;

/** Remembers what a story says of itself, for whoever copies it. */
export const noted: Decorator = (story, { component, parameters, globals }) => {
  shown = { component, partOf: parameters.partOf, area: parameters.area ?? 'yikang', globals };
  return story();
};

const canvas = (): ParentNode => document.getElementById('storybook-root') ?? document;

export async function answerFrame(): Promise<void> {
  await addons.ready();
  const channel = addons.getChannel();
  const tell = () => channel.emit(says.tokens, measure(canvas()) ?? null);
  channel.on(asks.wear, (values: Readonly<Record<string, string>>) => {
    wear(values);
    tell();
  });
  // Some tokens come with what an element loads later.
  channel.on('storyFinished', tell);
  channel.on(asks.snippet, () => {
    if (shown) channel.emit(says.snippet, snippetOf(canvas(), shown));
  });
}
