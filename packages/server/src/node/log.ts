import type { Log } from '../ports.ts';

/** One JSON object a line. Facts are codes, amounts and ids; nobody may hand it a token, a name or a phone number. */
export function createLog(write: (line: string) => void, clock: () => Date): Log {
  const line = (level: 'info' | 'error', message: string, facts: Record<string, string | number | boolean> = {}) =>
    write(`${JSON.stringify({ at: clock().toISOString(), level, message, ...facts })}\n`);
  return {
    info: (message, facts) => line('info', message, facts),
    error: (message, facts) => line('error', message, facts),
  };
}
