import { describe, expect, it } from 'vitest';
import { commaList, countGraphemes, moment, page, text } from './checks.ts';
import { newMember, newWish } from './index.ts';
import * as z from 'zod/mini';

describe('text of a person', () => {
  it('is counted as a reader counts it', () => {
    expect(countGraphemes('𠮷田')).toBe(2);
    expect(countGraphemes('👨‍👩‍👧')).toBe(1);
    expect(text(3).parse('👨‍👩‍👧𠮷é')).toBe('👨‍👩‍👧𠮷é');
    expect(text(2).safeParse('一二三').success).toBe(false);
  });

  it('is trimmed, and control and direction characters become spaces', () => {
    expect(text(20).parse('  一盏\u202e灯\u0007 ')).toBe('一盏 灯');
  });

  it('keeps line breaks', () => {
    expect(text(20).parse('一\n二')).toBe('一\n二');
  });

  it('is too short when only blanks are left of it', () => {
    expect(text(20).safeParse(' \u200b ').success).toBe(false);
  });

  it('is refused by its raw length before graphemes are counted', () => {
    const result = text(60).safeParse('e'.padEnd(100_000, '\u0301'));
    expect(result.error?.issues[0]).toMatchObject({ code: 'too_big', maximum: 960 });
  });
});

describe('a moment', () => {
  it('is answered in UTC', () => {
    expect(moment.parse('2026-11-30T09:00:00+08:00')).toBe('2026-11-30T01:00:00.000Z');
  });

  it('given as a day means the end of that day in Nanjing', () => {
    expect(moment.parse('2026-11-30')).toBe('2026-11-30T15:59:59.000Z');
  });

  it.each(['2026-02-30', '2026-11-30T09:00', 'tomorrow', ''])('is not %j', (raw) => {
    expect(moment.safeParse(raw).success).toBe(false);
  });
});

describe('what a list can be asked', () => {
  const query = z.strictObject(page);

  it.each(['0', '101', '1.5', 'x', '-1'])('is refused with limit %s', (limit) => {
    expect(query.safeParse({ limit }).success).toBe(false);
  });

  it('reads numbers out of the query string', () => {
    expect(query.parse({ limit: '100' })).toEqual({ limit: 100 });
  });

  it('takes only known options of a comma list', () => {
    const list = commaList(['open', 'claimed']);
    expect(list.parse('open,,claimed')).toEqual(['open', 'claimed']);
    expect(list.safeParse('open,secret').success).toBe(false);
  });
});

describe('a new wish', () => {
  it('needs a title and a kind', () => {
    expect(newWish.safeParse({ title: '换一盏灯', kind: 'service' }).success).toBe(true);
    expect(newWish.safeParse({ title: '换一盏灯' }).success).toBe(false);
  });

  it('takes no field that only the server sets', () => {
    for (const field of ['status', 'points', 'wisher', 'id', 'area', 'can']) {
      expect(newWish.safeParse({ title: '换一盏灯', kind: 'service', [field]: 'x' }).success, field).toBe(false);
    }
  });

  it('takes a title of 60 characters and not of 61', () => {
    expect(newWish.safeParse({ title: '𠮷'.repeat(60), kind: 'item' }).success).toBe(true);
    expect(newWish.safeParse({ title: '𠮷'.repeat(61), kind: 'item' }).success).toBe(false);
  });
});

it('a phone number has no letters', () => {
  expect(newMember.safeParse({ name: '王奶奶', phone: '138 0000 8000' }).success).toBe(true);
  expect(newMember.safeParse({ name: '王奶奶', phone: '138-call-me' }).success).toBe(false);
});
