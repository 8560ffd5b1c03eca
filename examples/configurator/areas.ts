// The tree of areas, a list for each level: from the district down to the one that is chosen, and one more for what lies below it.
import type { FmCommunity } from '@five-micro/components/community';
import { language, made, part, say, tell } from './page.ts';

export interface ChosenArea {
  slug: string;
  contact: string;
}

export async function asking() {
  await customElements.whenDefined('fm-community');
  const community = document.querySelector<FmCommunity>('fm-community[data-tree]');
  if (!community) throw new Error('The page has no tree.');
  community.lang = language;
  await community.updateComplete;
  if (!community.client) throw new Error('There is no client.');
  return community.client.areas;
}

interface Choice {
  slug: string;
  name: string;
}

/** What the trees begin with, with their names: one question for all of them. */
async function roots(): Promise<Choice[]> {
  const { roots }: { roots: (Choice & { nameEn: string })[] } = await (await fetch('/embed/areas.json')).json();
  return roots.map(({ slug, name, nameEn }) => ({ slug, name: language === 'en' ? nameEn : name }));
}

/** One level: the first choice of a lower one is all of what lies above. */
function level(label: string, choices: readonly Choice[], chosen: string, pick: (slug: string) => void): HTMLSelectElement {
  const options = choices.map(({ slug, name }) => made('option', { value: slug }, name));
  const select = made('select', { 'aria-label': label }, ...options);
  select.value = chosen;
  select.addEventListener('change', () => pick(select.value));
  return select;
}

let turn = 0;

/** Shows the lists for this area, and again for every other that is chosen there. */
export async function showAreas(wanted: string, chosen: (area: ChosenArea) => void): Promise<void> {
  const mine = ++turn;
  try {
    const areas = await asking();
    const tops = await roots();
    // Whatever the address says may be gone, or may never have been.
    const top = tops[0]?.slug ?? '';
    const area = await areas.get({ area: wanted || top }).catch(() => areas.get({ area: top }));
    const below = await Promise.all(
      area.path.map(async ({ slug, name }) => ({
        slug,
        name,
        children: await areas.children({ area: slug }).toArray({ limit: 500 }),
      })),
    );
    // A server with very many trees names only some of them.
    const first = [...tops, ...area.path.slice(0, 1).filter(({ slug }) => !tops.some((one) => one.slug === slug))];
    // Somebody has chosen again meanwhile.
    if (mine !== turn) return;
    const go = (slug: string) => void showAreas(slug, chosen).then(() => focusLevel(slug));
    const lists = [
      level(say.area, first, area.path[0]?.slug ?? '', go),
      ...below
        .filter(({ children }) => children.length > 0)
        .map(({ slug, name, children }, index) =>
          level(
            name,
            [{ slug, name: `${say.whole}${language === 'en' ? ' ' : ''}${name}` }, ...children],
            area.path[index + 1]?.slug ?? slug,
            go,
          ),
        ),
    ];
    part('areas').replaceChildren(...lists);
    chosen({ slug: area.slug, contact: area.settings.contact ?? '' });
  } catch {
    tell('away');
  }
}

/** The list that was just used is another element now; whoever has gone on meanwhile is not called back. */
function focusLevel(slug: string): void {
  if (document.activeElement !== document.body) return;
  const lists = [...part('areas').querySelectorAll('select')];
  lists.find(({ value }) => value === slug)?.focus();
}
