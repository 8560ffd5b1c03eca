import { ensureEmbed } from '../scripts/embed.mjs';

/** What a browser gets from the server is what the sources say now, whoever starts the tests. */
export default (): Promise<void> => ensureEmbed();
