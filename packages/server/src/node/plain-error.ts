/** What the person at the terminal can act on: printed as one line, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}
