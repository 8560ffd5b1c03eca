import { addPaths } from '../../shared/ui/glyph.ts';

/** What only actions need. */
addPaths({
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500M20 14v6h-3M14 20v-1',
  full: 'M4 9.500V4h5.500M14.500 4H20v5.500M20 14.500V20h-5.500M9.500 20H4v-5.500',
});

export { glyph } from '../../shared/ui/glyph.ts';
