import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Refusal } from '../http/problem.ts';
import { readIssuers } from '../node/issuers-file.ts';
import { createIssuers, type Issuers } from './issuers.ts';
import { algorithms } from './keys.ts';
import { verifyToken } from './tokens.ts';

const folder = fileURLToPath(new URL('../../../../examples/tokens/', import.meta.url));
const person = z.object({ sub: z.string(), name: z.string(), area: z.string(), roles: z.array(z.string()) });
const algorithm = z.enum(algorithms);
const vectors = z
  .object({
    now: z.number(),
    audience: z.string(),
    issuer: z.looseObject({ iss: z.string() }),
    keys: z.record(algorithm, z.object({ kid: z.string(), file: z.string() })),
    signed: z.array(z.object({ alg: algorithm, person, iat: z.number(), token: z.string(), repeatable: z.boolean() })),
    tokens: z.array(z.object({ name: z.string(), token: z.string(), answer: z.string() })),
  })
  .parse(JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8')));
const { now, audience, issuer, keys, signed, tokens } = vectors;

const scratch = mkdtempSync(join(tmpdir(), 'five-micro-'));
let issuers: Issuers;
beforeAll(async () => {
  const file = join(scratch, 'issuers.json');
  writeFileSync(file, JSON.stringify([issuer]));
  issuers = await createIssuers(await readIssuers(file));
  for (const [alg, key] of Object.entries(keys)) writeFileSync(join(scratch, alg), key.file);
});
afterAll(() => rmSync(scratch, { recursive: true }));

const answerTo = async (token: string) => {
  try {
    await verifyToken(token, issuers, audience, new Date(now * 1000));
    return 'accepted';
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

describe('the shared test vectors', () => {
  it.each(tokens)('hold for this server: a token $name', async ({ token, answer }) => {
    expect(await answerTo(token)).toBe(answer);
  });

  it.each(signed)('hold what $alg signs for $person.name', async ({ token }) => {
    expect(await answerTo(token)).toBe('accepted');
  });
});

const exec = promisify(execFile);
const works = (command: string, ...args: string[]) =>
  exec(command, args).then(
    () => true,
    () => false,
  );

interface Example {
  language: string;
  command: string[];
  /** Whether the machine has what it takes for an algorithm, and makes it ready. */
  runs: (alg: string) => Promise<boolean>;
}

const examples: Example[] = [
  { language: 'Node', command: [process.execPath, 'sign-token.mjs'], runs: async () => true },
  {
    language: 'Java',
    command: ['java', '-cp', scratch, 'SignToken'],
    runs: () => works('javac', '-d', scratch, join(folder, 'SignToken.java')),
  },
  {
    language: 'PHP',
    command: ['php', 'sign-token.php'],
    runs: (alg) =>
      works('php', '-r', `exit(extension_loaded("${{ HS256: 'hash', EdDSA: 'sodium' }[alg] ?? 'openssl'}") ? 0 : 1);`),
  },
  {
    language: 'Python',
    command: ['python3', 'sign_token.py'],
    runs: (alg) => works('python3', '-c', alg === 'HS256' ? 'import hmac' : 'import cryptography'),
  },
  { language: 'Go', command: ['go', 'run', 'sign-token.go'], runs: () => works('go', 'version') },
];
const ready = new Map<string, boolean>();
for (const { language, runs } of examples) {
  for (const alg of algorithms) ready.set(`${language} (${alg})`, await runs(alg));
}
const away = [...ready].flatMap(([name, is]) => (is ? [] : [name]));
const cases = signed
  .flatMap((vector) => examples.map((example) => ({ ...vector, ...example })))
  .filter(({ language, alg }) => ready.get(`${language} (${alg})`));

describe('the example in', () => {
  afterAll(() => {
    if (away.length > 0) console.log(`Not run, because this machine has not what they need: ${away.join(', ')}.`);
  });

  it.each(cases)('$language signs with $alg for $person.name as the vectors do', async (one) => {
    const [command = '', script = '', ...rest] = one.command;
    const { sub, name, area, roles } = one.person;
    const { kid } = keys[one.alg];
    const given = [one.alg, join(scratch, one.alg), kid, issuer.iss, audience, String(one.iat), sub, name, area, roles.join()];
    const { stdout } = await exec(command, [script, ...rest, ...given], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const token = stdout.trim();
    expect(decodeProtectedHeader(token)).toEqual(decodeProtectedHeader(one.token));
    expect(decodeJwt(token)).toEqual(decodeJwt(one.token));
    expect(await answerTo(token)).toBe('accepted');
    // Ed25519 and HMAC know one signature only; ECDSA draws a number each time.
    if (one.repeatable) expect(token).toBe(one.token);
  });

  const whole = examples.filter(({ language }) => algorithms.every((alg) => ready.get(`${language} (${alg})`)));
  it.each(whole)('$language signs nothing with a key that is cut off, or is for another algorithm', async ({ command }) => {
    const [program = '', ...first] = command;
    const rest = ['', issuer.iss, audience, String(now), 'wang', 'Wang', 'yikang', 'resident'];
    writeFileSync(join(scratch, 'short'), 'c2hvcnQ=\n');
    for (const [alg, file] of [
      ['HS256', 'short'],
      ['ES256', 'EdDSA'],
      ['EdDSA', 'ES256'],
      ['none', 'ES256'],
    ] as const) {
      const signing = exec(program, [...first, alg, join(scratch, file), ...rest], { cwd: folder });
      await expect(signing, `${alg} with ${file}`).rejects.toMatchObject({ stdout: '' });
    }
  });
});
