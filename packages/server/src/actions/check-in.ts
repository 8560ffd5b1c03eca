import type { CheckInCode } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import { settingsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import type { Secrets } from '../identity/secrets.ts';
import type { Db } from '../ports.ts';
import { countTry, forgiveTry } from './check-in-statements.ts';
import { approach, type Deed, tell } from './deed.ts';
import { permit } from './lifecycle.ts';
import { changeSignUp, signUpOf, type SignUpRow } from './sign-up-statements.ts';
import { subjectOf } from './signing-up.ts';
import { actionById } from './statements.ts';
import { isCheckInTime, leavingAfter } from './times.ts';

/** Milliseconds for which one code is on the screen. */
const step = 30 * 1000;
const minute = 60 * 1000;
/** Tries that one member has for one action in a minute: a million codes would take them four months. */
const mostTries = 5;

const stepAt = (at: Date): number => Math.floor(at.getTime() / step);

/** Six digits that only this server can know: of the HMAC of the action and the step its first 48 bits, modulo a million. */
async function codeOf(secrets: Pick<Secrets, 'sign'>, actionId: string, at: number): Promise<string> {
  const signature = await secrets.sign(`check-in ${actionId} ${at}`);
  const bytes = atob(signature.slice(0, 8).replaceAll('-', '+').replaceAll('_', '/'));
  let number = 0;
  for (const byte of bytes) number = number * 256 + byte.charCodeAt(0);
  return String(number % 1_000_000).padStart(6, '0');
}

/** True of the code of this step and of the one before: whoever types it may be slower than the screen. */
async function isRight({ ports, at, params, body }: Call<'actions.checkIn'>): Promise<boolean> {
  const actionId = (params['id'] ?? '').toLowerCase();
  const now = stepAt(at);
  const codes = await Promise.all([now, now - 1].map((one) => codeOf(ports.secrets, actionId, one)));
  return codes.includes(body.code);
}

/** What the organiser's screen shows. */
export async function checkInCode(call: Call<'actions.checkInCode'>, db: Db): Promise<CheckInCode> {
  const { ports, at, language } = call;
  const action = await actionById(db, call.params['id'] ?? '');
  if (!action) throw new Refusal('action.unknown');
  const caller = signedIn(call);
  permit('actions.checkInCode', caller, action, await signUpOf(db, action.id, caller.id));
  if (!isCheckInTime(action, at)) throw new Refusal('action.check-in-time');
  const now = stepAt(at);
  const code = await codeOf(ports.secrets, action.id, now);
  const { links } = await settingsOf(db, await areaById(db, action.area_id), language);
  const link = links['checkIn']?.replaceAll('{id}', action.id).replaceAll('{code}', code) ?? null;
  return { code, validUntil: new Date((now + 1) * step).toISOString(), link };
}

/**
 * Counts the try before anything else is known, so that any number of guesses at once are as many tries; what it comes
 * to is decided in the transaction, where whoever may not know of the action learns nothing.
 */
export async function prepareCheckIn(call: Call<'actions.checkIn'>): Promise<(db: Transaction<Database>) => Promise<string>> {
  const { ports, at, params } = call;
  const caller = signedIn(call);
  const [actionId, window] = [params['id'] ?? '', new Date(Math.floor(at.getTime() / minute) * minute)];
  const tries = await countTry(ports.db, actionId, caller.id, window);
  const right = await isRight(call);
  const allowed = tries <= mostTries;
  if (right && allowed) await forgiveTry(ports.db, actionId, caller.id, window);
  return (db) => checkIn(call, db, { right, allowed });
}

interface Try {
  right: boolean;
  /** Within the tries of the minute. */
  allowed: boolean;
}

async function checkIn(call: Call<'actions.checkIn'>, db: Transaction<Database>, { right, allowed }: Try): Promise<string> {
  const deed = await approach(call, db, 'actions.checkIn');
  const { action, own, caller, at } = deed;
  if (!isCheckInTime(action, at)) throw new Refusal('action.check-in-time');
  if (!allowed) throw new Refusal('request.rate-limited', { params: { seconds: String(secondsLeft(at)) } });
  if (own?.state !== 'signed-up' && own?.state !== 'attended') throw new Refusal('action.not-signed-up');
  if (!right) throw new Refusal('action.check-in-code');
  await scan(deed, own);
  return subjectOf(action.id, caller.id);
}

const secondsLeft = (at: Date): number => Math.ceil((minute - (at.getTime() % minute)) / 1000);

/**
 * The first scan is the arrival; one that comes at least ten minutes after it, and after the start, the departure, and
 * the last of those counts. Whoever was ticked off by the organiser had arrived then.
 */
async function scan(deed: Deed, own: SignUpRow): Promise<void> {
  const { db, action, at } = deed;
  const change = (to: Parameters<typeof changeSignUp>[3]) =>
    changeSignUp(db, action.id, own.member_id, { ...to, updated_at: at });
  if (own.state === 'signed-up') {
    await change({ state: 'attended', checked_in_at: at, checked_out_at: null });
    await tell(deed, 'action.checked-in', action, { visibility: 'parties', organisationId: own.organisation_id });
    return;
  }
  const arrived = own.checked_in_at ?? own.updated_at;
  const from = Math.max(arrived.getTime(), action.starts_at.getTime());
  if (at.getTime() - from >= leavingAfter) await change({ checked_out_at: at });
}
