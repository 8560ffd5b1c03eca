import { describe, expect, it } from 'vitest';
import { foldForSearch, maskName, maskPhone } from './names.ts';

describe('a masked name', () => {
  it.each([
    ['王小明', '王**'],
    ['王', '王**'],
    ['欧阳修文', '欧阳**'],
    // Two characters can be a surname and a name: 欧 is one too.
    ['欧阳', '欧**'],
    ['古丽·阿不都', '古丽**'],
    ['阿迪力•买买提', '阿迪力**'],
    ['𠮷田花子', '𠮷**'],
    ['Ann Smith', 'A**'],
    ['  李桂芳 ', '李**'],
    ['', '**'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('a masked phone number', () => {
  it.each([
    ['13812348000', '138****8000'],
    ['138 1234 8000', '138****8000'],
    ['025-86800', '****00'],
  ])('%s is shown as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe('text for searching', () => {
  it('folds full-width forms and case, and caps what folding made longer', () => {
    expect(foldForSearch('ＡＢＣ１２３')).toBe('abc123');
    expect(foldForSearch('㍿'.repeat(100), 200)).toHaveLength(200);
  });
});
