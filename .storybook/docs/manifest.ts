import type { Plugin } from 'vite';
import { createManifest, src, tokenCss } from '../../scripts/manifest.mjs';

const name = 'virtual:five-micro/manifest';

/** The manifest of the sources as they are now: the same that is published of what is compiled from them. */
export const manifestOfSources = (): Plugin => ({
  name: 'five-micro-manifest',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load: async (id) => {
    if (id !== `\0${name}`) return null;
    return `export default ${JSON.stringify(createManifest(await tokenCss(src, '.ts')))};`;
  },
});
