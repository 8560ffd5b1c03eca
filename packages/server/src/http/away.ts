/** The server is starting, stopping or full, or the connection broke (PostgreSQL, appendix A, and libuv). */
const codes =
  /^(?:08...|57P0[1-3]|53300|ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver says in words alone. */
const words = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether something failed because the database cannot be reached at this moment. Nothing was done then, or nobody
 * knows; either way it can be asked again, with the same key.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.test(error.code)) return true;
  // A host of several addresses fails with one error for each.
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return words.test(error.message) || isDatabaseAway(error.cause);
}
