/** Days as the list is asked for them: `2026-11-23`, in Asia/Shanghai. */

/** Some days later, or earlier. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The Monday of its week. */
export const mondayOf = (date: string): string => dayAfter(date, -((new Date(date).getUTCDay() + 6) % 7));
