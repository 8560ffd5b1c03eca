import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { addDays, isDay, likelyDays } from './wish-days.ts';

const names = (today: string, last = addDays(today, 7)) =>
  likelyDays(today, last).map(({ name, day }) => `${name} ${day.slice(5)}`);

describe('the days that people mean', () => {
  it('are today, tomorrow and Saturday', () => {
    expect(names('2026-11-23')).to.deep.equal(['today 11-23', 'tomorrow 11-24', 'saturday 11-28']);
  });

  it('are never offered twice: on a Friday, Saturday is tomorrow', () => {
    expect(names('2026-11-27')).to.deep.equal(['today 11-27', 'tomorrow 11-28', 'sunday 11-29']);
  });

  it('name the next week’s Saturday as such on a weekend', () => {
    expect(names('2026-11-28')).to.include('nextSaturday 12-05');
    expect(names('2026-11-29')).to.include('nextSaturday 12-05');
  });

  it('end with the lease', () => {
    expect(names('2026-11-23', '2026-11-24')).to.deep.equal(['today 11-23', 'tomorrow 11-24']);
  });

  it('cross the end of a month and of a year', () => {
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect([isDay('2026-02-30x'), isDay(''), isDay('2026-11-30')]).to.deep.equal([false, false, true]);
  });
});
