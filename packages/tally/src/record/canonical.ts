export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * JSON with one spelling: keys in the order of their characters, no spaces (RFC 8785, for the strings, whole numbers,
 * booleans and nulls that a record holds).
 */
export function canonical(value: Plain): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

const isList = (value: object): value is readonly Plain[] => Array.isArray(value);

/** SHA-256 in hexadecimal of the canonical text in UTF-8. */
export const digestOf = (value: Plain): Promise<string> => hashOf(canonical(value));

export async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
