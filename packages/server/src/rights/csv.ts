type Cell = string | number | boolean | null;

/** What a spreadsheet would take for a formula (OWASP, CSV injection), full-width forms too: it stands behind a quote. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, led by a byte order mark, without which Excel takes Chinese for noise. */
export const csv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
