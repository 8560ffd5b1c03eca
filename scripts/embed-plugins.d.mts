import type { Plugin, Rolldown } from 'vite';

export function inAll(
  entries: string[],
  which: { also: RegExp; except: RegExp },
): Extract<Rolldown.CodeSplittingGroup['name'], (...asked: never[]) => unknown>;
export function typescript(): Plugin;
export function minifyTemplates(): Plugin;
