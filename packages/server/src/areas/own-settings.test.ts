import { describe, expect, it } from 'vitest';
import { checkSettings } from './own-settings.ts';

const faultsOf = (given: unknown) => {
  const checked = checkSettings(given);
  return checked.ok ? [] : checked.faults;
};

describe('the settings of an area', () => {
  it('may be all of what an area can decide, and null to inherit', () => {
    const given = {
      features: ['wishes'],
      theme: 'party',
      links: { wish: '/wishes.html?wish={id}', desk: 'https://portal.example/desk' },
      leaseDays: 5,
      correctionSupport: 5,
      contact: null,
      watchWords: [{ word: '刷单', reason: '多半是诈骗' }],
      points: { 'wish-helped': { amount: 20, daily: 60 }, 'action-hour': { amount: 0, daily: null }, vote: { amount: 2 } },
      retention: { contactDays: 0 },
    };
    expect(checkSettings(given)).toEqual({ ok: true, change: given });
  });

  it.each([
    [{ watchword: [] }, /no setting "watchword"/],
    [{ catalogue: null }, /no setting "catalogue"/],
    [{ theme: 'gold' }, /"theme" must be one of neutral, party, spring/],
    [{ links: { wish: 'javascript:alert(1)' } }, /"links.wish"/],
    [{ links: { wish: '//elsewhere.example/x' } }, /"links.wish"/],
    [{ links: { wish: 'https:///x' } }, /"links.wish"/],
    [{ retention: { contactDays: -1 } }, /"retention.contactDays"/],
    [{ retention: { contactDays: 30, nameDays: 1 } }, /no setting "retention.nameDays"/],
    [{ watchWords: [{ word: ' ', reason: 'x' }] }, /"watchWords.0.word"/],
    [{ leaseDays: 0.5 }, /"leaseDays"/],
    [{ correctionSupport: 0 }, /"correctionSupport"/],
    [{ points: { sharing: { amount: 1 } } }, /points/],
    [{ points: { vote: { amount: -1 } } }, /"points.vote.amount"/],
    [{ points: { vote: { daily: 3 } } }, /"points.vote.amount"/],
    [[], /""/],
  ])('may not be %j', (given, fault) => {
    expect(faultsOf(given)).toHaveLength(1);
    expect(faultsOf(given)[0]).toMatch(fault);
  });
});
