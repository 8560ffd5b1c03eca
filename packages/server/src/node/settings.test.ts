import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlainError } from './plain-error.ts';
import { mayDemo, readArguments } from './settings.ts';

const read = (argv: string[], env: NodeJS.ProcessEnv = {}) => readArguments(argv, env).settings;

describe('settings', () => {
  it('have a value where nothing is said', () => {
    expect(read([])).toEqual({
      host: 'localhost',
      port: 8080,
      dataDir: resolve('data'),
      databaseUrl: null,
      publicUrl: null,
      allowedOrigins: [],
      trustedProxies: 0,
      secretFile: resolve('data/secret'),
      issuersFile: null,
      audience: 'five-micro',
      rateLimits: true,
      webhooksPrivate: false,
    });
  });

  it('come from the environment, and before it from flags', () => {
    expect(read(['--port', '1', '--rate-limits=off'], { PORT: '2', DATA_DIR: '/srv/fm' })).toMatchObject({
      port: 1,
      dataDir: '/srv/fm',
      secretFile: '/srv/fm/secret',
      rateLimits: false,
    });
  });

  it('take the address of a portal or of its API', () => {
    for (const address of ['https://portal.example', 'https://portal.example/', 'https://portal.example/api/v1/'])
      expect(read(['--public-url', address]).publicUrl).toBe('https://portal.example/api/v1');
    expect(read(['--allowed-origins', 'https://a.example/, http://localhost:*']).allowedOrigins).toEqual([
      'https://a.example',
      'http://localhost:*',
    ]);
  });

  it.each([
    [['--port', '80a'], 'PORT must be a whole number up to 65535, not "80a".'],
    [['--port', '70000'], 'PORT must be a whole number up to 65535, not "70000".'],
    [['--rate-limits', 'no'], 'RATE_LIMITS must be on or off, not "no".'],
    [['--public-url', 'portal'], 'PUBLIC_URL must be an address like https://portal.example, not "portal".'],
    [
      ['--allowed-origins', 'javascript:1'],
      'ALLOWED_ORIGINS holds "javascript:1", which is no origin like https://portal.example.',
    ],
    [['--prot', '1'], "Unknown option '--prot'."],
  ])('that make no sense are refused in one line: %s', (argv, words) => {
    expect(() => read(argv)).toThrow(new PlainError(words));
  });

  it.each([
    [[], true],
    [['--host', '127.0.0.1'], true],
    [['--public-url', 'http://localhost:8080'], true],
    [['--host', '0.0.0.0'], false],
    [['--issuers-file', 'issuers.json'], false],
    [['--public-url', 'https://portal.example'], false],
    [['--trust-proxy', '1'], false],
  ])('allow the demo sign-in on this machine only: %s → %s', (argv, allowed) => {
    expect(mayDemo(read(argv))).toBe(allowed);
  });
});
