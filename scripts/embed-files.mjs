// Puts a drop-in build in its final place.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { link } from './embed-link.mjs';

const integrityOf = (text, by = 'sha384') => `${by}-${createHash(by).update(text).digest('base64')}`;
/** In lists that ship: as strong for this purpose, and a third shorter, which does not compress. */
const shortOf = (text) => integrityOf(text, 'sha256');

/** Of builds before: what never changes should not be gone while someone works on the next. */
const kept = 4;

/**
 *     v/<build>/wish-wall.js …  never changes: may be kept for ever, and pinned by its integrity
 *     wish-wall.js …            the same code under an address that stays: must be asked for again
 *     manifest.json             the addresses below /embed/ and the integrity of every file
 *     licenses.txt              those of the libraries inside
 *
 * and, beside the folder and not served, what each file is made of: for `npm run size`.
 * @param core - the name of the chunk that every element needs
 * @param whole - by entry, what its one file holds besides all that the entry needs: patterns for sources
 */
export function versionedFiles({ outDir, version, core, whole }) {
  return {
    name: 'five-micro:versioned-files',
    apply: 'build',
    writeBundle(_options, bundle) {
      const bundled = Object.values(bundle).filter((one) => one.type === 'chunk');
      const chunks = Object.fromEntries(bundled.map((chunk) => [chunk.fileName, chunk]));
      const holds = (pattern) => bundled.filter(({ modules }) => Object.keys(modules).some((id) => pattern.test(id)));
      const linked = link({
        chunks,
        parse: (code) => this.parse(code),
        core: `${core}.js`,
        whole: Object.fromEntries(
          Object.entries(whole).map(([entry, patterns]) => [
            `${entry}.js`,
            patterns.flatMap((pattern) => holds(pattern).map(({ fileName }) => fileName)),
          ]),
        ),
      });

      const hash = createHash('sha256');
      for (const file of ['./embed-link.mjs', './embed-files.mjs'])
        hash.update(readFileSync(fileURLToPath(new URL(file, import.meta.url))));
      for (const file of Object.keys(chunks).sort()) hash.update(file).update(chunks[file].code);
      const build = hash.digest('hex').slice(0, 12);
      const folder = `v/${build}`;

      for (const file of Object.keys(chunks)) rmSync(join(outDir, file));
      mkdirSync(join(outDir, folder), { recursive: true });
      const files = {};
      const write = (path, text) => {
        writeFileSync(join(outDir, path), text);
        files[path] = { bytes: Buffer.byteLength(text), gzip: gzipSync(text).length, integrity: integrityOf(text) };
        return shortOf(text);
      };

      const list = {};
      for (const [file, { code, imports }] of Object.entries(linked.later(build))) {
        list[file] = [write(`${folder}/${file}`, code), ...imports];
      }
      const check = write(`${folder}/check.js`, `const fiveMicroFiles=${JSON.stringify(list)};${chunks['check.js'].code}`);

      const entries = {};
      const wholes = {};
      const put = (file, also) => {
        const text = (where) => linked.file(file, { version: `${version} ${build}`, where, check, also });
        const made = file === 'five-micro.js' ? (where) => readable(text(where)) : text;
        const path = `${folder}/${file}`;
        const integrity = write(path, made('./'));
        entries[file] = { path, integrity: files[path].integrity };
        writeFileSync(join(outDir, file), made(`./${folder}/`));
        return integrity;
      };
      for (const file of Object.keys(linked.contents)) {
        if (file === 'five-micro.js') continue;
        const integrity = put(file);
        if (whole[file.replace(/\.js$/, '')]) wholes[file] = integrity;
      }
      put('five-micro.js', `const fiveMicroWhole=${JSON.stringify(wholes)};`);

      writeFileSync(join(outDir, 'licenses.txt'), licensesOf(bundled.flatMap(({ modules }) => Object.keys(modules))));
      writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify({ version, build, entries, files }, null, 2)}\n`);
      writeFileSync(
        join(outDir, '../embed-modules.json'),
        JSON.stringify({
          contents: linked.contents,
          chunks: Object.fromEntries(
            bundled.map(({ fileName, modules, imports, dynamicImports, code }) => [
              fileName,
              {
                imports,
                dynamicImports,
                code,
                modules: Object.entries(modules).map(([id, { code }]) => ({ id, code: code ?? '' })),
              },
            ]),
          ),
        }),
      );
      forgetOld(join(outDir, 'v'), build);
    },
  };
}

/** The loader decides whether a browser is too old for the rest: it has to be read by those that are. */
const readable = (code) => transformSync(code, { target: 'es2020', minify: true, format: 'esm', charset: 'utf8' }).code;

/** What the libraries inside ask of whoever hands them on: their licence goes along. Comments in the files would cost every visitor. */
function licensesOf(modules) {
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, ''))?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} has no licence that could go along.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

function forgetOld(folder, build) {
  const old = readdirSync(folder)
    .filter((name) => name !== build)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of old.slice(kept)) rmSync(path, { recursive: true });
}
