import { PabulibError, type Position } from './error.ts';

export interface Cell extends Position {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Row {
  readonly cells: readonly [Cell, ...Cell[]];
  /** Where something is missing that should follow. */
  readonly end: Position;
}

/**
 * Reads `;`-separated rows with the quoting of CSV (RFC 4180): a value in double quotes may hold semicolons, line breaks
 * and doubled quotes. Blanks around a value say nothing unless they are quoted. Empty rows are passed over.
 */
export function* rowsOf(text: string): Generator<Row> {
  const scan = new Scanner(text.startsWith('\uFEFF') ? text.slice(1) : text);
  while (!scan.done()) {
    const first = scan.cell();
    const cells: [Cell, ...Cell[]] = [first];
    while (scan.take(';')) cells.push(scan.cell());
    const end = scan.position();
    scan.newline();
    if (cells.some((cell) => cell.text !== '' || cell.quoted)) yield { cells, end };
  }
}

class Scanner {
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  done(): boolean {
    return this.at >= this.text.length;
  }

  position(at = this.at): Position {
    return { line: this.line, column: at - this.lineStart + 1 };
  }

  take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** One line break of any system. */
  newline(): void {
    const carriage = this.take('\r');
    if (!this.take('\n') && !carriage) return;
    this.line += 1;
    this.lineStart = this.at;
  }

  cell(): Cell {
    this.blanks();
    const position = this.position();
    if (this.take('"')) return { text: this.quotedText(position), quoted: true, ...position };
    const start = this.at;
    while (!this.done() && !/[;\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
    return { text: this.text.slice(start, this.at).trim(), quoted: false, ...position };
  }

  private blanks(): void {
    while (/[^\S\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private quotedText(opened: Position): string {
    let text = '';
    for (;;) {
      if (this.done()) throw new PabulibError('pabulib.syntax', opened, 'a closing double quote for the one here');
      if (this.take('"')) {
        if (!this.take('"')) break;
        text += '"';
      } else if (/[\r\n]/.test(this.text[this.at] ?? '')) {
        const start = this.at;
        this.newline();
        text += this.text.slice(start, this.at);
      } else {
        text += this.text[this.at] ?? '';
        this.at += 1;
      }
    }
    this.blanks();
    const next = this.text[this.at];
    if (next !== undefined && !/[;\r\n]/.test(next))
      throw new PabulibError(
        'pabulib.syntax',
        this.position(),
        'a semicolon or the end of the line after the closing quote (a quote inside is doubled)',
        next,
      );
    return text;
  }
}
