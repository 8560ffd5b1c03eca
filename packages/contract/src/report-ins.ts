import * as z from 'zod/mini';
import { id, named, pageOf, person, type PageQuery } from './common.ts';
import { asking } from './endpoint.ts';
import type { Reasoned } from './requests/members.ts';
import { reportIn } from './shown.ts';

/** A report-in as the worker who checks it sees it. */
// Spread, because `z.extend` would cost every page a quarter of a kilobyte.
export const reportInCheck = z.object({
  ...reportIn.shape,
  /** Masked, like everywhere on the desk; `GET /members/{id}` tells more, and is logged. */
  member: z.object({ ...person.shape, id }),
  /** Where they are at home now. */
  from: z.nullable(named),
  /** `accept`, `decline`. */
  can: z.array(z.string()),
});
export type ReportInCheck = z.infer<typeof reportInCheck>;

const verb = <Body = Record<string, never>>(name: string) =>
  asking<undefined, Body>()('POST', `/report-ins/{id}/${name}`, reportInCheck);

export const reportIns = {
  /** Those that wait for a worker of the subtree, oldest first. */
  list: asking<PageQuery>()('GET', '/areas/{area}/report-ins', pageOf(reportInCheck)),
  accept: verb('accept'),
  decline: verb<Reasoned>('decline'),
};
