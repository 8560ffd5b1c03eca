import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { databases } from '../../server/src/testing/databases.ts';
import { against, audience, issuer, type OwnServer, plainIssuer, ran, secretIssuer, startOwn } from './testing/own-server.ts';

describe('the kit', () => {
  let own: OwnServer;
  beforeAll(async () => {
    own = await startOwn(databases[0]?.open ?? nothing, { rateLimits: false });
  }, 120_000);
  afterAll(() => own.stop());

  /** A portal's own signer: everything of it is one command. */
  async function command(body: string): Promise<string> {
    const path = join(own.folder, 'sign.mjs');
    const jose = import.meta.resolve('jose');
    const text = [
      `import { importJWK, SignJWT } from ${JSON.stringify(jose)};`,
      `import { readFileSync } from 'node:fs';`,
      `const key = await importJWK(JSON.parse(readFileSync(${JSON.stringify(own.key)}, 'utf8')), 'ES256');`,
      `const claims = JSON.parse(readFileSync(0, 'utf8'));`,
      body,
      `process.stdout.write(await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(key));`,
    ].join('\n');
    await writeFile(path, text);
    return `node ${JSON.stringify(path)}`;
  }
  const place = () => [own.url, '--area', 'south', '--communities', 'east,west', '--issuer', issuer, '--audience', audience];

  it('takes tokens from a command of the portal’s, bad ones too where it makes them', async () => {
    const { code, lines } = await ran(
      ...place(),
      '--token-command',
      await command(''),
      '--only',
      'tokens/expired,tokens/audience,tokens/other-key',
    );
    expect(lines).toEqual([
      expect.stringMatching(/^skip {2}tokens\/other-key .+ — skipped: this needs a --key$/),
      expect.stringMatching(/^ok {4}tokens\/expired /),
      expect.stringMatching(/^ok {4}tokens\/audience /),
      '2 passed, 0 failed, 1 skipped',
      '1 skipped because this needs a --key',
      expect.stringMatching(/^Left behind in south and below: 1 members\./),
    ]);
    expect(code).toBe(0);
  });

  it('signs by a secret, a JWK or a PEM, and by the command that the documents show', async () => {
    const files = { secret: join(own.folder, 'secret'), pem: join(own.folder, 'key.pem'), sign: join(own.folder, 'sign.mjs') };
    await writeFile(files.secret, `${own.secret}\n`);
    const jwk = JSON.parse(await readFile(own.key, 'utf8'));
    await writeFile(files.pem, createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }));
    const document = await readFile(new URL('../../../docs/conformance.md', import.meta.url), 'utf8');
    await writeFile(files.sign, /```js\n([\s\S]+?)```/.exec(document)?.[1] ?? '');
    const ways = [
      ['--issuer', issuer, '--key', own.key],
      ['--issuer', issuer, '--key', files.pem],
      ['--issuer', secretIssuer, '--key', files.secret],
      ['--issuer', secretIssuer, '--token-command', `KIT_SECRET=${own.secret} node ${JSON.stringify(files.sign)}`],
    ];
    for (const way of ways) {
      const { code, lines } = await ran(
        own.url,
        '--area',
        'south',
        '--communities',
        'east,west',
        '--audience',
        audience,
        ...way,
        '--only',
        'tokens/one-member,tokens/altered',
      );
      expect(lines.slice(0, 3)).toEqual([
        expect.stringMatching(/^ok {4}tokens\/altered/),
        expect.stringMatching(/^ok {4}tokens\/one-member/),
        '2 passed, 0 failed, 0 skipped',
      ]);
      expect(code).toBe(0);
    }
  });

  it('skips and says so where the command signs what it thinks right, or nothing', async () => {
    for (const stubborn of [
      'claims.exp = claims.iat + 600; delete claims.nbf;',
      'if (claims.exp < Date.now() / 1000) process.exit(3);',
    ]) {
      const { code, lines } = await ran(
        ...place(),
        '--token-command',
        await command(stubborn),
        '--only',
        'tokens/expired,tokens/none',
      );
      expect(lines[1]).toMatch(/^skip {2}tokens\/expired .+ — skipped: the token command does not sign such claims/);
      expect(lines[0]).toMatch(/^ok {4}tokens\/none/);
      expect(code).toBe(0);
    }
  });

  it('counts what the server does not offer, and fails for it where that was asked', async () => {
    const quiet = [
      own.url,
      '--area',
      'south',
      '--communities',
      'quiet,west',
      '--issuer',
      issuer,
      '--audience',
      audience,
      '--key',
      own.key,
    ];
    const some = ['--only', 'tokens/none,stars/contest,live/refused,uploads/no-picture', '--without', 'live,uploads'];
    const { code, lines } = await ran(...quiet, ...some);
    expect(code).toBe(0);
    expect(lines.slice(4, -1)).toEqual([
      '1 passed, 0 failed, 3 skipped',
      '1 skipped because quiet does not have “stars” among its features',
      '1 skipped because the server has no live (--without)',
      '1 skipped because the server has no uploads (--without)',
    ]);
    expect((await ran(...quiet, ...some, '--no-skips')).code).toBe(1);
    const nothing = await ran(...quiet, '--only', 'stars');
    expect([nothing.code, nothing.complaints]).toEqual([1, ['Nothing was tried: everything that was chosen is skipped.']]);
  });

  it('works in the area itself where there is nothing below it, and leaves out what needs two', async () => {
    const alone = [own.url, '--area', 'east', '--issuer', issuer, '--audience', audience, '--key', own.key];
    const { code, lines } = await ran(...alone, '--only', 'areas/tree,areas/only-at-home');
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('ok'))).toHaveLength(1);
    expect(lines).toContain('1 skipped because there is no second area below east');
  });

  it('asks about representatives only where it needs them, and counts the organisation that it asked with', async () => {
    const plain = [own.url, '--area', 'south', '--communities', 'east,west', '--audience', audience, '--key', own.key];
    const { code, lines } = await ran(
      ...plain,
      '--issuer',
      plainIssuer,
      '--only',
      'organisations,tokens/none',
      '--without',
      'organisations',
    );
    expect([code, lines.at(-1)]).toEqual([0, expect.stringContaining(': 1 members.')]);
    const asked = await ran(...plain, '--issuer', issuer, '--only', 'organisations/by-token');
    expect([asked.code, asked.lines.at(-1)]).toEqual([0, expect.stringMatching(/: 6 members, 2 organisations\./)]);
  });

  it('does not begin where nothing could be learnt, and says why in one line', async () => {
    const says = async (...argv: string[]) => {
      const { code, lines, complaints } = await ran(...argv);
      expect([code, lines, complaints.length]).toEqual([2, [], 1]);
      return complaints[0];
    };
    const rest = ['--issuer', issuer, '--key', own.key];
    expect(await says(own.url, '--area', 'atlantis', ...rest)).toMatch(
      /expected GET \/areas\/atlantis answered with 200, and got 404 area\.unknown/,
    );
    expect(await says('http://127.0.0.1:9', '--area', 'south', ...rest)).toMatch(/expected an answer to GET \/areas\/south/);
    // Made for the kit it would have two: the others are somebody's.
    expect(await says(own.url, '--area', 'south', ...rest)).toBe(
      'south has 3 areas below it: say which two are made for the kit, with --communities A,B.',
    );
    const two = ['--communities', 'east,west'];
    expect(await says(own.url, '--area', 'south', ...two, ...rest)).toMatch(
      /does not believe the kit’s tokens .+: 401 token\.audience/,
    );
    const modest = own.behind(async (request, address) => {
      const response = await own.handler(request, address);
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      return new Response((await response.text()).replace('"role":"officer"', '"role":"guest"'), {
        status: response.status,
        headers,
      });
    });
    const { url, stop } = await modest;
    expect(await says(url, '--area', 'south', ...two, '--audience', audience, ...rest)).toBe(
      `The server does not let issuer ${issuer} give the roles officer in east. See docs/conformance.md.`,
    );
    await stop();
    const plain = ['--issuer', plainIssuer, '--key', own.key, '--audience', audience];
    expect(await says(own.url, '--area', 'south', ...two, ...plain, '--only', 'organisations')).toBe(
      `The server does not let issuer ${plainIssuer} make representatives of organisations in east: register it with the role representative too, or leave them out with --without organisations. See docs/conformance.md.`,
    );
    expect(await says(own.url, '--area', 'south', '--communities', 'far', ...rest)).toBe(
      'far is not below south: the kit keeps to its own area.',
    );
  });

  it('writes its results for programs: JSON, and JUnit as CI servers read it', async () => {
    const [json, junit] = [join(own.folder, 'results.json'), join(own.folder, 'results.xml')];
    const front = await own.behind(async (request, address) =>
      request.url.endsWith('/nothing-of-the-kind')
        ? new Response('<h1>"Oh" & no</h1>', { status: 404 })
        : own.handler(request, address),
    );
    const only = ['--only', 'answers/no-such-path,answers/request-id'];
    const { code } = await against(own, front.url, ...only, '--json', json, '--junit', junit);
    expect(code).toBe(1);
    const read = z.object({ passed: z.number(), failed: z.number(), results: z.array(z.record(z.string(), z.unknown())) });
    const { passed, failed, results } = read.parse(JSON.parse(await readFile(json, 'utf8')));
    expect([passed, failed]).toEqual([1, 1]);
    expect(results[0]).toMatchObject({
      name: 'answers/no-such-path',
      state: 'failed',
      rule: 'docs/api-rules.md#refusals, request.not-found, request.method',
      expected: 'GET /nothing-of-the-kind refused as application/problem+json',
      exchanges: [{ asked: 'GET /nothing-of-the-kind', status: 404 }],
    });
    const xml = await readFile(junit, 'utf8');
    expect(xml).toMatch(/<testsuites tests="2" failures="1" skipped="0"/);
    expect(xml).toMatch(/<testcase classname="answers" name="no-such-path: .+"[^>]*><failure message="expected GET /);
    expect(xml.replace(/&(?:amp|lt|gt|quot|#10);/g, '')).not.toMatch(/&|<h1>/);
    const said = await against(own, front.url, ...only, '--json', '-');
    expect(JSON.parse(said.lines.join('\n'))).toMatchObject({ failed: 1 });
    await front.stop();
  });
});

function nothing(): never {
  throw new Error('No database to test with.');
}
