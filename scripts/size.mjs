// `npm run size`: what a visitor's browser downloads, by whom, and that it is no more than was promised. With `-- --files`
// what each module costs; with `-- --write` the README's table gets the figures of now.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync } from 'rolldown/experimental';
import { ensureEmbed } from './embed.mjs';
import { root } from './root.mjs';
import { sdkSizes } from './sdk-size.mjs';

/** Bytes after gzip, with everything that a file needs before data shows. A change that needs more says so here. */
const limits = {
  'five-micro.js': 3_000,
  'all.js': 50_000,
  'wish-wall.js': 32_000,
  'action-signup.js': 32_000,
  'points-leaderboard.js': 32_000,
  'star-gallery.js': 32_000,
  'project-vote.js': 32_000,
};

/** Of that, what no other element loads as well: its own code, with the words of Chinese and with those of both languages. */
const mostOfOwn = 4_096;
const features = ['action-signup.js', 'points-leaderboard.js', 'star-gallery.js', 'project-vote.js'];

const folder = join(root, 'packages/components/dist');
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const gzip = (code) => gzipSync(code).length;
/** Nothing is dropped as unused: what uses it may stand in another part. */
const minified = (code) => minifySync('part.js', code, { compress: false }).code || code;
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

await ensureEmbed();
const { entries, files } = read('embed/manifest.json');
const { contents, chunks } = read('embed-modules.json');
const folderOf = entries['five-micro.js'].path.replace(/[^/]+$/, '');
const sizeOf = (file) => files[folderOf + file].gzip;
const sum = (names) => names.reduce((total, name) => total + sizeOf(name), 0);

const elements = Object.keys(entries).filter(
  (entry) => !['five-micro.js', 'all.js', 'community.js', 'recount.js', 'configurator.js'].includes(entry),
);
const isEnglish = (name) => chunks[name].modules.some(({ id }) => id.endsWith('/words/en.ts'));

/** What one element adds to what it shares with others, in bytes, by the languages of its words. */
function addedBy(element) {
  const others = new Set(elements.filter((one) => one !== element).flatMap((one) => contents[one]));
  const own = contents[element].filter((name) => !others.has(name));
  const weigh = (names) => gzip(names.map((name) => chunks[name].code).join('\n'));
  return { 'zh-CN': weigh(own.filter((name) => !isEnglish(name))), 'zh-CN and en': weigh(own) };
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
 * What each owner costs of `size` bytes. Files are compressed whole, so an owner's price is its share: its own code,
 * minified and compressed alone, scaled so that the prices add up to what really is downloaded.
 */
function prices(names, size) {
  const code = {};
  for (const { id, code: text } of names.flatMap((name) => chunks[name].modules))
    code[ownerOf(id)] = (code[ownerOf(id)] ?? '') + text;
  const alone = Object.entries(code).map(([owner, text]) => [owner, gzip(minified(text)) - gzip('')]);
  const all = alone.reduce((bytes, [, own]) => bytes + own, 0) || 1;
  return alone.map(([owner, own]) => [owner, (own / all) * size]).sort(([, a], [, b]) => b - a);
}

/** The modules that some chunks import at once, themselves included. */
function closureOf(names, all = new Set()) {
  for (const name of names) {
    if (all.has(name)) continue;
    all.add(name);
    closureOf(chunks[name].imports, all);
  }
  return [...all];
}

const everything = Object.keys(chunks).filter((name) => files[folderOf + name] && (name === 'core.js' || !entries[name]));
console.log('KB gzip\n\nEvery dependency that ships to a browser');
for (const [owner, bytes] of prices(everything, sum(everything))) console.log(`${kb(bytes)}  ${owner}`);

console.log('\nThe SDK in a page that is built with it: whole, and one feature alone');
for (const [name, kilobytes] of Object.entries(await sdkSizes())) console.log(`${kb(kilobytes * 1000)}  ${name}`);

if (process.argv.includes('--files')) {
  for (const entry of features.concat('wish-wall.js')) {
    const rows = contents[entry]
      .filter((name) => name !== 'core.js' || entry === 'wish-wall.js')
      .flatMap((name) => chunks[name].modules.map(({ id, code }) => [gzip(minified(code)) - gzip(''), id.replace(root, '')]));
    console.log(`\nEvery module of ${entry}, compressed alone`);
    for (const [bytes, id] of rows.sort(([a], [b]) => b - a)) console.log(`${(bytes / 1000).toFixed(2).padStart(7)}  ${id}`);
  }
}

const wrong = [];
const held = (what, bytes, most) => {
  if (most === undefined) return '';
  if (bytes > most) wrong.push(`${what}: ${bytes} bytes, at most ${most}`);
  return `, at most ${kb(most).trim()}${bytes > most ? '  TOO MUCH' : ''}`;
};

for (const entry of Object.keys(entries)) {
  const total = sizeOf(entry);
  console.log(`\n/embed/${entry}: ${kb(total).trim()} (${total} bytes) before data shows${held(entry, total, limits[entry])}`);
  if (elements.includes(entry)) {
    for (const [languages, added] of Object.entries(addedBy(entry))) {
      const most = features.includes(entry) ? mostOfOwn : undefined;
      console.log(
        `${kb(added)}  (${added} bytes) added to what elements share, with ${languages}${held(`${entry}, added with ${languages}`, added, most)}`,
      );
    }
  }
  const now = [chunks[entry] ? entry : entry.replace(/js$/, 'part.js'), ...contents[entry]];
  if (now.length > 1) for (const [owner, bytes] of prices(now, total)) if (bytes >= 50) console.log(`${kb(bytes)}  ${owner}`);
  const here = new Set(closureOf(now));
  const later = [...new Set([...here].flatMap((name) => chunks[name].dynamicImports))].filter((name) => !here.has(name));
  for (const name of later) {
    const more = closureOf([name]).filter((one) => !here.has(one) && files[folderOf + one] && !entries[one]);
    if (more.length) console.log(`${kb(sum(more))}  later: ${name.replace(/\.js$/, '')}`);
  }
}

for (const entry of Object.keys(limits)) if (!entries[entry]) wrong.push(`/embed/${entry} has a limit but is not built`);

/** The README says what is measured here, no more and no less. */
const readme = join(root, 'README.md');
const said = readFileSync(readme, 'utf8');
const rows = {
  'all five features, in Chinese and English (`all.js`)': 'all.js',
  'the wish wall alone': 'wish-wall.js',
  'actions alone': 'action-signup.js',
  'projects and their ballot alone': 'project-vote.js',
  'the ranks alone': 'points-leaderboard.js',
  'honours alone': 'star-gallery.js',
  'the loader that finds which of them a page has': 'five-micro.js',
};
const now = said.replace(
  /^(\| \*{0,2})([^|*]+?)(\*{0,2} \| \*{0,2})[\d.]+(\*{0,2} \|)$/gm,
  (line, before, what, between, after) =>
    rows[what] ? `${before}${what}${between}${kb(sizeOf(rows[what])).trim()}${after}` : line,
);
for (const what of Object.keys(rows)) if (!said.includes(`${what}`)) wrong.push(`README.md has no row “${what}”`);
if (process.argv.includes('--write')) writeFileSync(readme, now);
else if (now !== said) wrong.push('README.md has other figures: npm run size -- --write');

for (const line of wrong) console.error(`\n${line}`);
process.exit(wrong.length > 0 ? 1 : 0);
