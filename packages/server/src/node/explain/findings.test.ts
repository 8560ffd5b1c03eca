import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createIssuers, type Issuers } from '../../identity/issuers.ts';
import { configOf, type IssuerEntry } from '../issuers-file.ts';
import { findingsOf } from './findings.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

const path = fileURLToPath(new URL('../../../../../examples/tokens/vectors.json', import.meta.url));
const { now, audience, issuer, tokens } = z
  .object({
    now: z.number(),
    audience: z.string(),
    issuer: z.custom<IssuerEntry>(),
    tokens: z.array(z.object({ name: z.string(), token: z.string(), answer: z.string() })),
  })
  .parse(JSON.parse(readFileSync(path, 'utf8')));

let issuers: Issuers;
beforeAll(async () => {
  issuers = await createIssuers([configOf(issuer)]);
});
const look = (token: string) => findingsOf(token, { issuers, audience, now: new Date(now * 1000) });

/** What is named as the reason, and which usual mistake it looks like. */
const reasons: Record<string, string> = {
  'cut off': 'form',
  'without a signature': 'algorithm',
  'signed with RS256': 'algorithm rsa',
  'of somebody unknown': 'issuer',
  'with a slash too many in iss': 'issuer slash',
  'with a kid that is not registered': 'key',
  'signed with another private key': 'signature other-key',
  'with the signature in DER': 'signature der',
  'changed after it was signed': 'signature other-key',
  'signed with the text of the secret': 'signature secret-text',
  'signed with another secret': 'signature other-secret',
  'for another service': 'audience',
  'for nobody': 'audience',
  'ended two minutes ago': 'clock clock',
  'from the future': 'clock clock',
  'not to be used before tomorrow': 'clock clock',
  'for two hours': 'lifetime',
  'with its times in milliseconds': 'clock milliseconds',
  'without an end': 'clock',
  'about nobody': 'subject',
};

describe('what is found in a token', () => {
  it.each(tokens)('$name is exactly why it is refused, or nothing', async ({ name, token, answer }) => {
    const bad = (await look(token)).filter(({ verdict }) => verdict === 'bad');
    const said = bad.map(({ check, hints }) => [check, ...hints].join(' '));
    expect(said).toEqual(answer === 'accepted' ? [] : [reasons[name]]);
  });

  it('is all that is wrong with it, not only what a server meets first', async () => {
    const { token = '' } = tokens.find(({ name }) => name === 'for another service') ?? {};
    const [header = '', payload = ''] = token.split('.');
    const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const worse = Buffer.from(JSON.stringify({ ...claims, exp: now + 36_000, sub: 'wang\n' })).toString('base64url');
    const bad = (await look(`${header}.${worse}.c2ln`)).filter(({ verdict }) => verdict === 'bad');
    expect(bad.map(({ check }) => check)).toEqual(['signature', 'audience', 'lifetime', 'subject']);
  });

  it('has words for everything in both languages, which speak of the same things', () => {
    const flat = (words: object): [string, string][] =>
      Object.entries(words).flatMap(([key, value]: [string, string | object]) =>
        typeof value === 'string'
          ? [[key, value]]
          : flat(value).map(([name, text]): [string, string] => [`${key}.${name}`, text]),
      );
    const speaksOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const chinese = new Map(flat(zhCN));
    for (const [key, text] of flat(en)) expect(speaksOf(text), key).toEqual(speaksOf(chinese.get(key) ?? ''));
    expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}|[‘’“”]/u);
  });
});
