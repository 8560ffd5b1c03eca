/**
 * A drop-in file is made of parts: the core, an element, its words. A file brings those that are needed before data
 * shows, and what one file of a build has brought, every other file of the same build finds here, wherever it came from
 * and under whatever address. So nothing is there twice, and the short-lived `/embed/all.js` and the file that never
 * changes are the same code. The build (`scripts/embed-link.mjs`) writes the calls of what stands here.
 */
export interface Parts {
  /** True where the page gave a script of this build its `integrity`: then all that it loads is checked as well. */
  checked: boolean;
  /** Resolves to what a part or file exports. Parts that it needs and nobody brought are loaded before it. */
  load(name: string, ...needs: string[]): Promise<unknown>;
  /** What a part exports, by its name, which ends in `.js`. */
  [part: string]: unknown;
}

/** A part that nobody brought is a file of its own. */
interface PartFile {
  default(parts: Parts): void;
}

interface CheckFile {
  check(folder: string, names: readonly string[], preload: typeof preloaded): Promise<void>;
}

/**
 * Loads a module that has to have this integrity: the browser runs no other. Browsers without `modulepreload` (Safari
 * before 17, Firefox before 115) cannot check what a script imports; they go on.
 */
export const preloaded = (url: string, integrity: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    if (!link.relList.supports('modulepreload')) {
      resolve();
      return;
    }
    link.rel = 'modulepreload';
    link.integrity = integrity;
    link.href = url;
    link.onload = () => {
      link.remove();
      resolve();
    };
    link.onerror = () => reject(new Error(`five-micro: ${url} is away, or not what was pinned`));
    document.head.append(link);
  });

/** Which version came first; kept where the next one finds it. */
const firstVersion = Symbol.for('five-micro.version');

/**
 * The parts of a build. Two builds on a page do their work beside each other, because each has its own; what both define
 * is that of the first.
 * @param version - as `0.1.0 3f0c…`: the build is named last
 * @param folder - where its files are, with a slash at the end
 * @param script - the address of the file that asks
 * @param check - the integrity of `check.js`, which knows those of all others
 */
export function partsOf(version: string, folder: string, script: string, check: string): Parts {
  const key = Symbol.for(`five-micro ${version.replace(/.* /, '')}`);
  const there = globalThis as unknown as Record<symbol, Parts | undefined>;
  const first = Reflect.get(globalThis, firstVersion) as string | undefined;
  if (first === undefined) Reflect.set(globalThis, firstVersion, version);
  else if (!there[key])
    console.warn(`[five-micro] This page has two versions, ${first} and ${version}: take one script for all.`);
  const get = <File>(name: string): Promise<File> => import(/* @vite-ignore */ folder + name) as Promise<File>;
  const parts: Parts = (there[key] ??= {
    checked: false,
    async load(name, ...needs) {
      const missing = needs.filter((need) => !(need in parts));
      if (parts.checked) {
        await preloaded(`${folder}check.js`, check);
        await (await get<CheckFile>('check.js')).check(folder, name in parts ? missing : [...missing, name], preloaded);
      }
      const files = await Promise.all(missing.map((need) => get<PartFile>(need)));
      // They may have come in any order.
      for (const file of files) file.default(parts);
      return name in parts ? parts[name] : get(name);
    },
  });
  parts.checked ||= [...document.scripts].some(({ src, integrity }) => integrity && src === script);
  return parts;
}
