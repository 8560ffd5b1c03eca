// What the SDK weighs in a page that is built with it, whole and by feature.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './root.mjs';

const features = {
  areas: 'areasIn',
  wishes: 'wishesIn',
  actions: 'actionsIn',
  projects: 'projectsIn',
  rounds: 'roundsIn',
  stars: 'starsIn',
  points: 'pointsIn',
  me: 'meIn',
};

/** Bytes after gzip; what is loaded later, with the first listener, does not count. */
async function weigh(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}/packages/sdk` },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    conditions: ['five-micro-src'],
    outdir: 'out',
    write: false,
  });
  const text = new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1), text]));
  const needed = new Set();
  const add = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const [, next] of text.get(name).matchAll(/(?:from|import)"\.\/([^"]+)"/g)) add(next);
  };
  add('stdin.js');
  return [...needed].reduce((sum, name) => sum + gzipSync(text.get(name)).length, 0);
}

/** KB by what is imported. */
export async function sdkSizes() {
  const weighed = [['createFiveMicro', "export { createFiveMicro } from '@five-micro/sdk';"]];
  for (const [feature, make] of Object.entries(features)) {
    weighed.push([
      feature,
      `export { connect } from '@five-micro/sdk/connection'; export { ${make} } from '@five-micro/sdk/${feature}';`,
    ]);
  }
  const sizes = {};
  for (const [name, contents] of weighed) sizes[name] = (await weigh(contents)) / 1000;
  return sizes;
}
