/** What stands on the picture of a receipt, from top to bottom. */
export interface ReceiptLines {
  readonly heading: string;
  readonly title: string;
  /** In its groups: two on a line. */
  readonly code: readonly string[];
  readonly lines: readonly string[];
  /** For checking offline: what the server signed, and its signature. */
  readonly small: readonly string[];
}

const width = 720;
const margin = 56;
/** Ink on straw, as the slip looks by day: a picture is looked at anywhere. */
const paper = '#fbf2d8';
const ink = '#1e2829';
const faint = '#566163';

/**
 * A PNG of the receipt, to be kept where pictures are kept.
 * @throws where the browser cannot draw
 */
export async function receiptPicture({ heading, title, code, lines, small }: ReceiptLines, font: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const draw = canvas.getContext('2d');
  if (!draw) throw new Error('no canvas');
  const rows = [
    { text: heading, size: 40, weight: 600, color: ink, gap: 20 },
    { text: title, size: 28, weight: 400, color: ink, gap: 36 },
    ...pairs(code).map((text) => ({ text, size: 56, weight: 600, color: ink, gap: 12 })),
    ...lines.map((text) => ({ text, size: 26, weight: 400, color: faint, gap: 14 })),
    ...small.map((text) => ({ text, size: 18, weight: 400, color: faint, gap: 8 })),
  ].flatMap((row) => {
    draw.font = `${row.weight} ${row.size}px ${font}`;
    return wrap(row.text, width - 2 * margin, (text) => draw.measureText(text).width).map((text) => ({ ...row, text }));
  });
  canvas.width = width;
  canvas.height = 2 * margin + rows.reduce((sum, { size, gap }) => sum + size * 1.3 + gap, 0);
  draw.fillStyle = paper;
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.textBaseline = 'top';
  let y = margin;
  for (const { text, size, weight, color, gap } of rows) {
    draw.font = `${weight} ${size}px ${font}`;
    draw.fillStyle = color;
    draw.fillText(text, margin, y);
    y += size * 1.3 + gap;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** The same as text. */
export const receiptText = ({ heading, title, code, lines, small }: ReceiptLines): string =>
  [heading, title, code.join(' '), ...lines, ...small].join('\n');

const pairs = (code: readonly string[]): string[] =>
  code.flatMap((group, i) => (i % 2 ? [] : [[group, code[i + 1]].filter(Boolean).join('   ')]));

/** Breaks where a line is full: between Chinese characters, and between the words of what is written with blanks. */
export function wrap(text: string, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  // Nothing is longer than a line: a signature is broken where it is full.
  for (const part of text.match(/[\p{Script=Latin}\d_-]{1,24}[^\p{Script=Latin}\d\s_-]?\s*|./gsu) ?? []) {
    if (line && measure((line + part).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = part;
    } else line += part;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}
