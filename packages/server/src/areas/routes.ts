import { areaOf } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Routes } from '../http/route.ts';
import { areaCan, relationsToArea } from '../identity/permissions.ts';
import { reportIn } from '../report-ins/report-in.ts';
import { reportInById } from '../report-ins/statements.ts';
import { reportInShown } from '../report-ins/view.ts';
import { settingsAlong } from './settings.ts';
import { areaChildren, areaPath, nameOf, organisationsBelow, placeOf } from './statements.ts';

/** What an area offers only where it has that switched on. */
const featureOf: Partial<Record<string, string>> = { 'post-wish': 'wishes', 'post-project': 'projects' };

export const areaRoutes: Routes<'areas'> = {
  'areas.get': {
    async read(call, db) {
      const area = areaOf(call);
      const path = await areaPath(db, area);
      const settings = settingsAlong(path, call.language);
      return {
        slug: area.slug,
        name: nameOf(area, call.language),
        level: area.level,
        path: path.map((step) => ({ slug: step.slug, name: nameOf(step, call.language) })),
        settings,
        can: areaCan(relationsToArea(call.caller, placeOf(area))).filter((verb) => {
          const feature = featureOf[verb];
          return feature === undefined || settings.features.includes(feature);
        }),
      };
    },
  },
  'areas.children': {
    async read(call, db) {
      const children = await areaChildren(db, areaOf(call));
      return {
        items: children.map((child) => ({ slug: child.slug, name: nameOf(child, call.language), level: child.level })),
        nextCursor: null,
      };
    },
  },
  'areas.organisations': {
    read: async (call, db) => ({ items: await organisationsBelow(db, areaOf(call).id), nextCursor: null }),
  },
  'areas.reportIn': {
    alone: true,
    act: reportIn,
    async answer(context, db, id) {
      const found = await reportInById(db, id);
      if (!found) throw new Refusal('report-in.unknown');
      return reportInShown(found, context.language);
    },
  },
};
