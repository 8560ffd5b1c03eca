import { complete, type FiveMicroCore, type OrganisationPage, type Representative, type Wish } from '@five-micro/sdk';

/** An organisation's page with as much of its list as is shown. */
export interface Shown {
  readonly page: OrganisationPage;
  readonly wishes: readonly Wish[];
  readonly nextCursor: string | null;
  /** Null for those who have no business with them, `failed` where they could not be read: the rest stands all the same. */
  readonly representatives: readonly Representative[] | 'failed' | null;
}

const mostAtOnce = 100;

/** `howMany` wishes, so that a reload brings back what was added below. */
export async function loadOrganisation(
  client: FiveMicroCore,
  slug: string,
  howMany: number,
  signal: AbortSignal,
): Promise<Shown> {
  const { organisations } = complete(client);
  const [page, wishes] = await Promise.all([
    organisations.get(slug, { signal }),
    organisations.wishes(slug, { limit: Math.min(mostAtOnce, howMany) }, { signal }),
  ]);
  return { page, wishes: wishes.items, nextCursor: wishes.nextCursor, representatives: await named(client, page, signal) };
}

async function named(client: FiveMicroCore, page: OrganisationPage, signal: AbortSignal): Promise<Shown['representatives']> {
  if (!page.can.includes('representatives')) return null;
  try {
    return (await complete(client).organisations.representatives(page.slug, { signal })).items;
  } catch {
    return 'failed';
  }
}

/** The next page below what is shown; what a change brought to both pages stands once. */
export async function moreOf(client: FiveMicroCore, shown: Shown, limit: number): Promise<Shown> {
  const cursor = shown.nextCursor ?? undefined;
  const { items, nextCursor } = await complete(client).organisations.wishes(shown.page.slug, { cursor, limit });
  const known = new Set(shown.wishes.map(({ id }) => id));
  return { ...shown, wishes: [...shown.wishes, ...items.filter(({ id }) => !known.has(id))], nextCursor };
}
