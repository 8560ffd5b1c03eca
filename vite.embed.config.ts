import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { versionedFiles } from './scripts/embed-files.mjs';
import { inAll, minifyTemplates, oneTrustedPolicy, typescript } from './scripts/embed-plugins.mjs';

// Whoever builds may be a test or a developer, for whom the libraries would bring words and checks that nobody should download.
process.env['NODE_ENV'] = 'production';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const outDir = at('./packages/components/dist/embed');
const { version }: { version: string } = JSON.parse(readFileSync(at('./packages/components/package.json'), 'utf8'));
const entry = (name: string) => at(`./packages/components/src/embed/${name}.ts`);

/** Reached by every element through an index, but used by what is opened later: the desk, one's own data. */
const onlyDesks =
  /\/(?:contract|sdk)\/src\/(?:actions|client|me|members|mine|moderation|organisations|points|projects|report-ins|rights|round-reads|rounds|star-reads|stars|uploads|vocabulary-more)\.ts$|\/contract\/src\/requests\//;

/** Those that share most. The core is what all of them load; what loads less of it is no reason to take it apart. */
const elements = ['wish-wall', 'worker-desk', 'member-card', 'organisation'].map(entry);

const features = ['wish-wall', 'action-signup', 'project-vote', 'points-leaderboard', 'star-gallery'];
/** Each becomes a file of its own with what it needs: see scripts/embed-link.mjs. */
const parts = [...features, 'worker-desk', 'member-card', 'organisation', 'community'];
/** Loaded by themselves, but at once, by those who want them: so they stand in the one file with the rest. */
const english = (feature: string) => new RegExp(`/${feature}/words/en\\.ts$`);
const looks = /\/styles\/themes\.styles\.ts$/;
const variants = new RegExp(`/(${features.join('|')})/(compact|hall)\\.styles\\.ts$`);
/** The entries that are one file each: what an element needs before data shows. */
const whole = {
  ...Object.fromEntries(features.map((feature) => [feature, [english(feature), looks]])),
  all: [...features.map(english), looks, variants],
};

/** The drop-in files that the server offers under /embed/. */
export default defineConfig({
  // Imports between files are relative: they work from whatever address the server has.
  base: './',
  publicDir: false,
  resolve: { conditions: ['five-micro-src', ...defaultClientConditions] },
  oxc: false,
  plugins: [typescript(), oneTrustedPolicy(), minifyTemplates(), versionedFiles({ outDir, version, core: 'core', whole })],
  build: {
    // Syntax only. Safari 15 reads it as well: see typescript().
    target: ['chrome107', 'safari16.4'],
    outDir,
    // What was built before stays for a while: see versionedFiles().
    emptyOutDir: false,
    // Entries as a library, because Vite wraps the dynamic imports of pages in a helper that preloads styles and sends
    // events to the host's window.
    lib: {
      entry: {
        'five-micro': entry('loader'),
        all: entry('all'),
        // Not served as they are: see scripts/embed-link.mjs.
        parts: entry('parts'),
        check: entry('check'),
        ...Object.fromEntries(parts.map((part) => [`${part}.part`, entry(part)])),
        // What the page of examples/recount runs: it uses nothing of the elements.
        recount: at('./examples/recount/recount.ts'),
        // What the page at /embed/ runs, beside the loader.
        configurator: at('./examples/configurator/configurator.ts'),
      },
      formats: ['es'],
    },
    reportCompressedSize: false,
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      // How long its plugins took is nothing that whoever starts the server has to read.
      checks: { bundlerTimings: false },
      output: {
        format: 'es',
        // Unlike other libraries, nobody builds this one again.
        minify: { compress: true, mangle: true, codegen: true },
        comments: false,
        entryFileNames: '[name].js',
        // The folder has the hash.
        chunkFileNames: '[name].js',
        // One file for what every element needs: it compresses better than the many that sharing would make. The paper
        // of a note goes with it: the form shows one too, and alone it would be a file of its own.
        codeSplitting: {
          groups: [
            {
              debugName: 'core',
              name: inAll(elements, { also: /\/shared\/(once|ui\/plain|styles\/(note|list)\.styles)\.ts$/, except: onlyDesks }),
            },
          ],
        },
      },
    },
  },
});
