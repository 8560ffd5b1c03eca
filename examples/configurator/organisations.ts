// The organisations of an area, to choose the one whose page is shown.
import { asking } from './areas.ts';
import { made, part, tell } from './page.ts';
import { organisations } from './settings.ts';

let listed = '';

/** Lists them once for each area; resolves to whether there is another choice now. */
export async function listOrganisations(area: string, wanted: string): Promise<boolean> {
  if (listed === area) return false;
  listed = area;
  try {
    const found = await (await asking()).organisations({ area }).toArray({ limit: 200 });
    // Another area has been chosen meanwhile.
    if (listed !== area) return false;
    const list = organisations();
    list.replaceChildren(...found.map(({ slug, name }) => made('option', { value: slug }, name)));
    if (found.some(({ slug }) => slug === wanted)) list.value = wanted;
    list.hidden = found.length === 0;
    part('no-organisation').hidden = found.length > 0;
    return true;
  } catch {
    listed = '';
    tell('away');
    return false;
  }
}
