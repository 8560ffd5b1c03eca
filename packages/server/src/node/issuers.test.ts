import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyToken } from '../identity/tokens.ts';
import { run } from '../testing/server-process.ts';
import { readIssuers } from './issuers-file.ts';
import { watchIssuers } from './issuers-watched.ts';
import { keyShelf } from './key-shelf.ts';

const folder = mkdtempSync(join(tmpdir(), 'five-micro-'));
const file = join(folder, 'issuers.json');
const secretFile = join(folder, 'portal.secret');
const issuers = (...more: string[]) => run('issuers', ...more, '--issuers-file', file);
const iss = 'https://portal.example';
const who = ['--iss', iss, '--area', 'jianye', '--role', 'resident', '--role', 'volunteer', '--origin', iss];
const add = (...more: string[]) => issuers('add', ...who, ...more);
const written = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('five-micro issuers', () => {
  it('registers a portal with a secret that it makes, for its owner’s eyes alone', async () => {
    const { code, stdout, stderr } = await add('--secret-file', secretFile);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${iss} is registered for jianye`);
    const secret = readFileSync(secretFile, 'utf8');
    expect(Buffer.from(secret, 'base64')).toHaveLength(32);
    expect(written()).toEqual([{ iss, area: 'jianye', roles: ['resident', 'volunteer'], origins: [iss], secret }]);
    for (const path of [file, secretFile]) expect(statSync(path).mode & 0o077).toBe(0);
    expect((await readIssuers(file))[0]?.secrets?.[0]).toEqual(new Uint8Array(Buffer.from(secret, 'base64')));
  });

  it('registers public keys as PEM, and keeps nothing of a private one', async () => {
    for (const pair of [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ed25519')]) {
      rmSync(file, { force: true });
      const pem = join(folder, 'portal.pem');
      writeFileSync(pem, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
      expect(await add('--public-key', pem, '--kid', '2026')).toMatchObject({ code: 0, stderr: '' });
      const { keys } = (await readIssuers(file))[0]?.jwks ?? {};
      expect(keys).toEqual([{ ...pair.publicKey.export({ format: 'jwk' }), kid: '2026' }]);
    }
  });

  it('lists who is believed, for what, and what each has published now', async () => {
    const { publicKey } = await generateKeyPair('ES256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] };
    const portal = createServer((_, response) => response.end(JSON.stringify(keys)));
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    const { port } = portal.address() as AddressInfo;
    await add('--jwks-url', `http://127.0.0.1:${port}/keys`);
    const listed = await issuers();
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout.split('\n')).toEqual([
      iss,
      '  area     jianye, and all below',
      '  roles    resident, volunteer',
      `  origins  ${iss}`,
      '  keys     one (ES256)',
      '',
    ]);
    await new Promise((resolve) => portal.close(resolve));
    const away = await issuers();
    expect(away.code).toBe(1);
    expect(away.stdout).toContain('  keys     NONE');
    expect(away.stderr).toContain('could not be read');
  });

  it('takes one away, and leaves the others as they were', async () => {
    await add('--secret-file', secretFile);
    const before = written();
    await issuers('add', '--iss', 'https://other.example', '--area', 'gulou', '--role', 'resident', '--secret-file', secretFile);
    expect(await issuers('remove', '--iss', 'https://other.example')).toMatchObject({ code: 0 });
    expect(written()).toEqual(before);
  });

  it('says in one line what it does not understand, and writes nothing', async () => {
    const short = join(folder, 'short.secret');
    writeFileSync(short, Buffer.alloc(31).toString('base64'));
    const sentence = join(folder, 'sentence.secret');
    writeFileSync(sentence, 'a secret of many words, which is not base64 at all');
    const rsa = join(folder, 'rsa.pem');
    writeFileSync(rsa, generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }));
    const lines = [
      [await run('issuers'), /--issuers-file/],
      [await issuers(), /^There is no .+issuers\.json, .+"five-micro issuers add" makes it\.$/m],
      [await issuers('change'), /"add" and "remove"/],
      [await add(), /one way to verify/],
      [await add('--jwks-url', 'http://portal.example/keys'), /must begin with https/],
      [await add('--secret-file', short), /31 bytes/],
      [await add('--secret-file', sentence), /not base64/],
      [await add('--public-key', rsa), /neither P-256 nor Ed25519/],
      [await add('--public-key', sentence), /no public key/],
      [await add('--origin', 'portal.example/', '--secret-file', secretFile), /no origin/],
      [await issuers('add', ...who, '--role', 'king', '--secret-file', secretFile), /no role "king"/],
      [await issuers('add', '--iss', iss, '--area', 'jianye', '--secret-file', secretFile), /--role is missing/],
    ] as const;
    for (const [{ code, stdout, stderr }, words] of lines) {
      expect([code, stdout, stderr.trim().split('\n').length], stderr).toEqual([1, '', 1]);
      expect(stderr).toMatch(words);
    }
    expect(existsSync(file)).toBe(false);
    await add('--secret-file', secretFile);
    const before = written();
    expect((await add('--secret-file', secretFile)).stderr).toMatch(/is registered: remove it first/);
    expect((await issuers('remove', '--iss', 'https://nobody.example')).stderr).toMatch(/has no https:\/\/nobody\.example/);
    expect(written()).toEqual(before);
  });
});

describe('the file of issuers beside a running server', () => {
  it('is read anew when it changes; what cannot be used changes nothing', async () => {
    await add('--secret-file', secretFile);
    const logged: string[] = [];
    const log = { info: (message: string) => void logged.push(message), error: (message: string) => void logged.push(message) };
    const watched = await watchIssuers(file, { clock: () => new Date(), fetch: globalThis.fetch, log }, 20);
    try {
      expect(watched.all().map((issuer) => issuer.iss)).toEqual([iss]);
      writeFileSync(file, '[{');
      await vi.waitFor(() => expect(logged.at(-1)).toMatch(/cannot be used/), 5000);
      expect(watched.get(iss)?.area).toBe('jianye');
      writeFileSync(
        file,
        JSON.stringify([{ iss: 'https://other.example', area: 'gulou', roles: [], secret: readFileSync(secretFile, 'utf8') }]),
      );
      await vi.waitFor(() => expect(watched.get('https://other.example')?.area).toBe('gulou'), 5000);
      expect(watched.get(iss)).toBe(undefined);
    } finally {
      watched.stop();
    }
  });

  it('has two secrets while one takes the other’s place', async () => {
    const [old, next] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    writeFileSync(
      file,
      JSON.stringify([
        { iss, area: 'jianye', roles: ['resident'], secret: [next, old].map((bytes) => bytes.toString('base64')) },
      ]),
    );
    const log = { info: () => undefined, error: () => undefined };
    const watched = await watchIssuers(file, { clock: () => new Date(), fetch: globalThis.fetch, log });
    const signed = (secret: Uint8Array) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(iss)
        .setSubject('wang')
        .setAudience('us')
        .setExpirationTime('5m')
        .sign(secret);
    try {
      for (const secret of [old, next])
        expect(await verifyToken(await signed(secret), watched, 'us', new Date())).toMatchObject({ sub: 'wang' });
    } finally {
      watched.stop();
    }
  });

  it('that names a portal twice, or says nothing of its roles, is refused', async () => {
    const entry = { iss, area: 'jianye', roles: ['resident'], secret: Buffer.alloc(32, 1).toString('base64') };
    writeFileSync(file, JSON.stringify([entry, entry]));
    await expect(readIssuers(file)).rejects.toThrow(/in it twice/);
    writeFileSync(file, JSON.stringify([{ ...entry, roles: undefined }]));
    await expect(readIssuers(file)).rejects.toThrow(/https:\/\/portal\.example has no "roles"/);
  });

  it('that brings a password along where its keys are published is refused, without saying it again', async () => {
    const entry = { iss, area: 'jianye', roles: [], jwksUrl: 'https://me:secret@portal.example/jwks.json' };
    writeFileSync(file, JSON.stringify([entry]));
    const refused = await readIssuers(file).catch(String);
    expect(refused).toMatch(/https:\/\/portal\.example has a name or password in "jwksUrl"/);
    expect(refused).not.toContain('secret');
  });
});

describe('the shelf of a portal’s keys', () => {
  it('gives back what was put on it, for each portal its own, and nothing where there is nothing', async () => {
    const shelf = keyShelf(join(folder, 'data'));
    expect(await shelf.read(iss)).toBe(undefined);
    await shelf.write(iss, 'one');
    await shelf.write('https://other.example', 'two');
    await shelf.write(iss, 'three');
    expect([await shelf.read(iss), await shelf.read('https://other.example')]).toEqual(['three', 'two']);
  });
});
