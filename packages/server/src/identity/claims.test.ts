import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../http/problem.ts';
import { oneDatabase } from '../testing/databases.ts';
import { audience } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { Role } from './caller.ts';
import { placeOf } from './claims.ts';
import { createIssuers } from './issuers.ts';
import { resolveCaller } from './resolve.ts';

describe.each(oneDatabase)('what a portal may say of people, on $name', ({ open }) => {
  let world: Awaited<ReturnType<typeof createWorld>>;
  beforeAll(async () => {
    world = await createWorld(open);
  });
  afterAll(() => world.stop());

  /** Where a portal of a street puts someone, with the roles that it may give. */
  async function placed(claims: Record<string, unknown>, { area = 'south', roles = ['resident', 'worker'] as Role[] } = {}) {
    const issuers = await createIssuers([{ iss: 'https://street.example', area, roles, origins: [] }]);
    const issuer = issuers.get('https://street.example');
    if (!issuer) throw new Error('the street has no portal');
    try {
      const place = await placeOf(world.db, { issuer, payload: claims });
      return { home: place.home?.slug, roles: place.roles.map(({ role, slug }) => `${role}@${slug}`) };
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, ...error.params };
      throw error;
    }
  }

  it('holds for its own area and all below, and for nothing beside or above it', async () => {
    expect(await placed({ area: 'east', roles: ['resident'] })).toEqual({ home: 'east', roles: ['resident@east'] });
    expect(await placed({ area: 'south', roles: ['worker'] })).toEqual({ home: 'south', roles: ['worker@south'] });
    for (const area of ['here', 'away', 'far', 'nowhere', 'South'])
      expect(await placed({ area, roles: ['resident'] })).toEqual({ code: 'token.area', area, of: 'south' });
    expect(await placed({ area: 'east', roles: ['worker@west', 'worker@here', 'worker@far'] })).toEqual({
      home: 'east',
      roles: ['worker@west'],
    });
  });

  it('holds for the roles that it is registered to give; others are as if they had not been said', async () => {
    const claims = { area: 'east', roles: ['resident', 'volunteer', 'worker', 'officer', 'king'] };
    expect(await placed(claims)).toEqual({ home: 'east', roles: ['resident@east', 'worker@east'] });
    expect(await placed(claims, { roles: [] })).toEqual({ home: 'east', roles: [] });
  });

  it('holds for nobody where its own area is not there', async () => {
    expect(await placed({ area: 'east' }, { area: 'gone' })).toEqual({ code: 'token.area', area: 'gone', of: 'gone' });
  });

  it('makes representatives of the organisations of its own area alone, and only where it may', async () => {
    const secret = new Uint8Array(32).fill(7);
    const issuers = await createIssuers([
      ...['south', 'west'].map((area) => ({ iss: `https://${area}.example`, area, secrets: [secret], origins: [] })),
      // A website that knows its residents and nobody's office.
      { iss: 'https://plain.example', area: 'south', roles: ['resident'], secrets: [secret], origins: [] },
    ]);
    const said: unknown[] = [];
    const log = { ...world.ports.log, error: (...line: unknown[]) => said.push(line) };
    const signedBy = async (portal: string) => {
      const seconds = Math.floor(world.now().getTime() / 1000);
      const orgs = ['branch', 'strangers'].map((slug) => ({ slug, role: 'representative' }));
      const token = await new SignJWT({ iss: `https://${portal}.example`, sub: 'zheng', aud: audience, orgs, area: 'west' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 600)
        .sign(secret);
      const { caller } = await resolveCaller({ ...world.ports, issuers, log }, `Bearer ${token}`);
      if (caller.kind === 'visitor') throw new Error('Nobody is signed in.');
      return { actsFor: caller.organisations.map(({ slug }) => slug), ties: caller.tiedTo.length };
    };
    // The branch is in the east: the west's portal has no say there.
    expect(await signedBy('south')).toEqual({ actsFor: ['branch'], ties: 1 });
    expect(await signedBy('plain')).toEqual({ actsFor: [], ties: 0 });
    expect(await signedBy('west')).toEqual({ actsFor: [], ties: 0 });
    // Its operator is told, and not with each request; of whom and for whom is not for a log.
    await signedBy('plain');
    expect(said).toEqual([[expect.stringContaining('representative'), { iss: 'https://plain.example' }]]);
  });
});
