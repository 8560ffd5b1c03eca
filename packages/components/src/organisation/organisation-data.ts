import {
  type Action,
  complete,
  type FiveMicroCore,
  type OrganisationPage,
  type Representative,
  type Wish,
} from '@five-micro/sdk';

/** An organisation's page with as much of its list as is shown. */
export interface Shown {
  readonly page: OrganisationPage;
  readonly wishes: readonly Wish[];
  readonly nextCursor: string | null;
  /** Null for those who have no business with them, `failed` where they could not be read: the rest stands all the same. */
  readonly representatives: readonly Representative[] | 'failed' | null;
  /** The actions that it holds; drafts too for whoever may act for it. */
  readonly actions: readonly Action[];
  /** Whether the caller may start one in its name. */
  readonly represents: boolean;
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
  const [representatives, actions, represents] = await Promise.all([
    named(client, page, signal),
    held(client, slug, signal),
    isRepresented(client, slug, signal),
  ]);
  return { page, wishes: wishes.items, nextCursor: wishes.nextCursor, representatives, actions, represents };
}

/** What the page can do without: where actions are switched off, there are none. */
async function held(client: FiveMicroCore, slug: string, signal: AbortSignal): Promise<readonly Action[]> {
  try {
    return (await complete(client).actions.ofOrganisation(slug, { limit: mostAtOnce }, { signal })).items;
  } catch {
    return [];
  }
}

/** Asks nothing that needs a token for someone who is not signed in. */
async function isRepresented(client: FiveMicroCore, slug: string, signal: AbortSignal): Promise<boolean> {
  try {
    if (!(await client.session.check())) return false;
    const { organisations } = await complete(client).me.get({ signal });
    return organisations.some((one) => one.slug === slug);
  } catch {
    return false;
  }
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
