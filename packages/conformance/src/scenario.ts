import type { EndpointName, ErrorCode } from '@five-micro/contract';
import type { Kit } from './kit.ts';

/** The headings of docs/api-rules.md: where the rules are written that no schema can say. */
export const sections = [
  'answers',
  'refusals',
  'origins',
  'lists',
  'idempotency',
  'who-someone-is',
  'what-a-caller-may-do',
  'what-others-see',
  'areas',
  'wishes',
  'moderation',
  'actions',
  'points',
  'projects',
  'rounds',
  'stars',
  'live',
  'uploads',
] as const;
export type Section = (typeof sections)[number];

/** What the settings of an area name as offered there. */
export const features = ['wishes', 'actions', 'projects', 'points', 'stars'] as const;
/** What no setting names: `--without` says that a server does not have it. */
export const parts = ['members', 'organisations', 'report-in', 'moderation', 'live', 'uploads', 'exports'] as const;
export type Need =
  | (typeof features)[number]
  | (typeof parts)[number]
  /** A second area below the one that the kit was given. */
  | 'second-area'
  /** A page that the server has registered: see docs/conformance.md. */
  | 'origin'
  /** Tokens whose claims the kit chooses: see docs/conformance.md. */
  | 'signing';

/** One promise of the API, and how it is tried. */
export interface Scenario {
  /** As `wishes/claim-race`: what `--only` names. */
  name: string;
  /** What every implementation does, in a sentence. */
  says: string;
  /** Where that is written: a heading of docs/api-rules.md first, then endpoints and codes of the contract. */
  rules: readonly [Section, ...(EndpointName | ErrorCode)[]];
  needs: readonly Need[];
  /** Compares counts of whole areas, so that nothing else may happen there meanwhile. */
  alone?: true;
  run: (kit: Kit) => Promise<void>;
}

type Details = Omit<Scenario, 'name' | 'needs'> & { needs?: readonly Need[] };

/** The scenarios of one subject, by their names: `claim-race` of `wishes` is `wishes/claim-race`. */
export const scenarios = (subject: string, needs: readonly Need[], table: Record<string, Details>): Scenario[] =>
  Object.entries(table).map(([name, details]) => ({
    ...details,
    name: `${subject}/${name}`,
    needs: [...needs, ...(details.needs ?? [])],
  }));
