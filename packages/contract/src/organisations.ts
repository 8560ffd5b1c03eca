import * as z from 'zod/mini';
import { id, named, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import { organisation } from './areas.ts';
import type { NewOrganisation, Representatives } from './requests/members.ts';
import { wish } from './wishes.ts';

/** An organisation's page: what it is, where it stands in the tree of organisations, and what it did. */
export const organisationPage = z.object({
  slug: z.string(),
  name: z.string(),
  kind: organisation.shape.kind,
  area: named,
  /** From the topmost organisation down to this one. */
  path: z.array(named),
  children: z.array(named),
  /** Of this organisation and all below it; a wish that two of them helped with counts once. */
  deeds: z.object({ helped: z.number(), inProgress: z.number() }),
  /** `representatives` (read and set them). */
  can: z.array(z.string()),
});
export type OrganisationPage = z.infer<typeof organisationPage>;

/** Someone who may act for an organisation, as its workers and fellow representatives see them. */
export const representative = z.object({
  id,
  name: z.string(),
  /** Who said so: the portal's token, or a worker here. */
  origin: z.enum(['issuer', 'worker']),
  since: time,
});
export type Representative = z.infer<typeof representative>;

export const organisations = {
  get: asking()('GET', '/organisations/{slug}', organisationPage),
  /** The public wishes it helps or helped with, those of its branches included, newest first. */
  wishes: asking<PageQuery>()('GET', '/organisations/{slug}/wishes', pageOf(wish)),
  register: asking<undefined, NewOrganisation>()('POST', '/areas/{area}/organisations', organisationPage, 201),
  representatives: asking()('GET', '/organisations/{slug}/representatives', pageOf(representative)),
  /** Names all who may act for it from now on; who is not named may no longer, whatever their token says. */
  setRepresentatives: asking<undefined, Representatives>()(
    'PUT',
    '/organisations/{slug}/representatives',
    pageOf(representative),
  ),
};
