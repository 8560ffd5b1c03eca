/** What an election cannot be counted for; `subject` is the id, or the ballot's place from 0. */
export type TallyErrorCode =
  | 'option.repeated'
  | 'option.cost'
  | 'budget.invalid'
  | 'draw.invalid'
  | 'ballot.unknown-option'
  | 'ballot.repeated-option'
  | 'rule.invalid';

/** An election that breaks its own terms. A voter's mistake is no error but a fault: see `ballotFault`. */
export class TallyError extends Error {
  override name = 'TallyError';
  readonly code: TallyErrorCode;
  readonly subject: string | number | undefined;

  constructor(code: TallyErrorCode, message: string, subject?: string | number) {
    super(message);
    this.code = code;
    this.subject = subject;
  }
}
