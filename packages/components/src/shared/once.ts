/**
 * Loads a file with the first call and begins with it, once for all calls. One that did not come answers nothing, and is
 * tried again with the next call.
 */
export function once<File, T>(file: () => Promise<File>, begin: (file: File) => T): () => Promise<T | undefined> {
  let loading: Promise<T | undefined> | undefined;
  return () =>
    (loading ??= file().then(begin, () => {
      loading = undefined;
      return undefined;
    }));
}
