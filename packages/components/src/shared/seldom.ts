/**
 * Calls at once, and then at most once in `pause` milliseconds, the last time after the last call: for what a burst of
 * facts asks for. What is called looks for itself whether it is still wanted.
 */
export function seldom(call: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  const rest = (): void => {
    timer = undefined;
    if (wanted) go();
  };
  const go = (): void => {
    wanted = false;
    timer = setTimeout(rest, pause);
    call();
  };
  return () => {
    if (timer === undefined) go();
    else wanted = true;
  };
}
