/**
 * Deadlocks and serialization failures are the database's way of asking to try again. So is an exclusion constraint: it
 * fires where two came at the same moment, and the second try finds what the first has made.
 */
export async function retried<T>(attempt: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (left > 0 && (code === '40P01' || code === '40001' || code === '23P01')) return retried(attempt, left - 1);
    throw error;
  }
}
