/** A QR code as one SVG path, in units of its modules. */
export interface QrCode {
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** ISO/IEC 18004 asks for four modules of quiet around the code; without them scanners miss it. */
const quiet = 4;

/** Runs of dark modules of each row as one rectangle each. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  }
  return path;
}

/** The library comes with the first code. */
export async function qrOf(text: string): Promise<QrCode> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: quiet });
  return { size, path: pathOf(data) };
}
