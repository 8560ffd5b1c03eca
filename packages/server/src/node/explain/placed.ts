import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@five-micro/contract';
import type { JWTPayload } from 'jose';
import { Refusal } from '../../http/problem.ts';
import { placeOf } from '../../identity/claims.ts';
import type { Issuer } from '../../identity/issuers.ts';
import { findMember, refuseRevoked } from '../../identity/resolve.ts';
import { shown } from '../../identity/tokens.ts';
import type { Db } from '../../ports.ts';
import { stderrLog } from '../command.ts';
import { openDatabase } from '../database.ts';
import { DatabaseFault } from '../database-fault.ts';
import { messageOf } from '../plain-error.ts';
import type { NodeSettings } from '../settings.ts';
import { bad, type Finding, good, note, unknown } from './findings.ts';

/** What only the database knows: whether the areas are there, and whether anything was revoked. */
export interface Placed {
  findings: Finding[];
  /** Undefined where it could not be asked. */
  refusal: Refusal | 'none' | undefined;
}

/** How it is said, and whether a running server is asked as well. */
interface Manner {
  language: Language;
  asksServer: boolean;
}

interface Asked {
  issuer: Issuer;
  payload: JWTPayload;
}

/** Looks into the database where it is there and nobody else has it. */
export async function placed(
  settings: NodeSettings,
  { language, asksServer }: Manner,
  asked: Asked | undefined,
): Promise<Placed> {
  if (!asked) return { findings: [unknown('area', 'unlooked')], refusal: undefined };
  const notLooked = (error: unknown): Placed => {
    const words = error instanceof DatabaseFault ? error.in(language) : messageOf(error);
    // It goes on in the middle of a line.
    const why = words.replace(/[.。]$/, '').replace(/^There is/, 'there is');
    return { findings: [unknown('area', 'area-unlooked', { why }, asksServer ? [] : ['ask-server'])], refusal: undefined };
  };
  if (settings.databaseUrl === null && !existsSync(join(settings.dataDir, 'database')))
    return notLooked(new DatabaseFault('none', { dataDir: settings.dataDir }));
  let database: Awaited<ReturnType<typeof openDatabase>>;
  try {
    database = await openDatabase(settings, stderrLog, { migrating: false });
  } catch (error) {
    return notLooked(error);
  }
  try {
    return await look(database.db, asked);
  } finally {
    await database.close();
  }
}

async function look(db: Db, { issuer, payload }: Asked): Promise<Placed> {
  const token = { issuer, payload, sub: payload.sub ?? '', issuedAt: payload.iat, expiresAt: payload.exp ?? 0 };
  try {
    const { home, roles, claims, organisations } = await placeOf(db, token);
    const given = roles.map(({ role, slug }) => `${role}@${slug}`);
    const heard = new Set([...given, ...roles.map(({ role }) => role)]);
    const said: unknown[] = Array.isArray(payload['roles']) ? payload['roles'] : [];
    const dropped = said.map(shown).filter((role) => !heard.has(role));
    if (claims.organisations.length > organisations.length) dropped.push('orgs');
    const lists = { roles: given.join(', ') || '–', dropped: dropped.join(', ') };
    const findings = [
      home ? good('area', 'area', { area: home.slug, of: issuer.area }) : note('area', 'no-area'),
      dropped.length > 0 ? note('roles', 'roles-dropped', lists) : good('roles', 'roles', lists),
    ];
    const refusal = await revocation(db, token);
    return {
      findings: [...findings, refusal === 'none' ? good('revoked', 'kept') : bad('revoked', 'revoked')],
      refusal,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { findings: [bad('area', 'strange-area', error.params)], refusal: error };
  }
}

async function revocation(db: Db, token: Parameters<typeof refuseRevoked>[1]): Promise<Refusal | 'none'> {
  try {
    await refuseRevoked(db, token, (await findMember(db, token))?.not_before ?? null);
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
