/** Builds the drop-in files where they are missing or older than what they are made of. */
export function ensureEmbed(): Promise<void>;
