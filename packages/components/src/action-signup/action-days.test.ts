import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { leafOf, span } from './action-days.ts';
import { queryOf } from './filters.ts';
import { dayAfter, mondayOf } from './weeks.ts';
import { zhCN } from './words/zh-CN.ts';

const monday = Date.parse('2026-11-23T02:32:00.000Z');

describe('the days of actions', () => {
  it('are days in Shanghai, whatever the phone says', () => {
    expect(leafOf('2026-11-22T16:00:00.000Z', 'zh-CN', monday)).to.include({
      month: '11月',
      date: 23,
      weekday: '周一',
      isToday: true,
    });
    expect(leafOf('2026-11-22T15:59:00.000Z', 'zh-CN', monday)).to.include({ date: 22, weekday: '周日', isToday: false });
    expect(leafOf('2026-12-05T01:00:00.000Z', 'en', monday)).to.include({ month: 'Dec', weekday: 'Sat' });
  });

  it('say when an action ends on the day after', () => {
    expect(span('2026-11-28T01:00:00.000Z', '2026-11-28T03:30:00.000Z', zhCN)).to.equal('9:00–11:30');
    expect(span('2026-11-28T12:00:00.000Z', '2026-11-28T22:00:00.000Z', zhCN)).to.equal('20:00–次日 6:00');
  });

  it('stand in weeks that begin on Monday, over months and years', () => {
    expect(mondayOf('2026-11-29')).to.equal('2026-11-23');
    expect(mondayOf('2026-11-23')).to.equal('2026-11-23');
    expect(mondayOf('2027-01-01')).to.equal('2026-12-28');
    expect(dayAfter('2026-12-28', 7)).to.equal('2027-01-04');
  });

  it('are asked for as the filter says: this week from today on, and a day that is over with what is finished', () => {
    const none = { show: '', category: '', day: '' } as const;
    expect(queryOf({ ...none, show: 'soon' }, monday)).to.include({ from: '2026-11-23', to: '2026-11-29', free: undefined });
    expect(queryOf({ ...none, show: 'free', category: 'care' }, monday)).to.include({ free: 'true', category: 'care', from: '' });
    expect(queryOf({ ...none, day: '2026-11-25' }, monday)).to.include({ from: '2026-11-25', to: '2026-11-25', status: '' });
    expect(queryOf({ ...none, day: '2026-11-20' }, monday).status).to.contain('finished');
  });
});
