/** An amount as a file writes it: `digits` with the point so many places from the right. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** Reads `1200`, `1200.50` and `1.2e+06` exactly; undefined: it is no such number. */
export function readDecimal(text: string): Decimal | undefined {
  const [, whole, part = '', exponent = '0'] = /^(\d{1,40})(?:\.(\d{0,40}))?(?:e\+?(\d{1,2}))?$/i.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const significant = part.replace(/0+$/, '');
  const places = significant.length - Number(exponent);
  const digits = BigInt(whole + significant);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** The amount in units of which `places` digits stand behind the point. */
export const scaled = ({ digits, places: own }: Decimal, places: number): bigint => digits * 10n ** BigInt(places - own);

/** As `1200` or `1200.5`: no more digits than it takes. */
export function writeDecimal(amount: bigint, places: number): string {
  const digits = amount.toString().padStart(places + 1, '0');
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places).replace(/0+$/, '')];
  return part === '' ? whole : `${whole}.${part}`;
}
