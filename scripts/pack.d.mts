export function packTo(folder: string): Promise<Record<string, string>>;
