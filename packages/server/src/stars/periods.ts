/** The year in Asia/Shanghai, which is eight hours ahead all year. */
export const thisYear = (at: Date): string => String(new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear());
