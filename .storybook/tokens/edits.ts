// What a designer has changed, for as long as the tab is open: every story and every step of a journey is in a frame of
// its own, and all frames of a tab have one store.
import type { Edits } from './rule.ts';

const key = 'five-micro/tokens';

function read(): Edits {
  try {
    const kept: Edits = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return kept;
  } catch {
    return {};
  }
}

let edits = read();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
// Only other frames are told so of what this one keeps.
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  edits = read();
  tell();
});

export const keptEdits = (): Edits => edits;

export function keepEdits(changed: Edits): void {
  edits = changed;
  sessionStorage.setItem(key, JSON.stringify(changed));
  tell();
}

/** @returns how to hear no more of it */
export function onEdits(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
