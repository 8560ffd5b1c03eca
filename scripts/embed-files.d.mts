import type { Plugin } from 'vite';

export function versionedFiles(options: {
  outDir: string;
  version: string;
  core: string;
  whole: Record<string, RegExp[]>;
}): Plugin;
