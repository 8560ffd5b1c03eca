/** Milliseconds, each of one call. */
export interface Times {
  p50: number;
  p95: number;
}

export const timesSaid = ({ p50, p95 }: Times): string => `p50 ${p50.toFixed(3)} ms   p95 ${p95.toFixed(3)} ms`;

type Call = (n: number) => Promise<unknown>;

/**
 * Calls in turns, so that whatever else the machine does meets all of them alike. The first rounds, in which plans are
 * made and caches filled, do not count.
 */
export async function timed(rounds: number, ...calls: Call[]): Promise<Times[]> {
  const taken = calls.map((): number[] => []);
  for (let n = -20; n < rounds; n++) {
    for (const [index, call] of calls.entries()) {
      const start = performance.now();
      await call(n + 20);
      if (n >= 0) taken[index]?.push(performance.now() - start);
    }
  }
  return taken.map((times) => {
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    return { p50: at(0.5), p95: at(0.95) };
  });
}

/** How often a second, with so many callers at once for so long. */
export async function rate(callers: number, milliseconds: number, call: Call): Promise<number> {
  const start = performance.now();
  let done = 0;
  let next = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() - start < milliseconds) {
        next += 1;
        await call(next);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - start) / 1000);
}
