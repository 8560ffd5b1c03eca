/** Days as the community counts them: in Asia/Shanghai, whatever the phone says, written `2026-11-30`. */

const oneDay = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * oneDay).toISOString().slice(0, 10);
}

/** A moment in the middle of the day, for those who format moments. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+08:00`);

/** 0 is Sunday, as `Date` has it. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

export type DayName = 'today' | 'tomorrow' | 'saturday' | 'sunday' | 'nextSaturday';

/**
 * The days that people mean when they promise something: today, tomorrow and the weekend day after that. None is
 * offered twice, and none beyond `last`. On a weekend, Saturday is the next week's and says so.
 */
export function likelyDays(today: string, last: string): { name: DayName; day: string }[] {
  const now = weekday(today);
  const weekend: { name: DayName; day: string } =
    now === 5
      ? { name: 'sunday', day: addDays(today, 2) }
      : now === 6 || now === 0
        ? { name: 'nextSaturday', day: addDays(today, now === 6 ? 7 : 6) }
        : { name: 'saturday', day: addDays(today, 6 - now) };
  const days: { name: DayName; day: string }[] = [
    { name: 'today', day: today },
    { name: 'tomorrow', day: addDays(today, 1) },
    weekend,
  ];
  return days.filter(({ day }) => day <= last);
}
