// `npm run size`: what a visitor's browser downloads, by whom, and that it is no more than was promised.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync } from 'rolldown/experimental';
import { ensureEmbed } from './embed.mjs';
import { closureOf } from './embed-plugins.mjs';
import { root } from './root.mjs';
import { sdkSizes } from './sdk-size.mjs';

/** Bytes after gzip, with everything that a file needs before data shows. A change that needs more says so here. */
const limits = {
  'five-micro.js': 3_000,
  'wish-wall.js': 32_000,
  'action-signup.js': 32_000,
  'points-leaderboard.js': 32_000,
  'star-gallery.js': 32_000,
  'project-vote.js': 32_000,
};

/**
 * Of that, what no other element loads as well: its own code and words, for readers of Chinese and of English. Those of
 * English have the Chinese words too, which stand in for what could not be loaded.
 */
const limitsOfOwn = {
  'action-signup.js': { 'zh-CN': 4_096, en: 4_608 },
  'points-leaderboard.js': { 'zh-CN': 4_096, en: 4_608 },
  'star-gallery.js': { 'zh-CN': 4_096, en: 4_608 },
  'project-vote.js': { 'zh-CN': 4_096, en: 4_608 },
};

const folder = join(root, 'packages/components/dist');
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const gzip = (code) => gzipSync(code).length;
/** Nothing is dropped as unused: what uses it may stand in another part. */
const minified = (code) => minifySync('part.js', code, { compress: false }).code || code;
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

await ensureEmbed();
const { entries, files } = read('embed/manifest.json');
const chunks = read('embed-modules.json');
const sizeOf = Object.fromEntries(Object.entries(files).map(([path, { gzip }]) => [path.split('/').at(-1), gzip]));
const imports = Object.fromEntries(Object.entries(chunks).map(([name, chunk]) => [name, chunk.imports]));
const sum = (names) => names.reduce((total, name) => total + sizeOf[name], 0);

const elements = Object.keys(entries).filter((entry) => !['five-micro.js', 'all.js', 'community.js'].includes(entry));

/** What one element adds to the files that it shares with others, in bytes by language. */
function addedBy(element) {
  const others = new Set(elements.filter((one) => one !== element).flatMap((one) => closureOf(one, imports)));
  const own = closureOf(element, imports).filter((name) => !others.has(name));
  const english = own
    .flatMap((name) => chunks[name].dynamicImports)
    .filter((name) => chunks[name].modules.some(({ id }) => id.endsWith('/words/en.ts')));
  return { 'zh-CN': sum(own), en: sum(own) + sum(english) };
}

/** As `lit-html`, `@five-micro/sdk` or `@five-micro/components wish-wall`. */
function ownerOf(id) {
  const dependency = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (dependency) return dependency;
  const [, name, room] = /\/packages\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(id) ?? [];
  if (!name) return 'bundler';
  return name === 'components' ? `@five-micro/components ${room ?? ''}`.trim() : `@five-micro/${name}`;
}

/**
 * What each owner costs in some files. Files are compressed whole, so an owner's price is its share: its own code,
 * minified and compressed alone, scaled so that the prices add up to what the files really weigh.
 */
function prices(names) {
  const total = {};
  for (const name of names) {
    const code = {};
    for (const one of chunks[name].modules) code[ownerOf(one.id)] = (code[ownerOf(one.id)] ?? '') + one.code;
    const alone = Object.entries(code).map(([owner, text]) => [owner, gzip(minified(text)) - gzip('')]);
    const all = alone.reduce((bytes, [, own]) => bytes + own, 0) || 1;
    for (const [owner, own] of alone) total[owner] = (total[owner] ?? 0) + (own / all) * sizeOf[name];
  }
  return Object.entries(total).sort(([, a], [, b]) => b - a);
}

console.log('KB gzip\n\nEvery dependency that ships to a browser');
for (const [owner, bytes] of prices(Object.keys(chunks))) console.log(`${kb(bytes)}  ${owner}`);

console.log('\nThe SDK in a page that is built with it: whole, and one feature alone');
for (const [name, kilobytes] of Object.entries(await sdkSizes())) console.log(`${kb(kilobytes * 1000)}  ${name}`);

if (process.argv.includes('--files')) {
  const rows = closureOf('wish-wall.js', imports).flatMap((name) =>
    chunks[name].modules.map(({ id, code }) => [gzip(minified(code)) - gzip(''), id.replace(root, '')]),
  );
  console.log('\nEvery module of wish-wall.js, compressed alone');
  for (const [bytes, id] of rows.sort(([a], [b]) => b - a)) console.log(`${kb(bytes)}  ${id}`);
}

let failed = false;
for (const entry of Object.keys(entries)) {
  const now = closureOf(entry, imports);
  const stub = gzip(readFileSync(join(folder, 'embed', entry)));
  const total = stub + sum(now);
  const limit = limits[entry];
  const over = limit !== undefined && total > limit;
  failed ||= over;
  console.log(
    `\n/embed/${entry}: ${kb(total).trim()} before data shows${limit ? `, at most ${kb(limit).trim()}${over ? '  TOO MUCH' : ''}` : ''}`,
  );
  if (elements.includes(entry)) {
    for (const [language, added] of Object.entries(addedBy(entry))) {
      const most = limitsOfOwn[entry]?.[language];
      const tooMuch = most !== undefined && added > most;
      failed ||= tooMuch;
      const verdict = most ? `, at most ${kb(most).trim()}${tooMuch ? '  TOO MUCH' : ''}` : '';
      console.log(`${kb(added)}  added to what elements share, in ${language}${verdict}`);
    }
  }
  if (now.length > 1 || limit) for (const [owner, bytes] of prices(now)) if (bytes >= 50) console.log(`${kb(bytes)}  ${owner}`);

  const loaded = new Set(now);
  const later = [...new Set(now.flatMap((name) => chunks[name].dynamicImports))].filter((name) => !loaded.has(name));
  for (const name of later) {
    const more = closureOf(name, imports).filter((one) => !loaded.has(one));
    console.log(`${kb(sum(more))}  later: ${name.replace(/\.[\w-]+\.js$/, '')}`);
  }
}

for (const entry of Object.keys(limits)) {
  if (!entries[entry]) {
    console.error(`\n/embed/${entry} has a limit but is not built`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
