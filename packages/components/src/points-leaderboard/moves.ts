/** What moves points, and with them ranks. */
export const moves: ReadonlySet<string> = new Set([
  'wish.confirmed',
  'wish.closed',
  'wish.published',
  'action.finished',
  'action.credited',
  'points.reversed',
  'consent.changed',
  'resync',
]);
