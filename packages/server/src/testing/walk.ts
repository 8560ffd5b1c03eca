import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Who walks through the permission table. */
export const everyone = [
  'visitor',
  'wisher',
  'neighbour',
  'helper',
  'colleague',
  'worker',
  'author',
  'otherWorker',
  'streetWorker',
  'officer',
  'stranger',
] as const;
export type Role = (typeof everyone)[number];

export const signedIn = everyone.filter((role) => role !== 'visitor');
export const workers: Role[] = ['worker', 'author', 'streetWorker'];
export const outsiders: Role[] = ['neighbour', 'helper', 'colleague', 'otherWorker', 'stranger'];
/** Signed in, and of this district. */
export const locals = signedIn.filter((role) => role !== 'stranger');
/** At home in the community. The helper lives elsewhere. */
export const atHome: Role[] = ['wisher', 'neighbour', 'colleague', 'worker', 'author'];

/** Who is who, and whose turn it is. */
export interface Stage {
  world: World;
  people: Record<Role, Person | undefined>;
  role: Role;
}

/** What a path names, and what is asked of it. */
export interface Ready {
  id: string;
  body?: unknown;
  /** Further parts of the path. */
  path?: { code?: string; ballot?: string; option?: string };
}

export interface FeatureLine {
  allowed: readonly Role[];
  /** Those for whom the thing is not there at all: 404 rather than 403. */
  blind?: readonly Role[];
  query?: Record<string, string>;
  body?: unknown;
  /** Makes what the path names, anew after whoever may have used it up, by those who may. */
  ready?: (stage: Stage) => Promise<Ready>;
  /** It is made for the one who asks: anew for each role. */
  perRole?: true;
}

export function someone({ people }: Stage, role: Role): Person {
  const person = people[role];
  if (!person) throw new Error('Nobody of that role.');
  return person;
}
