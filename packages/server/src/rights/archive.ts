import type { ServiceEntry } from '@five-micro/contract';
import { makeZip } from 'client-zip';
import type { Arrival } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import { forbidden } from '../http/dispatch.ts';
import { judge, permissions } from '../identity/permissions.ts';
import type { Ports } from '../ports.ts';
import { csv } from './csv.ts';
import { gather, type Own, type OwnClaim, type OwnSignUp, type OwnWish, pictureName } from './own.ts';
import { headings, readme } from './readme.ts';

/**
 * `GET /me/export`: everything of the caller as one archive (PIPL article 45). Texts are gathered before the first
 * byte, so that a failure is still answered as one; pictures follow one at a time, however many there are.
 * @throws {Refusal} `auth.required`
 */
export async function exportArchive(ports: Ports, { caller, language, url }: Arrival): Promise<Response> {
  if (caller.kind === 'visitor') throw new Refusal('auth.required');
  const rule = permissions['me.export'];
  if (judge(rule, new Set(['visitor', 'member'])) !== 'allowed') throw forbidden(rule);
  const at = ports.clock();
  const apiUrl = ports.settings.publicUrl ?? `${url.origin}/api/v1`;
  const own = await gather({ ports, caller, language, at, apiUrl }, ports.db);

  const day = at.toISOString().slice(0, 10);
  return new Response(makeZip(filesOf(ports, own, language, at)), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="five-micro-${day}.zip"`,
      'cache-control': 'no-store',
    },
  });
}

async function* filesOf(ports: Ports, own: Own, language: Arrival['language'], at: Date) {
  const text = (name: string, input: string) => ({ name, input, lastModified: at });
  const json = (name: string, value: unknown) => text(name, `${JSON.stringify(value, null, 2)}\n`);
  yield text('README.txt', readme(at));
  yield json('me.json', own.me);
  yield json('wishes.json', own.wishes);
  yield text('wishes.csv', csv(headings[language].wishes, own.wishes.map(wishLine)));
  yield json('claims.json', own.claims);
  yield text('claims.csv', csv(headings[language].claims, own.claims.map(claimLine)));
  yield json('actions.json', own.actions);
  yield text('actions.csv', csv(headings[language].actions, own.actions.map(signUpLine)));
  yield json('hours.json', own.hours);
  yield text('hours.csv', csv(headings[language].hours, own.hours.map(hoursLine)));
  for (const name of ['points', 'projects', 'stars', 'votes', 'notices', 'consents', 'looks', 'reports'] as const)
    yield json(`${name}.json`, own[name]);
  for (const picture of own.pictures) {
    const input = await ports.blobs.get(ports.db, picture.id);
    // Taken away while the archive was on its way.
    if (input) yield { name: pictureName(picture), input, lastModified: picture.created_at };
  }
}

const wishLine = (wish: OwnWish) => [
  wish.id,
  wish.area,
  wish.title,
  wish.story,
  wish.kind,
  wish.category,
  wish.status,
  wish.forWhom.name ?? wish.forWhom.relation,
  wish.place,
  wish.contact?.name ?? null,
  wish.contact?.phone ?? null,
  wish.contact?.address ?? null,
  wish.createdAt,
];

const claimLine = (claim: OwnClaim) => [
  claim.id,
  claim.wish.id,
  claim.wish.title,
  claim.wish.area,
  claim.organisation,
  claim.state,
  claim.dueAt,
  claim.createdAt,
  claim.note,
];

const signUpLine = (one: OwnSignUp) => [
  one.id,
  one.title,
  one.area,
  one.place,
  one.startsAt,
  one.endsAt,
  one.organisation,
  one.state,
  one.signedUpAt,
  one.checkedInAt,
  one.checkedOutAt,
];

const hoursLine = (one: ServiceEntry) => [one.action, one.title, one.areaName, one.host, one.place, one.at, one.minutes];
