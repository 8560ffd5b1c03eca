import { createCompilerHost, formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli';
import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import { defineConfig, type Plugin } from 'vite';
import { shared } from '../shared/vite.ts';

/**
 * In place of Angular's CLI, which is not needed for one page: its compiler makes JavaScript of our sources and checks the
 * templates, its linker finishes what libraries have compiled in part.
 */
function angular(): Plugin {
  const compiled = new Map<string, string>();
  return {
    name: 'angular',
    enforce: 'pre',
    buildStart() {
      const { rootNames, options } = readConfiguration('tsconfig.json');
      const host = createCompilerHost({ options });
      host.writeFile = (name, text) => compiled.set(name, text);
      const { diagnostics } = performCompilation({ rootNames, options: { ...options, noEmit: false }, host });
      if (diagnostics.length > 0) this.error(formatDiagnostics(diagnostics));
    },
    load: (id) => compiled.get(id.replace(/\.ts$/, '.js')) ?? null,
    async transform(code, id) {
      if (!code.includes('ɵɵngDeclare')) return null;
      const linked = await transformAsync(code, {
        filename: id,
        plugins: [linker],
        configFile: false,
        babelrc: false,
        compact: false,
      });
      return linked?.code ? { code: linked.code, map: linked.map } : null;
    },
  };
}

export default defineConfig({ ...shared, plugins: [angular()] });
