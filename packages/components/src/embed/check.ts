/** Put here by the build: every file that is loaded later, with its integrity and what it imports. */
declare const fiveMicroFiles: Record<string, readonly [integrity: string, ...imports: string[]]>;

const checked = new Map<string, Promise<void>>();

/** Resolves when some files and all that they import are loaded and are what belongs to this build. */
export async function check(
  folder: string,
  names: readonly string[],
  preloaded: (url: string, integrity: string) => Promise<void>,
): Promise<void> {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    const [, ...imports] = fiveMicroFiles[name] ?? [];
    if (wanted.has(name)) return;
    // What it imports first: a browser may begin with that by itself, and would not check it.
    for (const one of imports) add(one);
    wanted.add(name);
  };
  names.forEach(add);
  await Promise.all(
    [...wanted].map((name) => {
      const loading = checked.get(name) ?? preloaded(folder + name, fiveMicroFiles[name]?.[0] ?? '');
      checked.set(name, loading);
      // What did not come through is tried again by whoever asks next.
      loading.catch(() => checked.delete(name));
      return loading;
    }),
  );
}
