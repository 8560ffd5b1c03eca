/** What the person at the terminal can act on: printed as one line, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** An error's words, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
