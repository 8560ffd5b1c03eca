// Answers the frame's questions about the story that is shown.
import type { Decorator } from '@storybook/web-components-vite';
import { addons } from 'storybook/preview-api';
import { asks, says } from './channel.ts';
import { type Shown, snippetOf } from './snippet/snippet.ts';
import { keptEdits, onEdits } from './tokens/edits.ts';
import { measure, wear } from './tokens/measure.ts';

let shown: Shown | undefined;

/** Remembers what a story says of itself, for whoever copies it. */
export const noted: Decorator = (story, { component, parameters, globals }) => {
  shown = { component, partOf: parameters.partOf, area: parameters.area ?? 'yikang', globals };
  return story();
};

const canvas = (): ParentNode => document.getElementById('storybook-root') ?? document;

export async function answerFrame(): Promise<void> {
  wear(keptEdits());
  await addons.ready();
  const channel = addons.getChannel();
  /** That there is nothing is known only when the story has come to its end. */
  const tellWhatIsThere = () => {
    const measured = measure(canvas());
    if (measured) channel.emit(says.tokens, measured);
  };
  onEdits(() => {
    wear(keptEdits());
    tellWhatIsThere();
  });
  // Some tokens come with what an element loads later.
  for (const event of [asks.tokens, 'storyRenderPhaseChanged', 'globalsUpdated']) channel.on(event, tellWhatIsThere);
  for (const event of ['storyFinished', 'storyErrored', 'storyThrewException', 'storyMissing']) {
    channel.on(event, () => channel.emit(says.tokens, measure(canvas()) ?? null));
  }
  channel.on(asks.snippet, () => {
    if (shown) channel.emit(says.snippet, snippetOf(canvas(), shown, keptEdits()));
  });
}
