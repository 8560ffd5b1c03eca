import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { inAll, minifyTemplates, typescript, versionedFiles } from './scripts/embed-plugins.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const outDir = at('./packages/components/dist/embed');
const { version }: { version: string } = JSON.parse(readFileSync(at('./packages/components/package.json'), 'utf8'));
const entry = (name: string) => at(`./packages/components/src/embed/${name}.ts`);

/** Reached by every element through an index, but used by what is opened later: the desk, one's own data. */
const onlyDesks =
  /\/(?:contract|sdk)\/src\/(?:actions|client|me|members|mine|moderation|organisations|points|projects|report-ins|rights|round-reads|rounds|star-reads|stars|uploads|vocabulary-more)\.ts$|\/contract\/src\/requests\//;

/** Those that share most. The core is what all of them load; what loads less of it is no reason to take it apart. */
const elements = ['wish-wall', 'worker-desk', 'member-card', 'organisation'].map(entry);

/** The drop-in files that the server offers under /embed/. */
export default defineConfig({
  // Imports between files are relative: they work from whatever address the server has.
  base: './',
  publicDir: false,
  resolve: { conditions: ['five-micro-src', ...defaultClientConditions] },
  oxc: false,
  plugins: [typescript(), minifyTemplates(), versionedFiles({ outDir, version })],
  build: {
    // Syntax only. Safari 15 reads it as well: see typescript().
    target: ['chrome107', 'safari16.4'],
    outDir,
    emptyOutDir: true,
    // Entries as a library, because Vite wraps the dynamic imports of pages in a helper that preloads styles and sends
    // events to the host's window.
    lib: {
      entry: {
        'five-micro': entry('loader'),
        all: entry('all'),
        community: entry('community'),
        'wish-wall': entry('wish-wall'),
        'worker-desk': entry('worker-desk'),
        'member-card': entry('member-card'),
        organisation: entry('organisation'),
        'action-signup': entry('action-signup'),
        'points-leaderboard': entry('points-leaderboard'),
        'star-gallery': entry('star-gallery'),
        'project-vote': entry('project-vote'),
        // What the page of examples/recount runs: it uses nothing of the elements.
        recount: at('./examples/recount/recount.ts'),
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
        chunkFileNames: '[name].[hash].js',
        // One file for what every element needs: it compresses better than the many that sharing would make. The paper
        // of a note goes with it: the form shows one too, and alone it would be a file of its own.
        codeSplitting: {
          groups: [
            { debugName: 'core', name: inAll(elements, { also: /\/shared\/styles\/note\.styles\.ts$/, except: onlyDesks }) },
          ],
        },
      },
    },
  },
});
