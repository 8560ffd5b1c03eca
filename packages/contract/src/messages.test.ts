import { describe, expect, it } from 'vitest';
import { errorCodes, fieldCodes, languages } from './index.ts';
import { messages } from './messages/index.ts';

/** What a code's words may speak of. A server that refuses with this code gives exactly these. */
const params: Partial<Record<string, string[]>> = {
  'auth.forbidden': ['who'],
  'token.algorithm': ['alg'],
  'token.issuer': ['iss'],
  'token.key': ['alg', 'kid'],
  'token.audience': ['aud', 'expected'],
  'token.not-yet': ['seconds'],
  'token.too-long': ['minutes'],
  'token.area': ['area', 'of'],
  'area.unknown': ['area'],
  'wish.already-claimed': ['name'],
  'action.overlap': ['title'],
  'too-long': ['max'],
  'too-small': ['min'],
  'too-big': ['max'],
  'too-late': ['max'],
  'too-many': ['max'],
};

const interpolated = (words: string) => [...words.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);

describe.each(languages)('the messages in %s', (language) => {
  const { errors, fields, people, who } = messages[language];

  it('have words for every code and for no other', () => {
    expect(Object.keys(errors).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(fields).sort()).toEqual([...fieldCodes].sort());
    for (const words of [...Object.values(errors), ...Object.values(fields), ...Object.values(people), ...Object.values(who)]) {
      expect(words.trim()).not.toBe('');
    }
  });

  it('name the same people who could do what someone may not', () => {
    expect(Object.keys(who)).toEqual(Object.keys(messages['zh-CN'].who));
  });

  it('speak only of what their code is given', () => {
    for (const [code, words] of [...Object.entries(errors), ...Object.entries(fields)]) {
      expect(interpolated(words).sort(), code).toEqual(params[code] ?? []);
    }
  });

  it('do not shout at people', () => {
    for (const [code, words] of [...Object.entries(errors), ...Object.entries(fields)]) expect(words, code).not.toMatch(/[!！]/);
  });
});

it('English has straight quotes: curly ones come out full width in a Chinese font', () => {
  expect(JSON.stringify(messages.en)).not.toMatch(/[‘’“”]/);
});

it('English has no Chinese words left in it', () => {
  expect(JSON.stringify(messages.en)).not.toMatch(/\p{Script=Han}/u);
});
