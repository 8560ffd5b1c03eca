import { PabulibError, type Position } from './error.ts';
import { type PbTable, type Section, sections } from './file.ts';
import { type Cell, type Row, rowsOf } from './rows.ts';

/** A section of a file whose every value still knows where it stood. */
export interface Table {
  readonly columns: readonly Cell[];
  readonly rows: readonly Row[];
}

export const withoutPositions = ({ columns, rows }: Table): PbTable => ({
  columns: columns.map(({ text }) => text),
  rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
});

/** The three sections, each with as many values in every row as it has columns. */
export function sectionsOf(text: string): Record<Section, Table> {
  const found: { name: Section; columns?: Cell[]; rows: Row[] }[] = [];
  let end: Position = { line: 1, column: 1 };
  for (const row of rowsOf(text)) {
    end = row.end;
    const [first, ...others] = row.cells;
    const next = sections[found.length];
    const name = sections.find((section) => !first.quoted && section === first.text.toUpperCase());
    const section = found.at(-1);
    if (name !== undefined && others.every((cell) => cell.text === '' && !cell.quoted)) {
      if (name !== next) throw new PabulibError('pabulib.syntax', first, next ?? 'the rest of the votes', first.text);
      if (section && !section.columns)
        throw new PabulibError('pabulib.syntax', first, `the columns of ${section.name}`, first.text);
      found.push({ name, rows: [] });
    } else if (!section) throw new PabulibError('pabulib.syntax', first, 'META', first.text);
    else if (!section.columns) section.columns = columnsFrom(row);
    else section.rows.push(fitted(row, section.columns));
  }
  const table = (place: number): Table => {
    const section = found[place];
    if (!section) throw new PabulibError('pabulib.syntax', end, `the section ${sections[place] ?? ''}`, '');
    if (!section.columns) throw new PabulibError('pabulib.syntax', end, `the columns of ${section.name}`, '');
    return { columns: section.columns, rows: section.rows };
  };
  return { META: table(0), PROJECTS: table(1), VOTES: table(2) };
}

function columnsFrom({ cells }: Row): Cell[] {
  const columns: Cell[] = [...cells];
  while (columns.at(-1)?.text === '') columns.pop();
  const seen = new Set<string>();
  for (const column of columns) {
    const name = column.text.toLowerCase();
    if (name === '') throw new PabulibError('pabulib.syntax', column, 'the name of a column', '');
    if (seen.has(name)) throw new PabulibError('pabulib.syntax', column, 'each column once', column.text);
    seen.add(name);
  }
  return columns;
}

/** Spreadsheets leave empty values at the end of a row: those are dropped. */
function fitted({ cells, end }: Row, columns: readonly Cell[]): Row {
  const surplus = cells.slice(columns.length).find(({ text, quoted }) => text !== '' || quoted);
  if (surplus)
    throw new PabulibError(
      'pabulib.syntax',
      surplus,
      `the end of the line after ${columns.length} values (a value with a semicolon is put in double quotes)`,
      surplus.text,
    );
  const missing = columns[cells.length];
  if (missing) throw new PabulibError('pabulib.syntax', end, `a semicolon and a value for "${missing.text}"`, '');
  const [first, ...others] = cells;
  return { cells: [first, ...others.slice(0, columns.length - 1)], end };
}

/** How to read one column of a row. */
export function reader(table: Table, section: Section, column: string): (row: Row) => Cell {
  const place = table.columns.findIndex(({ text }) => text.toLowerCase() === column);
  const [first] = table.columns;
  if (place < 0) throw new PabulibError('pabulib.syntax', first ?? { line: 1, column: 1 }, `a column "${column}" in ${section}`);
  return ({ cells }) => cells[place] ?? cells[0];
}
