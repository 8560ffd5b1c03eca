import type { UserConfig } from 'vite';

/** While developing and previewing, the Five Micro server answers below the portal's own address. */
const server = process.env['FIVE_MICRO'] ?? 'http://localhost:8080';
const proxy = { '/api': server, '/portal': server };

export const shared: UserConfig = { server: { proxy }, preview: { proxy } };
