// In the toolbar of every story and page while colours or sizes are not as they were.
import { createElement, type ReactElement, useSyncExternalStore } from 'react';
import { Button } from 'storybook/internal/components';
import { useGlobals } from 'storybook/manager-api';
import { languageOf } from '../words/language.ts';
import { wordsIn } from '../words/say.ts';
import { keepEdits, keptEdits, onEdits } from './edits.ts';

export function UndoTool(): ReactElement | null {
  const [globals] = useGlobals();
  const count = Object.keys(useSyncExternalStore(onEdits, keptEdits)).length;
  if (count === 0) return null;
  const { undo, tip } = wordsIn(languageOf(globals)).edited;
  return createElement(Button, {
    variant: 'outline',
    padding: 'small',
    ariaLabel: undo(count),
    tooltip: tip,
    onClick: () => keepEdits({}),
    children: undo(count),
  });
}
