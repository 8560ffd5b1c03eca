import { myActionRoutes } from '../actions/routes.ts';
import type { Routes } from '../http/route.ts';
import { signedIn } from '../http/asked.ts';
import { consentsOf } from '../identity/consents.ts';
import { maskName } from '../identity/names.ts';
import { myPointRoutes } from '../points/routes.ts';
import { waitingOf } from '../report-ins/statements.ts';
import { reportInShown } from '../report-ins/view.ts';
import { myStarRoutes } from '../stars/routes.ts';
import { mineRoutes } from '../wishes/mine.ts';
import { changeConsents, consentRow } from './consent-statements.ts';
import { standing } from './statements.ts';
import { branchNamed, placeNamed } from './view.ts';

/** `/me`, but for what someone may ask for about themself: see `rights/`. */
export const meRoutes: Omit<Routes<'me'>, 'me.erase'> = {
  ...mineRoutes,
  ...myActionRoutes,
  ...myPointRoutes,
  ...myStarRoutes,
  'me.get': {
    async read(call, db) {
      const caller = signedIn(call);
      const now = await standing(
        db,
        caller.id,
        caller.organisations.map((organisation) => organisation.id),
      );
      const name = now.name ?? caller.sub;
      const waiting = await waitingOf(db, caller.id);
      return {
        id: caller.id,
        name,
        maskedName: maskName(name),
        area: placeNamed(now, call.language),
        reportedInAt: now.reported_in_at?.toISOString() ?? null,
        branch: branchNamed(now),
        waitingReportIn: waiting ? reportInShown(waiting, call.language) : null,
        roles: caller.roles.map(({ role, slug }) => ({ role, area: slug })),
        organisations: caller.organisations.map(({ slug, name: organisation }) => ({ slug, name: organisation })),
        consents: consentsOf(await consentRow(db, caller.id)),
        helped: now.helped,
        unseenNotices: now.unseen,
      };
    },
  },
  'me.consents': {
    async act(call, db) {
      const caller = signedIn(call);
      await changeConsents(db, caller, call.body, call.at);
      return caller.id;
    },
    answer: async (_context, db, id) => consentsOf(await consentRow(db, id)),
  },
};
