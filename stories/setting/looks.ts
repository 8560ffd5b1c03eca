/** Settings of the toolbar, for stories that show how something looks in them. */
export const phone = { viewport: { value: 'phone', isRotated: false } } as const;
export const narrow = { viewport: { value: 'narrow', isRotated: false } } as const;
export const tablet = { viewport: { value: 'tablet', isRotated: false } } as const;
export const page = { viewport: { value: 'page', isRotated: false } } as const;
export const party = { theme: 'party' } as const;
export const spring = { theme: 'spring' } as const;
export const dark = { scheme: 'dark' } as const;
export const elder = { mode: 'elder' } as const;
export const english = { lang: 'en' } as const;
