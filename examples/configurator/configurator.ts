// Where a webmaster chooses what to put on a page, sees it, and copies it.
import { showAreas } from './areas.ts';
import { copy, language, made, part, say, speak, tell } from './page.ts';
import { listOrganisations } from './organisations.ts';
import { showPieces } from './pieces.ts';
import { offerPreview, preview } from './preview.ts';
import {
  addressOf,
  fill,
  hint,
  isLoginAddress,
  isTokenAddress,
  names,
  organisations,
  read,
  type Settings,
  siteOf,
} from './settings.ts';
import type { Choice } from './snippets.ts';

/** A page that is wide enough for what stands beside it; the preview is made smaller until it fits. */
const desktop = 1120;
const smallest = 0.25;

let area = { slug: '', contact: '' };
let newest: Choice['pinned'];
/** What the address asked for when the page came. */
const asked = new URLSearchParams(location.search);

function choiceOf(settings: Settings): Choice {
  const site = siteOf(settings) ?? '';
  const { organisation } = settings;
  return {
    // The page of an organisation is about one.
    elements: settings.elements.filter((name) => name !== 'organisation' || organisation),
    own: { organisation: [['organisation', organisation]] },
    area: area.slug,
    theme: settings.theme,
    lang: settings.words,
    mode: settings.mode,
    server: site === '' || site === location.origin ? '' : location.origin,
    tokenUrl: isTokenAddress(settings) ? settings.token : '',
    loginUrl: isLoginAddress(settings) ? settings.login : '',
    contact: area.contact,
    pinned: settings.pin ? newest : undefined,
  };
}

function fit({ width }: Settings): void {
  const view = part('view');
  view.className = `view ${width}`;
  const scale = Math.max(smallest, Math.min(1, part('frame').clientWidth / desktop));
  view.style.setProperty('zoom', width === 'page' ? String(scale) : '1');
}

function show(): void {
  const settings = read(area.slug);
  const site = siteOf(settings);
  hint('site', site !== undefined, { hint: say['site-hint'], wrong: say['site-wrong'] });
  hint('token', isTokenAddress(settings), { hint: say['token-hint'], wrong: say['token-wrong'] });
  hint('login', isLoginAddress(settings), { hint: say['login-hint'], wrong: say['login-wrong'] });
  fit(settings);
  part('organisation').hidden = !settings.elements.includes('organisation');
  part('language').setAttribute('href', addressOf(settings, language === 'en' ? 'zh-CN' : 'en'));
  // Until it is known which area is meant, the address says it.
  if (area.slug === '') return;
  if (settings.elements.includes('organisation'))
    void listOrganisations(area.slug, asked.get('organisation') ?? '').then((isNew) => isNew && show());
  history.replaceState(null, '', addressOf(settings));
  const choice = choiceOf(settings);
  preview(choice);
  showPieces(settings.target, choice, site ?? '');
}

async function loadManifest(): Promise<void> {
  const { entries }: { entries: Record<string, Choice['pinned']> } = await (await fetch('/embed/manifest.json')).json();
  newest = entries['five-micro.js'];
}

speak();
part('language').textContent = say.language;
part('features').append(
  ...names.map((name) =>
    made(
      'label',
      {},
      made('input', { type: 'checkbox', name: 'elements', value: name }),
      made('span', {}, say[name]),
      made('code', {}, `fm-${name}`),
    ),
  ),
);
fill(asked);
document.addEventListener('input', (event) => {
  if (event.target instanceof HTMLInputElement) show();
});
organisations().addEventListener('change', show);
offerPreview();
part('form').addEventListener('submit', (event) => event.preventDefault());
part('share').addEventListener('click', () => void copy(location.href));
document.addEventListener('fm-login-required', () => tell('preview'));
new ResizeObserver(() => fit(read(area.slug))).observe(part('frame'));
show();
// Without a top-level await, for which the bundler would take other entries apart.
void loadManifest()
  .catch(() => undefined)
  .then(() =>
    showAreas(asked.get('area') ?? '', (chosen) => {
      area = chosen;
      show();
    }),
  );
