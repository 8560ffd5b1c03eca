import type { Ports } from './ports.ts';

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness, so that ids sort by when they were made. */
export function newId(ports: Pick<Ports, 'clock' | 'random'>): string {
  const bytes = ports.random(16);
  new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(
    0,
    (BigInt(ports.clock().getTime()) << 16n) | BigInt(((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)),
  );
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** Of an entry in the points ledger: those are numbered in the order in which they were written. */
export const isEntryId = (text: string): boolean => /^[1-9]\d{0,17}$/.test(text);
