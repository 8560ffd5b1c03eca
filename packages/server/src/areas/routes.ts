import type { Context, Routes } from '../http/route.ts';
import { areaCan, relationsToArea } from '../identity/permissions.ts';
import { reportIn, reportInOf } from '../members/statements.ts';
import { Refusal } from '../http/problem.ts';
import { settingsAlong } from './settings.ts';
import { type AreaRow, areaById, areaChildren, areaPath, nameOf, organisationsBelow, placeOf } from './statements.ts';

const asked = (context: Context): AreaRow => {
  if (!context.area) throw new Refusal('area.unknown', { params: { area: '' } });
  return context.area;
};

export const areaRoutes: Routes<'areas'> = {
  'areas.get': {
    async read(call, db) {
      const area = asked(call);
      const path = await areaPath(db, area);
      const settings = settingsAlong(path, call.language);
      return {
        slug: area.slug,
        name: nameOf(area, call.language),
        level: area.level,
        path: path.map((step) => ({ slug: step.slug, name: nameOf(step, call.language) })),
        settings,
        can: areaCan(relationsToArea(call.caller, placeOf(area))).filter(
          (verb) => verb !== 'post-wish' || settings.features.includes('wishes'),
        ),
      };
    },
  },
  'areas.children': {
    async read(call, db) {
      const children = await areaChildren(db, asked(call));
      return {
        items: children.map((child) => ({ slug: child.slug, name: nameOf(child, call.language), level: child.level })),
        nextCursor: null,
      };
    },
  },
  'areas.organisations': {
    read: async (call, db) => ({ items: await organisationsBelow(db, asked(call).id), nextCursor: null }),
  },
  'areas.reportIn': {
    async act(call, db) {
      if (call.caller.kind === 'visitor') throw new Refusal('auth.required');
      return reportIn(call.ports, db, call.caller, asked(call), call.at);
    },
    async answer(context, db, subject) {
      const found = await reportInOf(db, subject);
      const area = await areaById(db, found.area_id);
      return {
        area: { slug: area.slug, name: nameOf(area, context.language) },
        state: found.state,
        at: found.created_at.toISOString(),
      };
    },
  },
};
