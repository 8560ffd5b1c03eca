import { recordEvent } from '../db/events.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Routes } from '../http/route.ts';
import { permissions } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { placeAfter } from '../wishes/lists.ts';
import { showWishes } from '../wishes/view.ts';
import { representatives, representativesSet, setRepresentatives } from './representatives.ts';
import { insertOrganisation, organisationBySlug, wishesHelped } from './statements.ts';
import { organisationNamed, organisationShown, relationsIn } from './view.ts';

export const organisationRoutes: Routes<'organisations'> = {
  'organisations.get': {
    read: async (call, db) => organisationShown(call, db, await organisationNamed(db, call.params['slug'] ?? '')),
  },
  'organisations.wishes': { read: wishes },
  'organisations.register': {
    act: register,
    answer: async (context, db, slug) => organisationShown(context, db, await organisationNamed(db, slug)),
  },
  'organisations.representatives': { read: representatives },
  'organisations.setRepresentatives': {
    act: setRepresentatives,
    answer: representativesSet,
  },
};

async function wishes(call: Call<'organisations.wishes'>, db: Db) {
  const organisation = await organisationNamed(db, call.params['slug'] ?? '');
  const size = pageSize(call.query.limit);
  const rows = await wishesHelped(db, organisation.id, placeAfter(call.query.cursor), size + 1);
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.published_at?.toISOString() ?? '', row.id],
  );
  return { items: await showWishes(call, db, page.items), nextCursor: page.nextCursor };
}

async function register(call: Call<'organisations.register'>, db: Db): Promise<string> {
  const area = areaOf(call);
  const { slug, name, kind, parent } = call.body;
  const above = parent === undefined ? undefined : await organisationBySlug(db, parent);
  if (parent !== undefined && above?.root_id !== area.root_id)
    throw new Refusal('organisation.unknown', { fields: [{ path: 'parent', code: 'not-an-option' }] });
  // Below one of their own area or above it; under anyone else's page only that area's worker puts something.
  if (above && !area.path.includes(above.area_id) && !relationsIn(call, above).has('worker'))
    throw forbidden(permissions['organisations.register']);
  const id = await insertOrganisation(db, {
    root_id: area.root_id,
    area_id: area.id,
    slug,
    name,
    kind,
    parent_id: above?.id ?? null,
  });
  if (id === undefined) throw new Refusal('organisation.exists', { fields: [{ path: 'slug', code: 'not-an-option' }] });
  await recordEvent(db, {
    type: 'organisation.registered',
    area,
    at: call.at,
    visibility: 'workers',
    actorId: signedIn(call).id,
    organisationId: id,
  });
  return slug;
}
