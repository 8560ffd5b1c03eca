import { Refusal } from '../http/problem.ts';

const dayLength = 24 * 60 * 60 * 1000;
const inShanghai = 8 * 60 * 60 * 1000;

/** The day in Shanghai, as `2026-11-30`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + inShanghai).toISOString().slice(0, 10);

/** The last moment of a day in Shanghai. */
export const endOf = (day: string): Date => new Date(`${day}T23:59:59+08:00`);

/** The end of the day so many days from now. */
export const inDays = (at: Date, days: number): Date => endOf(dayOf(new Date(at.getTime() + days * dayLength)));

/** @throws {Refusal} where the day is over */
export function demandAhead(path: string, day: string, at: Date): void {
  if (day < dayOf(at)) throw new Refusal('request.invalid', { fields: [{ path, code: 'past' }] });
}

/** @throws {Refusal} where the day has not come: nobody reports what is not yet */
export function demandReached(path: string, day: string, at: Date): void {
  const today = dayOf(at);
  if (day > today) throw new Refusal('request.invalid', { fields: [{ path, code: 'too-late', params: { max: today } }] });
}
