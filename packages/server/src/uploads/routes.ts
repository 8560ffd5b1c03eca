import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Routes } from '../http/route.ts';
import { isUuid, newId } from '../ids.ts';
import { type Picture, PictureRefused, type Ports } from '../ports.ts';
import { isPublic as isListed } from '../projects/lifecycle.ts';
import { isPublic } from '../wishes/lifecycle.ts';
import { photoUrl, secondsLeft } from './links.ts';
import { insertUpload, shownPhoto, uploadById } from './statements.ts';

export const uploadRoutes: Routes<'uploads'> = {
  'uploads.post': {
    async prepare({ ports, body, caller, at }) {
      const owner = signedIn({ caller });
      const picture = await normalised(ports, body);
      return async (db) => {
        const id = newId(ports);
        await insertUpload(db, {
          id,
          root_id: owner.rootId,
          owner_id: owner.id,
          mime: picture.mime,
          width: picture.width,
          height: picture.height,
          bytes: picture.data.length,
          created_at: at,
        });
        await ports.blobs.put(db, id, picture.data);
        return id;
      };
    },
    async answer(context, db, subject) {
      const { id, width, height } = await uploadById(db, subject);
      return { id, width, height, url: await photoUrl(context, id, false) };
    },
  },
};

async function normalised(ports: Ports, bytes: Uint8Array): Promise<Picture> {
  try {
    return await ports.images.normalise(bytes);
  } catch (error) {
    if (error instanceof PictureRefused) throw new Refusal(`upload.${error.reason}`);
    throw error;
  }
}

/**
 * A picture itself. Public or not, it is asked for again after a minute, because a consent that is taken back and a
 * worker's hiding have to be felt within one; it rarely travels twice, as the address never stands for other bytes.
 * @throws {Refusal} `request.not-found` for whoever may not see it
 */
export async function servePhoto(ports: Ports, request: Request, id: string): Promise<Response> {
  const photo = isUuid(id) ? await shownPhoto(ports.db, id) : undefined;
  if (!photo) throw new Refusal('request.not-found');
  const left = await secondsLeft(ports, id.toLowerCase(), photo.hidden_at, new URL(request.url));
  const looked = photo.approved_at !== null && photo.hidden_at === null;
  // The community's: a worker who opens an action, lists a project or reports about it has looked at them.
  const ours = photo.action_id ?? photo.milestone_id ?? photo.comment_id;
  const listed = photo.project_status !== null && isListed(photo.project_status);
  const agreed =
    ours !== null ||
    listed ||
    photo.agreed_portrait ||
    (photo.consented === true && photo.status !== null && isPublic(photo.status));
  const open = looked && agreed;
  if (!open && left === 0) throw new Refusal('request.not-found');

  const etag = `"${id.toLowerCase()}"`;
  const headers = new Headers({
    etag,
    'cache-control': open ? 'public, max-age=60' : `private, max-age=${Math.min(left, 60)}`,
    'x-content-type-options': 'nosniff',
    // Portals of other origins show it, also under a strict embedder policy.
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const data = await ports.blobs.get(ports.db, id);
  if (!data) throw new Refusal('request.not-found');
  headers.set('content-type', photo.mime);
  headers.set('content-length', String(data.length));
  return new Response(new Uint8Array(data), { headers });
}
